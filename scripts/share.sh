#!/bin/sh
# share.sh PROGRAM FOLDER: writes the manual and the completions of a program into a folder laid out like /usr/share.
set -eu

program=$1
share=$2
rm -rf "$share"
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/site-functions" \
    "$share/fish/vendor_completions.d"

# It is read by a shell and never run, so its first line is nobody's.
"$program" --generate-completion-script bash | sed '1{/^#!/d}' > "$share/bash-completion/completions/broadsheet"
"$program" --generate-completion-script zsh > "$share/zsh/site-functions/_broadsheet"
"$program" --generate-completion-script fish > "$share/fish/vendor_completions.d/broadsheet.fish"

# The argument parser's own generator writes a page for each verb.
${SWIFT:-swift} build --product generate-manual > /dev/null
generator=$(${SWIFT:-swift} build --show-bin-path)/generate-manual
"$generator" "$program" --multi-page --section 1 \
    --date "${BROADSHEET_COMMIT_DATE:-$(date +%F)}" --authors "The Broadsheet authors" --output-directory "$share/man/man1"

# `whatis` finds a page by its file's name, which has no space, and mdoc wants a macro in place of an empty line.
for page in "$share"/man/man1/*.1; do
    name=$(basename "$page" .1)
    awk -v name="$name" '
        /^\.Nm "/ && !isNamed { full = $0; print ".Nm " name; isNamed = 1; next }
        /^\.Nm$/ && full { print full; next }
        /^$/ { print ".Pp"; next }
        { print }
    ' "$page" > "$page.new"
    mv "$page.new" "$page"
done
