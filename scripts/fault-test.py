#!/usr/bin/env python3
"""Kills the daemon, or makes a system call fail, at each call that changes the Outbox, and sees that nothing is lost.

For every fault: a pass over the samples with the fault injected; then no input may be lost and no file half written;
then an undisturbed pass, after which the records must be those of a run without any fault, byte for byte, nothing may be
left over, and `dateline verify` must be content. Needs strace.

Usage: fault-test.py PROGRAM [--most N]
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
# A pass over the samples takes three seconds, and one that meets a fault pauses for some more.
TIME_LIMIT_SECONDS = 40
# The day everything is filed under, so that no midnight falls between two runs.
DAY = "2025-03-13"

# The calls that change what lies on the disk. strace counts calls for each thread; the Nth of any thread meets the
# fault, so that counting up until nothing happens any more passes every place. Plain `write` is left to the ENOSPC
# case alone: a worker answers with it, and would meet the same fault every time it is replaced.
CALLS = ["fsync", "fdatasync", "renameat,renameat2,rename", "unlinkat,unlink", "pwrite64", "mkdirat,mkdir", "ftruncate"]
FAULTS = [("kill", "signal=KILL"), ("I/O error", "error=EIO"), ("full disk", "error=ENOSPC")]


class Scene:
    """An Inbox with the samples, and an Outbox."""

    def __init__(self, program, folder):
        self.program = program
        self.inbox, self.outbox = folder / "Inbox", folder / "Outbox"
        self.inbox.mkdir(parents=True)
        self.outbox.mkdir()
        self.inputs = {}
        for sample in sorted((ROOT / "docs/samples").iterdir()):
            if sample.suffix in (".txt", ".html"):
                shutil.copy2(sample, self.inbox)
                self.inputs[sample.name] = sample.read_bytes()

    def run(self, *injection):
        """One pass, under strace where a fault is to be injected; returns its exit status and what it said."""
        command = [str(self.program), "run", "--once", "--date", DAY]
        command += ["--inbox", str(self.inbox), "--outbox", str(self.outbox)]
        process = subprocess.Popen(
            [*injection, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
            start_new_session=True)
        try:
            said = process.communicate(timeout=TIME_LIMIT_SECONDS)[1]
            return process.returncode, said
        except subprocess.TimeoutExpired:
            # strace would leave behind what it traces.
            os.killpg(process.pid, signal.SIGKILL)
            return None, f"it was not done after {TIME_LIMIT_SECONDS} s: {process.communicate()[1]}"

    def records(self):
        """The records that a reader sees, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.outbox.glob("records/*/*/*/[!.]*.json"))}

    def lost(self):
        """The inputs that are neither in the Inbox nor among the originals with their record."""
        recorded = {json.loads(record)["source"]["file"] for record in self.records().values()}
        originals = {path.name.split("-", 1)[1]: path for path in self.outbox.glob("originals/*/*/*/[!.]*")}
        for name, content in self.inputs.items():
            waiting = self.inbox / name
            if waiting.exists() and waiting.read_bytes() == content:
                continue
            if name not in recorded or name not in originals or originals[name].read_bytes() != content:
                yield name


def faults_after(scene, expected):
    """What is wrong after a fault, and after the undisturbed pass that follows it."""
    for name in scene.lost():
        yield f"{name} is lost"
    for name, content in scene.records().items():
        if expected.get(name) != content:
            yield f"{name} is not the record of an undisturbed run"
    status, said = scene.run()
    if status != 0:
        yield f"the pass after it ends with {status}: {said[-500:]}"
    if scene.records() != expected:
        yield f"records after it: {sorted(scene.records())}"
    left = [path for path in scene.inbox.iterdir()] + list(scene.outbox.rglob(".dateline-tmp-*"))
    left += list(scene.outbox.glob("duplicates/*/*/*/*")) + list(scene.outbox.glob("rejected/*/*/*/*"))
    if left:
        yield f"left over: {', '.join(str(path) for path in left)}"
    checked = subprocess.run(
        [str(scene.program), "verify", "--outbox", str(scene.outbox)], capture_output=True, text=True,
        timeout=TIME_LIMIT_SECONDS)
    if checked.returncode != 0:
        yield f"verify ends with {checked.returncode}: {(checked.stdout + checked.stderr)[-500:]}"


def inject(program, calls, fault, number, expected):
    """One fault; returns whether it was met at all, and what went wrong."""
    with tempfile.TemporaryDirectory(prefix="dateline-fault.") as folder:
        scene = Scene(program, pathlib.Path(folder))
        trace = pathlib.Path(folder) / "trace"
        status, said = scene.run(
            "strace", "--follow-forks", "--quiet=all", f"--output={trace}", f"--trace={calls}",
            f"--inject={calls}:{fault}:when={number}")
        # strace ends as the daemon did. Workers are killed in the ordinary course, so the trace does not tell.
        met = status == -signal.SIGKILL if "KILL" in fault else "(INJECTED)" in trace.read_text(errors="replace")
        hung = [said[-500:]] if status is None else []
        return met, hung + list(faults_after(scene, expected))


def main():
    """Injects every fault, and fails if one did harm."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=60, metavar="N", help="the most places to try for a call")
    options = parser.parse_args()
    if not shutil.which("strace"):
        print("Skipped: no strace here.")
        return
    program = options.program.resolve()
    with tempfile.TemporaryDirectory(prefix="dateline-fault.") as folder:
        scene = Scene(program, pathlib.Path(folder))
        status, said = scene.run()
        expected = scene.records()
        if status != 0 or len(expected) != len(scene.inputs):
            sys.exit(f"The undisturbed run ended with {status} and {len(expected)} records:\n{said}")
    tried, failed = 0, 0
    for name, fault in FAULTS:
        for calls in CALLS:
            for number in range(1, options.most + 1):
                met, wrong = inject(program, calls, fault, number, expected)
                for line in wrong:
                    print(f"{name} at {calls} {number}: {line}", flush=True)
                failed += bool(wrong)
                if not met:
                    break
                tried += 1
            print(f"{name} at {calls}: {number - (not met)} places", flush=True)
    print(f"{tried} faults, {failed} did harm.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
