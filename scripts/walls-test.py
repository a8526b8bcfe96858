#!/usr/bin/env python3
"""Tries from inside a worker what its walls forbid: files, network, processes, memory that can be run.

A small library is loaded into a worker and tries one thing when the walls stand. Each must be denied, or end the worker;
outside of the walls the same thing must work, or the test would show nothing. Needs a C compiler.

Usage: walls-test.py PROGRAM
"""

import argparse
import errno
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "faults"))
import scene as scenes  # noqa: E402

DENIED = {errno.EPERM, errno.EACCES}
# What is tried, and whether it is deadly.
PROBES = {
    "open a file": False, "make a file": False, "open by the system call alone": False, "list a folder": False,
    "open /proc/self/mem": False, "look at a file": False, "read a link": False, "remove a file": False,
    "rename a file": False, "link a file": False, "make a link": False, "make a folder": False,
    "change permissions": False, "change the folder": False, "shorten a file": False, "connect over TCP": False,
    "send over UDP": False, "make a local socket": False, "pass a descriptor on": False, "fork": False,
    "fork by the system call alone": True, "start a thread": False, "spawn a program": False, "become a program": True,
    "trace its parent": True, "be traced": True, "read another's memory": True, "signal its parent": False,
    "map executable memory": False, "make memory executable": False, "have more memory than its limit": False,
    "raise a limit": False, "load a program into the kernel": True, "make a namespace": False,
    "use a ring of calls": False, "make a file in memory": False,
}
# What a machine may refuse anybody.
ELSEWHERE = {"load a program into the kernel", "use a ring of calls"}
# What would stop this very script.
ONLY_INSIDE = {"trace its parent"}


def outcomes(words, library, probes, source, greeting):
    """What came of some probes in one process: for each an errno, 0 where it worked, or, behind the last one that came
    back, the signal that ended the process, as a negative number."""
    with tempfile.TemporaryDirectory(prefix="dateline-walls.") as folder:
        file = pathlib.Path(folder) / "file"
        file.write_text("secret")
        ours, theirs = socket.socketpair()
        environment = {
            "LD_PRELOAD": str(library), "PROBE": "\n".join(probes), "PROBE_FROM": str(source), "PROBE_FILE": str(file),
            "SWIFT_BACKTRACE": "enable=no", "PATH": os.environ["PATH"]}

        def hand_over():
            os.dup2(theirs.fileno(), 3)
            os.set_inheritable(3, True)
        process = subprocess.Popen(
            words, env=environment, close_fds=False, preexec_fn=hand_over, stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        theirs.close()
        ours.settimeout(60)
        try:
            said = ours.makefile("rb")
            if greeting and b"ready" not in said.readline():
                sys.exit(f"{' '.join(map(str, words))} did not start")
            found = []
            while len(found) < len(probes):
                line = said.readline().strip()
                found.append(int(line) if line.isdigit() else process.wait(60))
                if not line.isdigit():
                    break
            said.close()
            ours.close()
            return found
        finally:
            process.kill()
            process.wait()
            process.stdin.close()


def main():
    """Tries everything in both kinds of workers, and fails where something was possible."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    options = parser.parse_args()
    library = scenes.shim("probes.c")
    if library is None:
        print("Skipped: no C compiler here.")
        return
    program, memory = options.program.resolve(), str(512 << 20)
    worker = [program, "worker", "--task", "article", "--memory", memory, "--cpu", "60"]
    archive = [program, "archive-worker", "--name", "a", "--start", "0", "--limit", "1000", "--memory", memory,
               "--cpu", "60"]
    outside = [sys.executable, "-c", "import os; os.read(3, 1)"]
    wrong = []
    # What does not end a process is tried in one after the other; what does, in one of its own.
    groups = [[probe for probe, is_deadly in PROBES.items() if not is_deadly]]
    groups += [[probe] for probe, is_deadly in PROBES.items() if is_deadly]
    for probe in PROBES.keys() - ONLY_INSIDE - ELSEWHERE:
        found = outcomes(outside, library, [probe], 3, greeting=False)
        if found != [0]:
            wrong.append(f"outside, to {probe} does not work either ({found}), which shows nothing")
    for kind, words, source in (("a worker", worker, 3), ("an archive's worker", archive, 0)):
        for group in groups:
            found = outcomes(words, library, group, source, greeting=kind == "a worker")
            for probe, code in zip(group, found + [None] * (len(group) - len(found))):
                limit = {errno.ENOMEM} if "more memory" in probe else DENIED
                if code != -signal.SIGSYS if PROBES[probe] else code not in limit:
                    wrong.append(f"{kind} can {probe} ({code})")
    for line in wrong:
        print(line)
    print(f"{len(PROBES)} things tried from inside two kinds of workers, {len(wrong)} not as they should be.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
