#!/bin/sh
# install.sh PROGRAM SHARE PREFIX: installs a program that was built, its manual and its completions. What is not built yet
# is, unless that would be done in somebody else's name: sudo has neither the path of the user nor is it theirs.
set -eu

program=$1
share=$2
prefix=$3
if [ ! -x "$program" ] || [ ! -d "$share/man" ]; then
    if [ -n "${SUDO_USER:-}" ] || ! command -v "${SWIFT:-swift}" > /dev/null 2>&1; then
        echo "Nothing is built yet: run \`make build\` as yourself, where swift is at hand, and then \`make install\`." >&2
        exit 1
    fi
    "${MAKE:-make}" build
fi
install -D -m 755 "$program" "$prefix/bin/broadsheet"
# Whatever the umask was under which they were made, everybody may read them.
(cd "$share" && find . -type f) | while IFS= read -r file; do
    install -D -m 644 "$share/$file" "$prefix/share/$file"
done
