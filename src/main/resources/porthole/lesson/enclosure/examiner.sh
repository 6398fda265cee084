#!/bin/sh
# examiner.sh FOLDER HOLDER PROCESS COMMAND…: becomes COMMAND beside the enclosure: on its network, with its engine's socket, and
# with processes, users and files of its own, which what runs in the enclosure does not see.
folder=$1 holder=$2 process=$3
shift 3
. "$folder/settings"
read -r namespace < "$folder/examiner.namespace"
exec sh "$scripts/enter.sh" "$folder/groups.examiner" prlimit --core=0 \
    nsenter --mount="/proc/$holder/ns/mnt" --net="/proc/$process/ns/net" \
    nsenter --user="/proc/$namespace/ns/user" \
    unshare --mount --pid --ipc --uts --fork --kill-child=KILL sh "$scripts/examine.sh" "$folder" "$@"
