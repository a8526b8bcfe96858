#!/usr/bin/env python3
"""Kills the program, or makes a system call fail, at each call on the Inbox and the Outbox, and sees that nothing is lost.

For every fault: a pass over the scene with the fault injected, while a reader looks at every file of the Outbox; then no
input may be lost and no file have been seen half; then an undisturbed pass, after which records and editions must be those
of a run without any fault, byte for byte, nothing may be left over, and `dateline verify` must be content. A call that is
interrupted or does half of its work must do no harm even in the first pass. Needs a C compiler.

Usage: fault-test.py PROGRAM [--most N] [--only WORD] [--short]
"""

import argparse
import os
import pathlib
import signal
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "faults"))
import scene as scenes  # noqa: E402

NAMING = ["open", "mkdir", "rename", "unlink"]
CHANGING = ["write", "mkdir", "rename", "unlink", "fsync", "truncate", "chmod"]
# Each fault by what it is called in the report, and the calls it can meet.
FAULTS = [
    ("killed before", "kill", ["open", *CHANGING]),
    ("killed after", "killed", CHANGING),
    ("I/O error", "EIO", ["open", "read", *CHANGING]),
    ("full disk", "ENOSPC", ["open", "write", "mkdir", "rename", "fsync", "truncate"]),
    ("interrupted", "EINTR", ["open", "read", *CHANGING]),
    ("half done", "short", ["read", "write"]),
    ("not permitted", "EACCES", NAMING),
    ("no descriptor left", "EMFILE", ["open"]),
]
# What must not even be noticed.
HARMLESS = ("EINTR", "short")
# What may be interrupted again and again. SQLite takes an interrupted flush, removal or shortening for an I/O error; once
# that passes like other errors, again and again it does not. On no local disk are these interrupted.
OFTEN_INTERRUPTED = ["open", "read", "write", "mkdir", "rename", "chmod"]


class Tries:
    """Scenes with faults, and what came of them."""

    def __init__(self, program, library):
        self.program, self.library = program, library
        self.expected = scenes.Expected(program)
        if not self.expected.is_sound:
            sys.exit(f"The undisturbed run ended with {self.expected.status}:\n{self.expected.said}")

    def run(self, fault, call, number, other_disk=None, sockets=False):
        """One scene with a fault at the call of a number; returns how many calls there were, how many met the fault, how
        many files the reader looked at, and what is wrong."""
        with tempfile.TemporaryDirectory(prefix="dateline-fault.") as folder:
            scene = scenes.Scene(self.program, folder)
            if other_disk:
                self.move_inbox(scene, other_disk)
            shared = pathlib.Path(folder) / "shared"
            shared.write_bytes(bytes(4096))
            environment = {
                "LD_PRELOAD": str(self.library), "CALLS_ROOT": f"{scene.inbox}:{scene.outbox}" if not sockets else "socket",
                "CALLS_NUMBER": str(shared), "CALLS_NAME": call, "CALLS_FAULT": fault, "CALLS_AT": str(number)}
            watcher = scenes.Watcher(scene, self.expected)
            watcher.start()
            status, said = scene.run(environment)
            wrong = watcher.stop()
            if status is None:
                wrong.append(said[-500:])
            wrong += list(scene.lost())
            if fault in HARMLESS and number != 0:
                wrong += [f"at once: {line}" for line in scene.unsettled(self.expected)]
            for name, content in scene.records().items():
                if not self.expected.has(name, content):
                    wrong.append(f"{name} is not the record of an undisturbed run")
            status, said = scene.run()
            if status not in (0, 1):
                wrong.append(f"the pass after it ends with {status}: {said[-500:]}")
            wrong += list(scene.unsettled(self.expected))
            content = shared.read_bytes()
            calls, met = (int.from_bytes(content[place:place + 4], "little") for place in (0, 4))
            return calls, met, watcher.looks, wrong

    @staticmethod
    def move_inbox(scene, disk):
        """Puts the Inbox on another file system."""
        other = pathlib.Path(tempfile.mkdtemp(prefix="dateline-fault.", dir=disk)) / "Inbox"
        scenes.shutil.move(scene.inbox, other)
        scene.inbox = other


