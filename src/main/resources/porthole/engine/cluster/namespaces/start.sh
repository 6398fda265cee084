#!/bin/sh
# Starts hosts in namespaces of this machine: start.sh FOLDER COUNT NET, NET being the first three numbers of their
# addresses. They live as long as standard input is open; then nothing of them is left, this folder included.
folder=$1
exec 3<&0
unshare --net --mount --pid --fork --kill-child --mount-proc sh "$folder/underlay.sh" "$@" <&3 > "$folder/log" 2>&1 &
echo $! > "$folder/unshare.pid"
wait $!
find /sys/fs/cgroup -depth -type d -path "*/porthole-${folder##*/}*" -exec rmdir {} + 2> /dev/null
rm -rf "$folder"
