# shellcheck shell=bash disable=SC2154
# Opens the course in Jupyter. Needs: say, fail, $home, $state, $language.

# The first free port from $1 on.
free_port() {
    local port=$1
    while (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
        port=$((port + 1))
    done
    printf '%s\n' "$port"
}

# open_jupyter PORT BROWSER(true|false): serves notebooks/ until it is interrupted.
open_jupyter() {
    local program port token address page log=$state/jupyter.log
    program=$(jupyter_program) || fail 'Neither jupyter-lab nor jupyter-notebook is here.'
    port=$(free_port "$1")
    token=$(od -An -N 16 -tx1 /dev/urandom | tr -d ' \n')
    page=$language/$(basename "$(find "$home/notebooks/$language" -name '*.ipynb' | LC_ALL=C sort | head -n 1)")
    if [[ $program == */jupyter-lab ]]; then
        page=lab/tree/$page
    else
        page=notebooks/$page
    fi
    local options=(--port "$port" --port-retries 0 --no-browser --notebook-dir "$home/notebooks")
    if [[ $(id -u) == 0 ]]; then
        options+=(--allow-root)
    fi
    JUPYTER_TOKEN=$token "$program" "${options[@]}" < /dev/null > "$log" 2>&1 &
    jupyter_process=$!
    trap 'kill "$jupyter_process" 2> /dev/null' EXIT
    trap 'exit 0' INT TERM
    await_page "http://localhost:$port/api" "$log"
    address="http://localhost:$port/$page?token=$token"
    say 'Porthole is open at %s' "$address"
    say 'Ctrl-C ends it.'
    if [[ $2 == true && -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] && command -v xdg-open > /dev/null; then
        xdg-open "$address" > /dev/null 2>&1 || true
    fi
    wait "$jupyter_process"
}

# await_page ADDRESS LOG
await_page() {
    local limit=$((SECONDS + 60))
    until curl --silent --noproxy localhost --output /dev/null "$1"; do
        if ! kill -0 "$jupyter_process" 2> /dev/null || ((SECONDS >= limit)); then
            tail -n 5 "$2" >&2
            fail 'Jupyter did not answer at %s within 60 s. Its log is %s.' "$1" "$2"
        fi
        sleep 0.2
    done
}
