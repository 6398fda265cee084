#!/bin/sh
# enter.sh GROUPS COMMAND…: becomes COMMAND in the control groups that the file GROUPS names.
groups=$1
shift
while read -r group; do
    echo $$ > "$group/cgroup.procs" || exit
done < "$groups"
exec "$@"
