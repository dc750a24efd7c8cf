#!/bin/sh
# nightly HH:MM: makes an edition at this time of each day, in the zone of TZ, and one at once where there is none yet.
# Without an argument it runs broadsheet as it was told.
set -u

if [ "${1:-}" != nightly ]; then
    exec broadsheet "$@"
fi
at=${2:-04:47}
trap 'exit 0' TERM INT

# The instant of that time on a day such as "today". Where clocks skip it in spring, it is what it is by those of the day
# before: most often an hour later.
instant() {
    date -d "$1 $at" +%s 2> /dev/null && return
    date -d "$(date -d "$1 12:00" +%F) $at $(date -d "$1 12:00 yesterday" +%z)" +%s
}

run() {
    broadsheet run -v
    code=$?
    # 3: published, but sources need someone. 4: the site stays as it was. Both are said, and tomorrow is another night.
    [ "$code" = 0 ] || echo "broadsheet: the run ended with exit code $code" >&2
}

# 1: there is no report yet, wherever the configuration has the state. 2: the configuration is wrong, as a run will say.
broadsheet health > /dev/null 2>&1
case $? in 1 | 2) run ;; esac
while true; do
    now=$(date +%s)
    next=$(instant today) || exit 2
    [ "$next" -gt "$now" ] || next=$(instant tomorrow) || exit 2
    # In the background, so that the end of the container need not wait for it.
    sleep $((next - now)) &
    wait $!
    run
done
