#!/bin/sh
# One host: its own network namespace, name and mounts, a cable to the underlay, and an engine.
folder=$1 number=$2 net=$3
cluster=${folder%/*}
hostname "host$number"
mount -t tmpfs -o mode=755 tmpfs /run
if [ -d /etc/docker ]; then
    mount -t tmpfs tmpfs /etc/docker
fi
ip link set lo up
ip link add eth0 type veth peer name "host$number" netns 1
nsenter --target 1 --net ip link set "host$number" master underlay up
ip address add "$net.$number/24" dev eth0
ip link set eth0 up
printf '{}' > "$folder/daemon.json"
# No name server can be reached from here. With ndots above 0, Docker's own DNS asks none for a name without a dot: it says at
# once that nobody has it, where it would say nothing for 10 s (20.10 seen).
exec dockerd --host "unix://$folder/docker.sock" --data-root "$folder/data" --exec-root /run/docker \
    --pidfile /run/docker.pid --config-file "$folder/daemon.json" --exec-opt native.cgroupdriver=cgroupfs --dns-opt ndots:1 \
    --cgroup-parent "/porthole-${cluster##*/}-$number"
