#!/bin/sh
# nightly HH:MM: makes an edition at this time of each day, in the zone of TZ, and one at once where there is none yet.
# Without an argument it runs broadsheet as it was told.
set -u

if [ "${1:-}" != nightly ]; then
    exec broadsheet "$@"
fi
at=${2:-04:47}
trap 'exit 0' TERM INT

run() {
    broadsheet run -v
    code=$?
    # 3: published, but sources need someone. 4: the site stays as it was. Both are said, and tomorrow is another night.
    [ "$code" = 0 ] || echo "broadsheet: the run ended with exit code $code" >&2
}

[ -e .broadsheet/state.sqlite ] || run
while true; do
    now=$(date +%s)
    next=$(date -d "today $at" +%s) || exit 2
    [ "$next" -gt "$now" ] || next=$(date -d "tomorrow $at" +%s)
    # In the background, so that the end of the container need not wait for it.
    sleep $((next - now)) &
    wait $!
    run
done
