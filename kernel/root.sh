# shellcheck shell=bash
# Roots of another Debian suite's packages, beside the machine's own. Needs: say, fail, $home.

# Where apt gets its own packages from.
mirror() {
    apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -m 1 -E '/debian/?$' || printf 'http://deb.debian.org/debian\n'
}

# fetch_root WHAT SUITE FOLDER OPTION…: FOLDER/root is made of that suite's packages, unless an earlier run has made it.
# The options are mmdebstrap's. "recipe" in FOLDER tells a finished root of the same options from another.
fetch_root() {
    local what=$1 suite=$2 folder=$3
    shift 3
    if [[ $(cat "$folder/recipe" 2> /dev/null) == "$*" ]]; then
        return
    fi
    command -v mmdebstrap > /dev/null || fail 'There is no mmdebstrap here, which fetches %s. Run: apt-get install mmdebstrap' "$what"
    say 'Fetching %s from %s.' "$what" "$suite"
    rm -rf "$folder"
    mkdir -p "$folder"
    # A suite that is not out yet, or a mirror of a past day, has a date that has passed.
    mmdebstrap --quiet --components=main "$@" --aptopt='Acquire::Check-Valid-Until "false"' "$suite" "$folder/root" "$(mirror)" ||
        fail '%s could not be fetched from %s.' "$what" "$suite"
    printf '%s' "$*" > "$folder/recipe"
}

# copy_checkout FOLDER: copies this checkout into FOLDER, as it is on the disk, without what was built.
copy_checkout() {
    mkdir -p "$1"
    git -C "$home" ls-files -z --cached --others --exclude-standard |
        (cd "$home" && tar --create --null --ignore-failed-read --files-from - 2> /dev/null) | tar --extract --directory "$1"
}

# copy_classes FOLDER: what was compiled, too, as it is; Maven compiles in FOLDER only what has changed since.
copy_classes() {
    mkdir -p "$1/target"
    (cd "$home/target" && cp -a --target-directory "$1/target" classes test-classes maven-status 2> /dev/null) || true
}
