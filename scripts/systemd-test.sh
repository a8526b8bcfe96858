#!/usr/bin/env bash
# Starts a real systemd in namespaces of its own, over a copy of this machine's root that is thrown away, installs the
# service there, and sees whether it starts, works, survives and stops. Nothing of the machine itself is changed.
# Needs root, unshare and systemd, and says so and skips where they are missing. Memory limits are not tested: the
# machine's own control groups may hold the memory controller.
# Usage: systemd-test.sh [DIRECTORY_OF_THE_BUILT_PROGRAM]
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
self=$root/scripts/systemd-test.sh

skip() {
    echo "Skipped: $*"
    exit 0
}

# ---- First: is this a machine to try it on? Then again, in a mount namespace that disappears with us.
if [[ ${1:-} != --in-namespace && ${1:-} != --boot ]]; then
    built=$(realpath "${1:-$root/.build/release}")
    [[ -x $built/dateline ]] || { echo "$built/dateline is not there; run make build first" >&2; exit 2; }
    [[ $(id -u) -eq 0 ]] || skip "starting a systemd of one's own needs root."
    for tool in unshare nsenter pivot_root setpriv; do
        command -v "$tool" >/dev/null || skip "no $tool here."
    done
    [[ -x /lib/systemd/systemd ]] || skip "no systemd here."
    unshare --fork --pid --mount --uts --ipc --net --cgroup true 2>/dev/null || skip "namespaces are not allowed here."
    exec unshare --mount --propagation private "$self" --in-namespace "$built"
fi

# ---- Inside, before systemd: put its root together, and become it.
if [[ $1 == --boot ]]; then
    new=$2
    mount -t proc proc "$new/proc"
    mount -t sysfs sysfs "$new/sys"
    mount -t cgroup2 none "$new/sys/fs/cgroup"
    mount -t tmpfs -o mode=755 dev "$new/dev"
    for device in null zero full random urandom tty; do
        touch "$new/dev/$device"
        mount --bind "/dev/$device" "$new/dev/$device"
    done
    mkdir "$new/dev/shm" "$new/dev/pts"
    ln -s /proc/self/fd "$new/dev/fd"
    ln -s pts/ptmx "$new/dev/ptmx"
    mount -t tmpfs -o mode=755 run "$new/run"
    systemd-id128 new >"$new/etc/machine-id"
    mkdir "$new/old-root"
    cd "$new"
    pivot_root . old-root
    umount -l /old-root
    exec env -i container=other PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        /lib/systemd/systemd --system --unit=basic.target --log-target=journal --show-status=no </dev/null
fi

# ---- In the mount namespace: start it and put it to the test.
built=$2
scratch=$(mktemp -d)
mount -t tmpfs -o mode=755 scratch "$scratch"
mkdir "$scratch"/{upper,work,root,cgroup}
mount -t overlay overlay -o "lowerdir=/,upperdir=$scratch/upper,workdir=$scratch/work" "$scratch/root" ||
    skip "overlay mounts are not allowed here."
# The project and the program may lie on other file systems than the root.
mkdir -p "$scratch/root/srv/project" "$scratch/root/srv/built"
mount --bind -o ro "$root" "$scratch/root/srv/project"
mount --bind -o ro "$built" "$scratch/root/srv/built"
mount -t cgroup2 none "$scratch/cgroup" || skip "no version 2 control groups here."
group=$scratch/cgroup/dateline-test.$$
mkdir "$group"

finish() {
    status=$?
    trap - EXIT
    if [[ $status -ne 0 && -n ${first:-} ]]; then
        there journalctl -u dateline --no-pager -q | tail -n 60 || :
    fi
    if [[ -n ${unshared:-} ]]; then
        kill -KILL "$unshared" 2>/dev/null || :
        wait "$unshared" 2>/dev/null || :
    fi
    for _ in {1..20}; do
        find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || :
        [[ -d $group ]] || break
        sleep 0.2
    done
    umount -l "$scratch" && rmdir "$scratch"
    exit "$status"
}
trap finish EXIT


(
    echo "$BASHPID" >"$group/cgroup.procs"
    exec unshare --fork --kill-child --pid --mount --uts --ipc --net --cgroup "$self" --boot "$scratch/root"
) &
unshared=$!

failures=0
result() { # STATUS TEXT
    if [[ $1 -eq 0 ]]; then echo "PASS $2"; else
        echo "FAIL $2"
        failures=$((failures + 1))
    fi
}
within() { # SECONDS COMMAND...: whether the command succeeds within the time
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}
expect() { # TEXT COMMAND...
    local text=$1
    shift
    if "$@"; then result 0 "$text"; else result 1 "$text"; fi
}
there() { nsenter -t "$first" --mount --uts --ipc --net --pid --cgroup "$@"; }
as_reader() { there setpriv --reuid reader --regid reader --init-groups "$@"; }
property() { there systemctl show --value -p "$1" dateline; }
records() { there find /var/lib/dateline/Outbox/records -name '*.json' 2>/dev/null | wc -l; }
has_records() { [[ $(records) -ge $1 ]]; }
has_edition() { there bash -c 'compgen -G "/var/lib/dateline/Outbox/digests/*/index.html"'; }
is_active_as() { [[ $(property MainPID) == "$1" && $(property ActiveState) == active ]]; }
restarted() { [[ $(property NRestarts) -eq $1 && $(property ActiveState) == active ]]; }
drop() { # SAMPLE NAME: by a person of the group, as they would
    as_reader cp "/srv/project/docs/samples/$1" "/var/lib/dateline/Inbox/.$2"
    as_reader mv "/var/lib/dateline/Inbox/.$2" "/var/lib/dateline/Inbox/$2"
}
booted() {
    first=$(pgrep -P "$unshared" | head -n 1)
    [[ -n $first && $(there systemctl is-system-running) =~ running|degraded ]]
}
has_no_rights() { # the daemon's process: no capabilities, no way to gain any, calls filtered
    local status
    status=$(there cat "/proc/$(property MainPID)/status")
    grep -q '^CapEff:[[:space:]]*0*$' <<<"$status" && grep -q '^NoNewPrivs:[[:space:]]*1$' <<<"$status" &&
        grep -q '^Seccomp:[[:space:]]*2$' <<<"$status"
}

