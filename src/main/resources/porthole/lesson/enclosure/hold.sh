#!/bin/sh
# Holds one enclosure: hold.sh FOLDER. It lives as long as standard input is open; then nothing of it is left, the folder
# included. Prints the process id of its first process, as this machine sees it. Runs as root, in a mount namespace of its
# own, in which the disk and the trees are mounted; see docs/decisions/enclosure.md.
set -eu
folder=$1
. "$folder/settings" # first (user id), memory (MB), processes, cpu (per cent of one), scripts; keep: where the disk goes at the end
name=${folder##*/}
exec 3<&0 4>&1 > "$folder/log" 2>&1 < /dev/null

# Each hierarchy of control groups, as a line; of version 2 there is one.
hierarchies() {
    if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
        echo /sys/fs/cgroup
    else
        for each in /sys/fs/cgroup/*; do
            if [ ! -L "$each" ] && [ -e "$each/cgroup.procs" ] && [ ! -e "$each/cgroup.controllers" ]; then
                echo "$each"
            fi
        done
    fi
}

# A group that hands its controllers down; a cpuset of version 1 begins without any processor.
group() {
    mkdir -p "$1"
    for each in cpuset.cpus cpuset.mems; do
        if [ -e "$1/$each" ] && [ ! -e "$1/cgroup.controllers" ]; then
            cat "${1%/*}/$each" > "$1/$each"
        fi
    done
    if [ -e "$1/cgroup.controllers" ]; then
        for each in memory pids cpu cpuset io; do
            echo "+$each" > "${1%/*}/cgroup.subtree_control" || :
        done
    fi
}

limit() { # limit GROUP FILE VALUE
    if [ -e "$1/$2" ]; then
        echo "$3" > "$1/$2" || :
    fi
}

limits() { # limits GROUP MEMORY PROCESSES
    limit "$1" memory.limit_in_bytes "${2}M"
    limit "$1" memory.memsw.limit_in_bytes "${2}M"
    limit "$1" memory.max "${2}M"
    limit "$1" memory.swap.max 0
    limit "$1" pids.max "$3"
}

# So much of the processors, in each tenth of a second.
processor_limit() { # processor_limit GROUP PER_CENT
    limit "$1" cpu.cfs_period_us 100000
    limit "$1" cpu.cfs_quota_us $(($2 * 1000))
    limit "$1" cpu.max "$(($2 * 1000)) 100000"
}

# So many bytes each second to and from the disk, which is a device of its own.
disk_limit() { # disk_limit GROUP DEVICE BYTES
    limit "$1" blkio.throttle.read_bps_device "$2 $3"
    limit "$1" blkio.throttle.write_bps_device "$2 $3"
    limit "$1" io.max "$2 rbps=$3 wbps=$3"
}

# What the box's own root may divide further; the limits stand one group above, which it does not see.
groups() {
    for top in $(hierarchies); do
        group "$top/porthole-$name"
        group "$top/porthole-$name/box"
        limits "$top/porthole-$name/box" "$memory" "$processes"
        processor_limit "$top/porthole-$name/box" "$cpu"
        group "$top/porthole-$name/box/all"
        group "$top/porthole-$name/examiner"
        limits "$top/porthole-$name/examiner" 1024 500
        chown "$first:$first" "$top/porthole-$name/box/all"
        for each in cgroup.procs tasks cgroup.threads cgroup.subtree_control; do
            if [ -e "$top/porthole-$name/box/all/$each" ]; then
                chown "$first:$first" "$top/porthole-$name/box/all/$each"
            fi
        done
        echo "$top/porthole-$name/box/all" >> "$folder/groups.box"
        if [ -e "$top/porthole-$name/box/all/cgroup.controllers" ]; then
            mkdir -p "$top/porthole-$name/box/outside"
            echo "$top/porthole-$name/box/all/first" >> "$folder/groups.session" # which first.sh makes
        else
            echo "$top/porthole-$name/box/all" >> "$folder/groups.session"
        fi
        echo "$top/porthole-$name/examiner" >> "$folder/groups.examiner"
    done
}

# A user namespace whose root is the first of 65536 ids that nobody else on this machine has. Prints the process that holds it.
namespace() {
    unshare --user sleep infinity > /dev/null 2>&1 4>&- 3<&- &
    until [ "$(readlink "/proc/$!/ns/user")" != "$(readlink /proc/self/ns/user)" ]; do
        kill -0 $!
    done
    echo "0 $first 65536" > "/proc/$!/uid_map"
    echo "0 $first 65536" > "/proc/$!/gid_map"
    holder=$!
}

clear_away() {
    trap - EXIT
    if [ -z "${box:-}" ]; then
        echo "! $(tail -n 1 "$folder/log")" >&4
    fi
    for each in ${box:-} ${holder_box:-} ${holder_examiner:-}; do
        kill -KILL "$each" 2> /dev/null || :
    done
    wait
    for top in $(hierarchies); do
        for try in 1 2 3 4 5 6 7 8 9 10; do
            find "$top/porthole-$name" -depth -type d -exec rmdir {} + 2> /dev/null || :
            [ -d "$top/porthole-$name" ] || break
            sleep 0.1 # what was killed has not left its group yet
        done
    done
    cd /
    umount --lazy --recursive "$folder/examiner" "$folder/root" "$folder/sockets" 2> /dev/null || :
    umount "$folder/disk" 2> /dev/null || umount --lazy "$folder/disk" 2> /dev/null || :
    if [ -n "${keep:-}" ]; then
        while [ -n "$(losetup --associated "$folder/disk.img")" ]; do
            sleep 0.05 # what is written is on its way
        done
        mv "$folder/disk.img" "$keep"
    fi
    rm -rf --one-file-system "$folder"
}
trap clear_away EXIT

: > "$folder/groups.box"
: > "$folder/groups.session"
: > "$folder/groups.examiner"
if [ -w /sys/fs/cgroup ] || [ -w /sys/fs/cgroup/memory ]; then
    groups
fi
mkdir -p "$folder/disk" "$folder/sockets" "$folder/root" "$folder/examiner"
mount -t ext4 -o loop,nodev,noatime "$folder/disk.img" "$folder/disk"
while read -r group; do
    disk_limit "${group%/all}" "$(mountpoint -d "$folder/disk")" 200000000
done < "$folder/groups.box"
mount -t tmpfs -o "size=64k,mode=755,uid=$first,gid=$first" sockets "$folder/sockets"
for each in docker home tmp; do
    mkdir -p "$folder/disk/$each"
    chown "$first:$first" "$folder/disk/$each"
done
chmod 1777 "$folder/disk/tmp"
if [ -d "$folder/given" ]; then
    cp -r "$folder/given/." "$folder/disk/home"
    chown -R "$first:$first" "$folder/disk/home"
fi
sh "$scripts/tree.sh" "$folder" root
sh "$scripts/tree.sh" "$folder" examiner
namespace
holder_box=$holder
namespace
holder_examiner=$holder
echo "$holder_examiner" > "$folder/examiner.namespace"
sh "$scripts/enter.sh" "$folder/groups.box" prlimit --core=0 --nproc="$processes" \
    nsenter --user="/proc/$holder_box/ns/user" \
    unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child=KILL sh "$scripts/first.sh" "$folder" 3<&- &
box=$!
# In version 2, a group with processes hands no controllers down: the one that waits out here leaves it.
outside=/sys/fs/cgroup/porthole-$name/box/outside
if [ -d "$outside" ]; then
    until [ -d "${outside%/*}/all/first" ]; do
        kill -0 "$box" || break
        sleep 0.01
    done
    echo "$box" > "$outside/cgroup.procs" || :
fi
exec 4>&-
cat <&3
