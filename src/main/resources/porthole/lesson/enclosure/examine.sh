#!/bin/sh
# The examiner's first process: examine.sh FOLDER COMMAND…
set -eu
folder=$1
root=$folder/examiner
shift
mount --rbind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t tmpfs -o mode=755,size=8m run run
mkdir run/engine
mount --bind -o ro "$folder/sockets" run/engine
pivot_root . .machine
cd /
umount --lazy /.machine
cd /lesson
exec "$@"