filters() { there cat "/proc/$1/status" | sed -n 's/^Seccomp_filters:[[:space:]]*//p'; }
workers_have_walls() { # each has at least one filter more than the daemon, which has the service's
    local main worker
    main=$(property MainPID)
    for worker in $(there pgrep -P "$main" -f 'dateline worker'); do
        [[ $(filters "$worker") -gt $(filters "$main") ]] || return 1
    done
    [[ -n ${worker:-} ]]
}

within 30 booted || { result 1 "systemd starts"; exit 1; }
result 0 "systemd starts"

expect "the service installs" there env DESTDIR= PREFIX=/usr/local SYSCONFDIR=/etc \
    /srv/project/scripts/install.sh install /srv/built
there useradd --no-create-home --groups dateline reader
expect "it starts, and says that it is ready" there systemctl start dateline
[[ $failures -eq 0 ]] || exit 1
expect "it holds no rights" has_no_rights
expect "its workers stand inside walls of their own" workers_have_walls

drop harbour-warehouse-fire.txt one.txt
expect "a dropped file becomes a record within 30 s" within 30 has_records 1
expect "and an edition within 60 s" within 60 has_edition
expect "a member of the group may read the record" as_reader bash -c 'cat /var/lib/dateline/Outbox/records/*/*/*/*.json >/dev/null'
expect "a stranger may not" bash -c "! nsenter -t $first --mount --pid setpriv --reuid nobody --regid nogroup --clear-groups ls /var/lib/dateline/Outbox 2>/dev/null"
expect "the Inbox is empty again" there bash -c '[[ -z $(ls /var/lib/dateline/Inbox) ]]'

before=$(property MainPID)
expect "reload keeps the process" there systemctl reload dateline
sleep 1
expect "and the service active" is_active_as "$before"

there kill -KILL "$before"
expect "killed, it is started again" within 20 restarted 1
drop rotterdam-blaze-toll.html two.html
expect "and goes on with its work" within 30 has_records 2

# A shorter watchdog, so that the test need not wait a minute for the hang to be noticed.
there mkdir -p /run/systemd/system/dateline.service.d
there bash -c 'printf "[Service]\nWatchdogSec=4\nTimeoutAbortSec=2\n" >/run/systemd/system/dateline.service.d/watchdog.conf'
there systemctl daemon-reload
there systemctl restart dateline
sleep 10
expect "idle, it keeps feeding the watchdog" restarted 0
there kill -STOP "$(property MainPID)"
expect "hanging, it is started again by the watchdog" within 30 restarted 1

drop water-talks-geneva.txt three.txt
begun=$SECONDS
expect "it stops when told, with a file just dropped" there systemctl stop dateline
expect "within its time" test $((SECONDS - begun)) -lt 90
expect "and cleanly" test "$(property Result)/$(property ExecMainStatus)" = success/0
there systemctl start dateline
expect "started again, it has lost nothing" within 30 has_records 3
expect "verify finds the Outbox sound" there setpriv --reuid dateline --regid dateline --clear-groups \
    dateline verify --config /etc/dateline/dateline.yaml

# Dispatch's own complaint about a thread's priority (errno 13) is the one that the unit's comment explains.
no_complaints() {
    ! there journalctl _SYSTEMD_UNIT=dateline.service --no-pager -q -o cat | grep -iE 'failed to|not permitted|denied' |
        grep -v 'thread priority .* errno=13'
}
expect "nothing it needs is forbidden to it" no_complaints
odd=$(there journalctl -u dateline -p warning --no-pager -o cat _SYSTEMD_UNIT=dateline.service | head -n 20)
[[ -z $odd ]] || printf 'The log, where it warns:\n%s\n' "$odd"
expect "the log has priorities" there bash -c \
    'journalctl _SYSTEMD_UNIT=dateline.service -p 6..6 --no-pager -q -o cat | grep -q . && ! journalctl _SYSTEMD_UNIT=dateline.service --no-pager -q -o cat | grep -q "^<[0-7]>"'

expect "it uninstalls" there env DESTDIR= PREFIX=/usr/local SYSCONFDIR=/etc /srv/project/scripts/install.sh uninstall
expect "and leaves the data" has_records 3

if ((failures > 0)); then
    echo "$failures failed."
    exit 1
fi
echo "The service stands the test."