def places(count, most):
    """At most so many of the numbers from 1 to the count, evenly spread, the first and the last among them."""
    if count <= most:
        return range(1, count + 1)
    if most == 1:
        return [(count + 1) // 2]
    return sorted({1 + round(index * (count - 1) / (most - 1)) for index in range(most)})


def other_disk():
    """A folder on another file system than the temporary files, or None."""
    shm = pathlib.Path("/dev/shm")
    return shm if shm.is_dir() and os.stat(shm).st_dev != os.stat(tempfile.gettempdir()).st_dev else None


# Some of each kind, for a run of seconds.
SHORT = [("killed after", "killed", ["rename", "mkdir"]), ("I/O error", "EIO", ["fsync"]),
         ("full disk", "ENOSPC", ["write"])]


def rows(tries, options):
    """The lines of the report: title, the runs to make, and how many such calls there are."""
    for title, fault, calls in SHORT if options.short else FAULTS:
        for call in calls:
            count = tries.run(fault, call, 0)[0]
            yield f"{title} | {call}", [(fault, call, number, {}) for number in places(count, options.most)], count
    for fault, calls in (("EINTR", OFTEN_INTERRUPTED), ("short", ["read", "write"])):
        title = next(title for title, other, _ in FAULTS if other == fault)
        yield f"{title}, every second one | {', '.join(calls)}", [(fault, call, -1, {}) for call in calls], len(calls)
        yield f"{title}, every second one on a worker's socket | any", [(fault, "any", -1, {"sockets": True})], 1
    if options.short:
        return
    disk = other_disk()
    if disk is None:
        print("Skipped: there is no second file system in /dev/shm for an Inbox on another disk.")
        return
    for fault, call in [("kill", "fsync"), ("killed", "unlink"), ("killed", "rename"), ("ENOSPC", "write")]:
        count = tries.run(fault, call, 0, other_disk=disk)[0]
        title = next(title for title, other, _ in FAULTS if other == fault)
        yield f"{title}, Inbox on another disk | {call}", [
            (fault, call, number, {"other_disk": disk}) for number in places(count, options.most)], count


def main():
    """Injects every fault, prints a table, and fails if one did harm."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=40, metavar="N", help="the most places to try for a call")
    parser.add_argument("--only", default="", metavar="WORD", help="the faults whose name has this in it")
    parser.add_argument("--short", action="store_true", help="one place of a few kinds, in seconds")
    options = parser.parse_args()
    if options.short:
        options.most = 1
    library = scenes.shim()
    if library is None:
        print("Skipped: no C compiler here.")
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tries = Tries(options.program.resolve(), library)
    total, failed, looks, start = 0, 0, 0, time.monotonic()
    print("| fault | call | places | tried | survived |\n|---|---|---|---|---|", flush=True)
    for title, runs, count in rows(tries, options):
        if options.only not in title:
            continue
        survived = 0
        for fault, call, number, more in runs:
            _, met, seen, wrong = tries.run(fault, call, number, **more)
            if met == 0:
                # Threads take turns, so that the count differs by a few from run to run.
                runs = [run for run in runs if run[2] != number]
            survived += met > 0 and not wrong
            looks += seen
            failed += bool(wrong)
            for line in wrong:
                print(f"{title} {number}: {line}", file=sys.stderr, flush=True)
        total += len(runs)
        print(f"| {title} | {count} | {len(runs)} | {survived} |", flush=True)
    minutes = (time.monotonic() - start) / 60
    print(f"{total} faults, {failed} did harm; a reader looked at {looks} files meanwhile; {minutes:.0f} minutes.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
