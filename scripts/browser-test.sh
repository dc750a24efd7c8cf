#!/bin/sh
# Renders the demo in headless Chromium and judges the pages as a reader would meet them. Installs Chromium (Debian) and
# Playwright (PyPI, into .build/browser) where they are missing. `--screenshots` also writes those of the README.
#
# usage: browser-test.sh PROGRAM [--screenshots]
# BROWSER_FEEDS names a folder of feeds, of which one more site is made.
set -eu
program=$(realpath "$1")
shift
here=$(cd "$(dirname "$0")/.." && pwd)
tools="$here/.build/browser"

root=""
[ "$(id -u)" = 0 ] || root="sudo"
missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium fonts-noto-core"
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "browser-test: there is no apt-get here; install $missing (or what your system calls them) by hand." >&2
        exit 1
    fi
    echo "browser-test: installing $missing"
    # shellcheck disable=SC2086  # a list of names
    $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing
fi
if ! "$tools/bin/python" -c 'import playwright' 2>/dev/null; then
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet playwright
fi

work=$(mktemp -d)
world=""
finish() {
    [ -z "$world" ] || kill "$world" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

# A week of editions, its world left serving, so that other sites can be made of the same news.
cd "$work"
"$program" demo --quiet -o site --days 7 --keep >demo.log 2>&1 &
world=$!
tries=0
until grep -q "goes on serving" demo.log 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 120 ] || ! kill -0 "$world" 2>/dev/null; then
        cat demo.log >&2
        echo "browser-test: the demo did not come to its end." >&2
        exit 1
    fi
    sleep 1
done

# The same in Arabic, in the dense look: everything the other way round.
sed -e 's/^language: .*/language: ar/' -e 's|^output: .*|output: arabic|' -e 's|^state: .*|state: arabic.sqlite|' \
    .broadsheet/demo/broadsheet.yml >arabic.yml
echo 'pages: {theme: compact}' >>arabic.yml
"$program" run -c arabic.yml --fail-on none --quiet

# What the demo hides: few and many stories, sources and editions, failures, whole texts, pictures, other scripts.
status=0
python3 "$here/scripts/browser_sites.py" "$program" many ${BROWSER_FEEDS:+--feeds "$BROWSER_FEEDS"} || status=1

"$tools/bin/python" "$here/scripts/browser_test.py" site "$@" || status=1
"$tools/bin/python" "$here/scripts/browser_test.py" arabic || status=1
"$tools/bin/python" "$here/scripts/browser_test.py" --fast many/*/site || status=1
exit $status
