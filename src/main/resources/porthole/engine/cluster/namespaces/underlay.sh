#!/bin/sh
# The network between the hosts. This process is the first of its PID namespace: with it, all others end.
folder=$1 count=$2 net=$3
ip link set lo up
ip link add underlay type bridge
ip address add "$net.254/24" dev underlay
ip link set underlay up
i=1
while [ "$i" -le "$count" ]; do
    unshare --net --uts --mount sh "$folder/host.sh" "$folder/host$i" "$i" "$net" > "$folder/host$i/log" 2>&1 < /dev/null &
    i=$((i + 1))
done
cat > /dev/null
