# shellcheck shell=bash disable=SC2154
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

# The socket's file; empty where the engine is elsewhere.
engine_socket() {
    local host
    host=$(engine_host)
    if [[ $host == unix://* ]]; then
        printf '%s\n' "${host#unix://}"
    fi
}

# Starts an engine where none answers, and waits until it does. Needs: say, fail, as_root, $state.
start_engine() {
    local socket log=$state/dockerd.log
    if engine_answers; then
        return
    fi
    socket=$(engine_socket)
    if [[ -S $socket && ! -w $socket ]]; then
        # shellcheck disable=SC2016 # to be typed
        fail 'An engine may be there, but you may not write to %s. Run: sudo usermod -aG docker "$USER", and log in again.' "$socket"
    fi
    if [[ $socket != /var/run/docker.sock ]]; then
        fail 'No engine answers at %s. Start it, or unset DOCKER_HOST (or: docker context use default) for one here.' "$(engine_host)"
    fi
    command -v dockerd > /dev/null || fail 'No engine answers and there is no dockerd here. "./porthole start" installs one.'
    say 'Starting the Docker engine.'
    if [[ -d /run/systemd/system ]]; then
        as_root systemctl start docker || fail 'systemctl could not start docker. See: journalctl -u docker'
    else
        # The socket then belongs to the one who starts, root or not.
        as_root setsid nohup dockerd --group "$(id -gn)" < /dev/null > "$log" 2>&1 &
    fi
    wait_for_engine 60 || fail 'The engine did not answer at %s within 60 s. Its log is %s; last: %s' "$socket" "$log" "$(tail -n 1 "$log" 2> /dev/null)"
}

# wait_for_engine SECONDS
wait_for_engine() {
    local limit=$((SECONDS + $1))
    while ! engine_answers; do
        if ((SECONDS >= limit)); then
            return 1
        fi
        sleep 0.2
    done
}

hub_answers() {
    local status
    status=$(curl --silent --output /dev/null --max-time 4 --write-out '%{http_code}' https://registry-1.docker.io/v2/ || true)
    [[ $status == 200 || $status == 401 ]]
}
