#!/bin/sh
# check-recipes.sh PROGRAM: has a program write every file of a project, and lets actionlint, shellcheck and
# systemd-analyze judge these and the repository's own. What is not installed is said and passed over.
set -eu

program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" init "$work" --title Sample --github-pages --gitlab-pages --systemd --cron --docker > /dev/null
"$program" check -c "$work/broadsheet.yml" > /dev/null

judge() { # TOOL COMMAND…
    tool=$1
    shift
    if command -v "$tool" > /dev/null 2>&1; then
        printf '%s\n' "$tool: $*"
        "$@"
    else
        printf '%s\n' "$tool is not installed: passed over"
    fi
}

# What the documents give to copy: workflows and lines of shell, each block a file.
mkdir "$work/docs"
awk -v folder="$work/docs" '
    /^```/ && file != "" { close(file); file = ""; next }
    /^```sh$/ { file = folder "/" ++count ".sh"; next }
    /^```yaml$/ { file = folder "/" ++count ".yml"; next }
    file != "" { print > file }' README.md docs/*.md
# shellcheck disable=SC2046  # names without blanks
judge actionlint actionlint $(grep -l '^jobs:' "$work"/docs/*.yml)
# What is typed on a terminal goes on where `cd` fails; a person does not.
judge shellcheck shellcheck --severity=warning --shell=sh --exclude=SC2164 "$work"/docs/*.sh
judge actionlint actionlint "$work/.github/workflows/broadsheet.yml" .github/workflows/*.yml
judge shellcheck shellcheck --severity=warning scripts/*.sh docker/*.sh
judge systemd-analyze systemd-analyze verify --man=no "$work/systemd/broadsheet.service" "$work/systemd/broadsheet.timer"
# A folder whose name has what units take for their own; what systemd passes over it says, and ends well.
odd="$work/50% of it's \$news [new]"
"$program" init "$odd" --systemd > /dev/null
judge systemd-analyze systemd-analyze verify --man=no "$odd/systemd/broadsheet.service" 2> "$work/said" || true
[ ! -s "$work/said" ] || { cat "$work/said"; exit 1; }
# A configuration with places of its own.
mkdir "$work/own"
printf 'output: site/of news\nstate: data/news.sqlite\nsources:\n  - feed: https://example.org/rss.xml\n' \
    > "$work/own/broadsheet.yml"
"$program" init "$work/own" --github-pages --gitlab-pages --systemd --cron --docker > /dev/null
judge actionlint actionlint "$work/own/.github/workflows/broadsheet.yml"
judge systemd-analyze systemd-analyze verify --man=no "$work/own/systemd/broadsheet.service"
judge systemd-analyze systemd-analyze security --offline=true --threshold=30 --no-pager "$work/systemd/broadsheet.service" \
    > "$work/security" || { cat "$work/security"; exit 1; }
tail -1 "$work/security"
