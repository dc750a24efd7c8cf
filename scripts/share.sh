#!/bin/sh
# share.sh PROGRAM FOLDER: writes the manual and the completions of a program into a folder laid out like /usr/share.
set -eu

program=$1
share=$2
rm -rf "$share"
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/site-functions" \
    "$share/fish/vendor_completions.d"

"$program" --generate-completion-script bash > "$share/bash-completion/completions/broadsheet"
"$program" --generate-completion-script zsh > "$share/zsh/site-functions/_broadsheet"
"$program" --generate-completion-script fish > "$share/fish/vendor_completions.d/broadsheet.fish"

# The argument parser's own generator writes a page for each verb.
${SWIFT:-swift} build --product generate-manual > /dev/null
generator=$(${SWIFT:-swift} build --show-bin-path)/generate-manual
"$generator" "$program" --multi-page --section 1 \
    --date "${BROADSHEET_COMMIT_DATE:-$(date +%F)}" --authors "The Broadsheet authors" --output-directory "$share/man/man1"
