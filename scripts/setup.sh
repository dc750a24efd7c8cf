#!/bin/sh
# Installs the C libraries that Broadsheet links, where they are missing. Needs Debian 12 or a relative of it, and root
# or sudo; does nothing, and asks for nothing, when all is there.
set -eu

if ! command -v swift >/dev/null 2>&1; then
    echo "setup: there is no \`swift\` here; install Swift 6.3 or newer and put it on the PATH." >&2
    exit 1
fi

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
for pair in libxml-2.0:libxml2-dev sqlite3:libsqlite3-dev libpsl:libpsl-dev zlib:zlib1g-dev; do
    if [ -n "$missing" ] && [ "${missing#* pkg-config}" != "$missing" ]; then
        missing="$missing ${pair#*:}"
    elif ! pkg-config --exists "${pair%%:*}"; then
        missing="$missing ${pair#*:}"
    fi
done
# The stemmers come without a file for pkg-config.
[ -f /usr/include/libstemmer.h ] || missing="$missing libstemmer-dev"
[ -z "$missing" ] && exit 0

echo "setup: installing$missing"
if [ "$(id -u)" = 0 ]; then root=""; else root="sudo"; fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup: there is no apt-get here; install$missing (or what your system calls them) by hand." >&2
    exit 1
fi
# shellcheck disable=SC2086  # a list of names, and a word that may be empty
$root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing
