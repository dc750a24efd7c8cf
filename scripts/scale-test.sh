#!/bin/sh
# Shares sources out over tasks of Slurm on this machine, kills one of them, and compares the edition that is made out of
# their records with that of a single run: scale-test.sh PROGRAM [SOURCES]. Needs root, and installs Slurm where it is missing.
set -eu

program=$(realpath "$1")
sources=${2:-2000}
tasks=8
now=2026-11-23T05:00:00Z
scripts=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
started=""

finish() {
    for process in $started; do kill "$process" 2> /dev/null || true; done
    # What still ends writes its last words there.
    for process in $started; do wait "$process" 2> /dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

command -v slurmctld > /dev/null && command -v munged > /dev/null || {
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -qy slurm-wlm munge
}

host=$(hostname -s)
mkdir -p "$work/ctld" "$work/slurmd" "$work/munge" "$work/news/shards" "$work/single"
export SLURM_CONF=$work/slurm.conf
cat > "$SLURM_CONF" << END
ClusterName=news
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
StateSaveLocation=$work/ctld
SlurmdSpoolDir=$work/slurmd
SlurmctldPidFile=$work/ctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldPort=16817
SlurmdPort=16818
SchedulerParameters=sched_interval=1
MinJobAge=600
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=news Nodes=$host Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:8
END

dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2> /dev/null
chmod 600 "$work/munge/key"
chown -R root "$work/munge"
chmod 755 "$work" "$work/munge"
munged --force --foreground --key-file "$work/munge/key" --socket "$work/munge/socket" --pid-file "$work/munge/pid" \
    --log-file "$work/munge/log" --seed-file "$work/munge/seed" --num-threads 4 &
started="$started $!"
sleep 1
slurmctld -D -f "$SLURM_CONF" > "$work/ctld.log" 2>&1 &
started="$started $!"
slurmd -D -f "$SLURM_CONF" -N "$host" > "$work/slurmd.log" 2>&1 &
started="$started $!"

python3 "$scripts/scale-feeds.py" "$sources" "$work/news/broadsheet.yml" &
started="$started $!"
until [ -s "$work/news/broadsheet.yml" ] && sinfo -h -o %T 2> /dev/null | grep -q -e idle -e mixed; do sleep 1; done
cp "$work/news/broadsheet.yml" "$work/single/"

cat > "$work/fetch.sh" << END
#!/bin/sh
exec $program fetch -c $work/news/broadsheet.yml --now $now \\
    --shard "\$SLURM_ARRAY_TASK_ID/$tasks" --record "$work/news/shards/\$SLURM_ARRAY_TASK_ID.warc.gz"
END
fetch=$(sbatch --parsable --requeue --array=1-$tasks --output="$work/fetch-%a.log" --open-mode=append "$work/fetch.sh")
merge=$(sbatch --parsable --dependency=afterok:"$fetch" --output="$work/merge.log" \
    --wrap "exec $program run -c $work/news/broadsheet.yml --replay $work/news/shards")

# One task is killed while it is at work, and queued again.
until [ -s "$work/news/shards/2.warc.gz" ]; do sleep 0.1; done
scontrol requeue "${fetch}_2"
echo "Task 2 of $tasks was killed with $(stat -c %s "$work/news/shards/2.warc.gz") bytes of its record, and queued again."

# A task that was queued again waits for two minutes by itself.
while true; do
    state=$(sacct -n -j "$merge" -o state 2> /dev/null || true)
    state=${state:-$(scontrol show job "$merge" | sed -n 's/.*JobState=\([A-Z_]*\).*/\1/p')}
    case $state in
        *COMPLETED*) break ;;
        *FAILED* | *CANCELLED*) cat "$work"/*.log; exit 1 ;;
    esac
    sleep 2
done

"$program" run -c "$work/single/broadsheet.yml" --now "$now"
cd "$work"
diff -r -q --exclude=health.html --exclude=health.json news/public single/public
echo "The edition of $tasks tasks over $sources sources is that of a single run, byte for byte."
