# shellcheck shell=bash disable=SC2154
# What is missing on this machine, and its installation through apt-get. Needs: say, fail, $state, $assume_yes, $dry_run.

wanted_packages=()
wanted_reasons=()

# want REASON PACKAGE…
want() {
    wanted_reasons+=("${*:2}: $1")
    wanted_packages+=("${@:2}")
}

# as_root COMMAND…
as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# The home of a JDK 17 or newer: JAVA_HOME where it is one, else the javac of PATH, else the usual folder.
jdk_home() {
    local javac home version
    javac=$(readlink -f "$(command -v javac || true)" || true)
    for home in "${JAVA_HOME:-}" "${javac%/bin/javac}" /usr/lib/jvm/*; do
        if [[ -x $home/bin/javac && -f $home/release ]]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
            if ((${version:-0} >= 17)); then
                printf '%s\n' "$home"
                return
            fi
        fi
    done
    return 1
}

# The first Python that can do what the given code says.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        if command -v "$python" > /dev/null && "$python" -c "$1" 2> /dev/null; then
            printf '%s\n' "$python"
            return
        fi
    done
    return 1
}

jupyter_program() {
    command -v jupyter-lab || command -v jupyter-notebook
}

want_basics() {
    jdk_home > /dev/null || want "Java 17 with its compiler, in which the kernel is written" "$(newest_known openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless)"
    command -v mvn > /dev/null || want "Maven, which builds the kernel" maven
    command -v curl > /dev/null || want "asks the engine before Java is there" curl ca-certificates
    if ! engine_answers && ! command -v dockerd > /dev/null && [[ ! -S $(engine_socket) ]]; then
        want "the Docker engine; none answers at $(engine_host)" docker.io iptables
    fi
}

want_jupyter() {
    jupyter_program > /dev/null || want "Jupyter, in which the course opens" jupyter-notebook
}

want_headless() {
    python_with 'import nbclient, nbconvert' > /dev/null || want "runs notebooks without a browser" python3-nbclient python3-nbconvert
}

want_test_programs() {
    python_with 'import jupyter_kernel_test' > /dev/null || want "Jupyter's own test of kernels" python3-jupyter-kernel-test
    if ! command -v chromium > /dev/null || ! command -v chromedriver > /dev/null; then
        want "the browser tests" chromium chromium-driver
    fi
    fc-list :lang=ja 2> /dev/null | grep -q . || want "Japanese in the browser's pictures" fontconfig fonts-noto-cjk
}

want_compose() {
    docker compose version > /dev/null 2>&1 || command -v docker-compose > /dev/null || want "Compose, which section 5.1 uses" docker-compose
}

want_other_suites() {
    command -v mmdebstrap > /dev/null || want "fetches what other Debian suites have: engines, JupyterLab" mmdebstrap
}

# The first of these packages that this release has; the first where apt knows none yet.
newest_known() {
    local package
    for package; do
        if apt-cache show "$package" 2> /dev/null | grep -q '^Package:'; then
            printf '%s\n' "$package"
            return
        fi
    done
    printf '%s\n' "$1"
}

# Installs what was wanted, after asking; a refusal ends the script.
install_wanted() {
    local answer
    if [[ ${#wanted_packages[@]} == 0 ]]; then
        return
    fi
    say 'Porthole needs packages that this machine lacks:'
    printf '  %s\n' "${wanted_reasons[@]}"
    local command="apt-get install -y --no-install-recommends ${wanted_packages[*]}"
    if [[ $dry_run == true ]]; then
        say "Would run: $command"
        wanted_packages=()
        wanted_reasons=()
        return
    fi
    command -v apt-get > /dev/null || fail 'There is no apt-get here, so please install these by hand and run this again.'
    if [[ $(id -u) != 0 ]] && ! command -v sudo > /dev/null; then
        fail "That needs root, and there is no sudo here. Ask an administrator to run: $command"
    fi
    if [[ $assume_yes != true ]]; then
        [[ -t 0 ]] || fail 'Nobody is at a terminal to agree. Run this again with --yes.'
        read -r -p "Install them with apt-get? [Y/n] " answer
        [[ ${answer:-y} == [Yy]* ]] || fail 'Nothing was installed.'
    fi
    say "Installing them; this takes some minutes. The log is $state/apt.log."
    mkdir -p "$state"
    if ! as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update && $command" < /dev/null > "$state/apt.log" 2>&1; then
        tail -n 5 "$state/apt.log" >&2
        fail "apt-get failed. Its command was: $command"
    fi
    wanted_packages=()
    wanted_reasons=()
}
