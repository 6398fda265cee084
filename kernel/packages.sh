# shellcheck shell=bash disable=SC2154
# What is missing on this machine, and its installation through apt-get. Needs: say, fail, $state, $assume_yes, $dry_run.

wanted_packages=()
wanted_reasons=()

# want REASON PACKAGE…: a package may be several with "|" between them, of which the first that this release has is taken;
# where the last of them is empty, it may be none.
want() {
    wanted_reasons+=("$1")
    wanted_packages+=("${*:2}")
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
    jdk_home > /dev/null || want 'a Java Development Kit, version 17 or later, for the kernel' \
        'default-jdk-headless|openjdk-25-jdk-headless|openjdk-21-jdk-headless|openjdk-17-jdk-headless'
    want_pictures
    command -v mvn > /dev/null || ! is_stale || want 'Maven, which builds the kernel' maven
    if [[ $engineless == true ]]; then
        return
    fi
    command -v curl > /dev/null || want 'to ask the engine before Java is there' curl ca-certificates
    if ! engine_answers && ! command -v dockerd > /dev/null && [[ ! -S $(engine_socket) ]]; then
        want "$(say 'the Docker engine; none answers at %s' "$(engine_host)")" docker.io iptables
    fi
    command -v docker > /dev/null || want 'the docker program' 'docker-cli|docker.io'
}

