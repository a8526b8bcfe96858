#!/bin/sh
# Installs the Debian packages that are missing, and nothing when none is: no apt call, no network.
# Usage: setup.sh build|test|faults|screenshot
set -eu

purpose=${1:-build}
libraries="libxml2-dev libsqlite3-dev zlib1g-dev libuchardet-dev libssl-dev libseccomp-dev libcld2-dev"

say() { echo "setup: $*" >&2; }

if ! command -v swift >/dev/null; then
    say "there is no Swift here. Version 6.2 or later is needed: https://www.swift.org/install/linux"
    exit 1
fi

# Says whether a package is installed, for machines with dpkg and for those without.
installed() {
    if command -v dpkg-query >/dev/null; then
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
        return
    fi
    case $1 in
        libxml2-dev) pkg-config --exists libxml-2.0 ;;
        libsqlite3-dev) pkg-config --exists sqlite3 ;;
        zlib1g-dev) pkg-config --exists zlib ;;
        libuchardet-dev) pkg-config --exists uchardet ;;
        libssl-dev) pkg-config --exists libcrypto ;;
        libseccomp-dev) pkg-config --exists libseccomp ;;
        libcld2-dev) [ -e /usr/include/cld2/public/compact_lang_det.h ] ||
            [ -e /usr/local/include/cld2/public/compact_lang_det.h ] ;;
        *) return 1 ;;
    esac
}

missing=""
need() { missing="$missing $1"; }
wanted=""
# What only makes the checks stricter: where it cannot be had, they say what they skip.
want() { wanted="$wanted $1"; }

for package in $libraries; do installed "$package" || need "$package"; done
command -v pkg-config >/dev/null || need pkg-config
command -v python3 >/dev/null || need python3
case $purpose in
    test)
        python3 -c 'import jsonschema' 2>/dev/null || /usr/bin/python3 -c 'import jsonschema' 2>/dev/null ||
            need python3-jsonschema
        command -v tidy >/dev/null || need tidy
        command -v jq >/dev/null || need jq
        command -v valgrind >/dev/null || want valgrind
        for module in feedparser icalendar; do
            /usr/bin/python3 -c "import $module" 2>/dev/null || python3 -c "import $module" 2>/dev/null ||
                want "python3-$module"
        done
        ;;
    faults)
        command -v cc >/dev/null || command -v clang >/dev/null || need gcc
        ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || want faketime
        command -v mkfs.ext4 >/dev/null || want e2fsprogs
        ;;
    screenshot) command -v chromium >/dev/null || need chromium ;;
esac
if [ -n "$wanted" ] && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    say "installing$wanted"
    # shellcheck disable=SC2086 # the packages are words
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $wanted </dev/null >/dev/null 2>&1 ||
        say "could not install$wanted; the checks that want them are skipped"
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    say "these are missing, and there is no apt-get to install them (the names are Debian's):$missing"
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null; then
    as_root="sudo"
else
    say "these packages are missing, and installing them needs root or sudo:"
    say "    apt-get install$missing"
    exit 1
fi
say "installing$missing"
# The lists of a fresh container are empty; of a package that is known, nothing needs to be fetched first.
# shellcheck disable=SC2086 # the packages are words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null || {
    $as_root apt-get update -q </dev/null
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing </dev/null
}
