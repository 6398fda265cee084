#!/bin/sh
# "docker run IMAGE sh" runs sh; "docker run IMAGE http://…" and "docker run IMAGE -v …" run curl.
case "${1:-curl}" in
    -*) exec curl "$@" ;;
esac
if command -v "${1:-curl}" > /dev/null; then
    exec "$@"
fi
exec curl "$@"