# The libraries that Java draws with, which a JDK "headless" only recommends. One that brings its own copies needs none.
want_pictures() {
    local java libraries=() missing
    java=$(jdk_home || true)
    if [[ -z $java ]]; then
        libraries=(libharfbuzz0b libfreetype6 libfontconfig1)
    else
        missing=$(ldd "$java"/lib/lib{awt,awt_headless,fontmanager,freetype,javajpeg,lcms}.so 2> /dev/null | sed -n 's/^[[:space:]]*\(.*\) => not found/\1/p' || true)
        [[ $missing != *libharfbuzz* ]] || libraries+=(libharfbuzz0b)
        [[ $missing != *libfreetype* ]] || libraries+=(libfreetype6)
        [[ $(/sbin/ldconfig -p) == *libfontconfig.so.1* ]] || libraries+=(libfontconfig1)
    fi
    [[ -n $(find /usr/share/fonts /usr/local/share/fonts -name '*.[ot]t[fc]' -print -quit 2> /dev/null) ]] || libraries+=(fonts-dejavu-core)
    if [[ ${#libraries[@]} != 0 ]]; then
        want "what Java draws pictures with" "${libraries[@]}"
    fi
}

want_jupyter() {
    jupyter_program > /dev/null || want 'Jupyter, in which the course opens' 'jupyter-notebook|jupyterlab'
}

want_headless() {
    python_with 'import nbclient, nbconvert' > /dev/null || want 'to run notebooks without a browser' python3-nbclient python3-nbconvert
}

# What the pages of a book are made by.
book_modules='import sphinx, nbsphinx, furo, nbclient, nbconvert'
want_book() {
    python_with "$book_modules" > /dev/null || want 'to make pages of notebooks' python3-sphinx python3-nbsphinx furo python3-nbclient python3-nbconvert
    command -v pandoc > /dev/null || want 'to read the text of notebooks' pandoc
}

want_printer() {
    command -v chromium > /dev/null || command -v google-chrome > /dev/null || want 'to print the PDF' 'chromium|chromium-browser'
    fc-list :lang=ja 2> /dev/null | grep -q . || want 'Japanese in the PDF' fontconfig fonts-noto-cjk
}

want_test_programs() {
    python_with 'import jupyter_kernel_test' > /dev/null || want "Jupyter's own test of kernels" python3-jupyter-kernel-test
    if ! command -v chromium > /dev/null || ! command -v chromedriver > /dev/null; then
        want "the browser tests" chromium chromium-driver
    fi
    fc-list :lang=ja 2> /dev/null | grep -q . || want "Japanese in the browser's pictures" fontconfig fonts-noto-cjk
}

want_compose() {
    docker compose version > /dev/null 2>&1 || command -v docker-compose > /dev/null ||
        want 'Compose, which section 5.1 uses' 'docker-compose-v2|docker-compose'
}

want_enclosures() {
    local program
    command -v dockerd > /dev/null || want 'an engine for each submission' docker.io iptables
    for program in unshare nsenter prlimit setsid; do
        command -v "$program" > /dev/null || want 'the namespaces that keep submissions apart' util-linux
    done
    [[ -x /sbin/mkfs.ext4 ]] || want 'the disk of each submission' e2fsprogs
    command -v ip > /dev/null || [[ -x /sbin/ip ]] || want 'the network of each submission' iproute2
}

want_other_suites() {
    command -v mmdebstrap > /dev/null || want 'to fetch what other Debian suites have: engines, JupyterLab, bare roots' mmdebstrap
}

want_bare_network() {
    command -v slirp4netns > /dev/null || want 'the network of a bare root' slirp4netns
}

# apt's own options for reading package lists; empty for the machine's own.
package_lists=()

# On a machine without package lists they are read into a passing folder, which needs no rights and changes nothing.
read_package_lists() {
    local folder
    if [[ -n $(find /var/lib/apt/lists -name '*Packages*' -print -quit 2> /dev/null) ]]; then
        return
    fi
    folder=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder as it is now
    trap "rm -rf '$folder'" EXIT
    mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
    package_lists=(-o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache")
    say 'Reading the package lists.'
    apt-get "${package_lists[@]}" update > "$folder/log" 2>&1 || {
        tail -n 3 "$folder/log" >&2
        fail 'The package lists could not be read, so what this machine needs cannot be named.'
    }
}

# Whether this release has the package; a JDK of its choice counts from Java 17 on.
is_offered() {
    local version
    version=$(apt-cache "${package_lists[@]}" show "$1" 2> /dev/null | sed -n '/^Version: /{s///p;q}')
    [[ -n $version ]] && { [[ $1 != default-jdk-headless ]] || dpkg --compare-versions "$version" ge 2:1.17; }
}

# choose PACKAGE|PACKAGE…: the first that this release has; nothing where the last is empty and it has none.
choose() {
    local package packages
    IFS='|' read -r -a packages <<< "$1"
    for package in "${packages[@]}"; do
        if is_offered "$package"; then
            printf '%s\n' "$package"
            return
        fi
    done
    [[ $1 == *'|' ]] || return 1
}

# Installs what was wanted, after asking; a refusal ends the script.
install_wanted() {
    local answer i wanted package packages=() lines=() chosen
    if [[ ${#wanted_packages[@]} == 0 ]]; then
        return
    fi
    command -v apt-get > /dev/null ||
        fail 'This needs packages that are installed by apt-get, which is not here. Install them by hand and run this again: %s' "${wanted_packages[*]//|/ or }"
    read_package_lists
    for i in "${!wanted_packages[@]}"; do
        chosen=()
        for wanted in ${wanted_packages[i]}; do
            package=$(choose "$wanted") || fail 'This release has no package %s (%s).' "${wanted//|/ or }" "$(say "${wanted_reasons[i]}")"
            [[ -z $package || " ${packages[*]} " == *" $package "* ]] || chosen+=("$package")
            [[ -z $package ]] || packages+=("$package")
        done
        [[ ${#chosen[@]} == 0 ]] || lines+=("${chosen[*]}: $(say "${wanted_reasons[i]}")")
    done
    mapfile -t packages < <(printf '%s\n' "${packages[@]}" | awk '!seen[$0]++')
    say 'Porthole needs packages that this machine lacks:'
    printf '  %s\n' "${lines[@]}"
    local command="apt-get install -y --no-install-recommends ${packages[*]}"
    if [[ $dry_run == true ]]; then
        say 'Would run: %s' "$command"
        wanted_packages=()
        wanted_reasons=()
        return
    fi
    if [[ $(id -u) != 0 ]] && ! command -v sudo > /dev/null; then
        fail 'That needs root, and there is no sudo here. Ask an administrator to run: %s' "$command"
    fi
    if [[ $assume_yes != true ]]; then
        [[ -t 0 ]] || fail 'No one is at a terminal to agree. Run this again with --yes.'
        read -r -p "$(say 'Install them with apt-get? [Y/n] ')" answer
        [[ ${answer:-y} == [Yy]* ]] || fail 'Nothing was installed.'
    fi
    mkdir -p "$state"
    say 'Installing them; this takes some minutes. The log is %s.' "$state/apt.log"
    if ! as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update && $command" < /dev/null > "$state/apt.log" 2>&1; then
        tail -n 5 "$state/apt.log" >&2
        fail 'apt-get failed. Its command was: %s' "$command"
    fi
    wanted_packages=()
    wanted_reasons=()
}
