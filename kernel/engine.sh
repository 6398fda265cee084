# shellcheck shell=bash
# Where the engine listens, and one call of its API. For scripts that run before Java and the docker program are there.

# The engine's address: DOCKER_HOST, else the docker program's context, else the usual sockets.
engine_host() {
    local host=${DOCKER_HOST:-}
    if [[ -z $host ]] && command -v docker > /dev/null; then
        host=$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2> /dev/null || true)
    fi
    if [[ -z $host && ! -S /var/run/docker.sock && -S ${XDG_RUNTIME_DIR:-/nowhere}/docker.sock ]]; then
        host=unix://$XDG_RUNTIME_DIR/docker.sock
    fi
    printf '%s\n' "${host:-unix:///var/run/docker.sock}"
}

# engine_call PATH [CURL OPTION…]: prints the answer's body; fails where the engine does.
engine_call() {
    local host path=$1
    host=$(engine_host)
    shift
    case $host in
        unix://*) curl --silent --show-error --fail-with-body --unix-socket "${host#unix://}" "$@" "http://engine$path" ;;
        tcp://*) curl --silent --show-error --fail-with-body "$@" "http://${host#tcp://}$path" ;;
        *)
            printf 'Scripts speak to an engine at unix:// or tcp://, not at %s.\n' "$host" >&2
            return 1
            ;;
    esac
}

# Whether an engine answers within five seconds.
engine_answers() {
    [[ $(engine_call /_ping --max-time 5 2> /dev/null) == OK ]]
}
