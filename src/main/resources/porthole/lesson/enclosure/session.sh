#!/bin/sh
# session.sh FOLDER PROCESS WORKING_FOLDER COMMAND…: becomes COMMAND inside the enclosure whose first process that is.
folder=$1 process=$2 place=$3
shift 3
. "$folder/settings"
exec sh "$scripts/enter.sh" "$folder/groups.session" prlimit --core=0 --nproc="$processes" \
    nsenter --target "$process" --user --mount --pid --net --ipc --uts --cgroup \
    sh -c 'cd "$0" && exec "$@"' "$place" "$@"
