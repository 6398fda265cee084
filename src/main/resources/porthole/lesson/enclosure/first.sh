#!/bin/sh
# The first process of an enclosure, root in its own user namespace: first.sh FOLDER. File descriptor 4 gets the process id
# as the machine sees it, which this /proc, still the machine's, says.
set -eu
folder=$1
root=$folder/root
read -r pid rest < /proc/self/stat
# Of a mount that came from outside the root cannot be changed; of its own it can.
mount --rbind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t tmpfs -o mode=755,size=32m run run
mkdir run/engine
mount --bind "$folder/sockets" run/engine
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts
mount -t tmpfs -o mode=1777,size=64m shm dev/shm
if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    mkdir -p sys/fs/cgroup/first
    while read -r each; do
        echo "$each" > sys/fs/cgroup/first/cgroup.procs || :
    done < sys/fs/cgroup/cgroup.procs
    for each in $(cat sys/fs/cgroup/cgroup.controllers); do
        for try in $(seq 200); do
            echo "+$each" > sys/fs/cgroup/cgroup.subtree_control && break
            sleep 0.02 # hold.sh has not left the group yet
        done
    done
else
    mount -t tmpfs -o mode=755,size=1m cgroups sys/fs/cgroup
    while IFS=: read -r number controllers path; do
        case $controllers in
            '') continue ;;
            name=*) each=${controllers#name=} ;;
            *) each=$controllers ;;
        esac
        mkdir "sys/fs/cgroup/$each"
        mount -t cgroup -o "$controllers" cgroup "sys/fs/cgroup/$each" || rmdir "sys/fs/cgroup/$each"
    done < /proc/self/cgroup
fi
hostname enclosure
ip link set lo up
echo 0 > proc/sys/net/ipv4/ip_unprivileged_port_start # for the examiner's answer to names, see resolv.conf
pivot_root . .machine
cd /
umount --lazy /.machine
rmdir /.machine
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home
dockerd --host unix:///run/docker.sock --host unix:///run/engine/docker.sock --pidfile /run/docker.pid \
    --exec-opt native.cgroupdriver=cgroupfs > /tmp/engine.log 2>&1 4>&- &
echo "$pid" >&4
exec 4>&-
# Takes in what has lost its parent, and stays when the engine has ended.
while :; do
    sleep 3600 || :
done
