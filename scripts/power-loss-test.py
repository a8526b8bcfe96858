#!/usr/bin/env python3
"""Cuts the power at every call of a run, in every way a file system allows, and sees that nothing is lost.

The calls of an undisturbed run are recorded, and those of runs that go on after a kill; from them the states are made that
a disk may hold after a power cut (see faults/replay.py), each is put on the disk, and a pass over it must leave every input
published exactly once, byte for byte, with nothing left over and `dateline verify` content. Needs a C compiler.

Usage: power-loss-test.py PROGRAM [--states N] [--kills N] [--points N] [--seed N] [--jobs N]
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "faults"))
import replay  # noqa: E402
import scene as scenes  # noqa: E402

# The calls that runs are killed behind, and about how many of them there are.
KILLED_BEHIND = [("rename", 24), ("mkdir", 20), ("rename", 24), ("unlink", 10)]
# States by chance that each point of a run adds to the usual ones.
BY_CHANCE = 3


def record(program, library, folder, kill_at=None):
    """A scene's first state and the calls of a run over it, of two where the first one is killed; and the number of the
    first operation that may be cut at. None where the recording broke off with the kill."""
    scene = scenes.Scene(program, folder / "scene")
    recording = replay.Recording(scene.folder)
    start = 0
    for number in range(1 if kill_at is None else 2):
        shared, path = folder / f"shared-{number}", folder / f"calls-{number}"
        shared.write_bytes(bytes(4096))
        environment = {
            "LD_PRELOAD": str(library), "CALLS_ROOT": str(scene.folder), "CALLS_NUMBER": str(shared),
            "CALLS_RECORD": str(path)}
        if kill_at is not None and number == 0:
            call, number_of_call = kill_at
            environment |= {"CALLS_NAME": call, "CALLS_FAULT": "killed", "CALLS_AT": str(number_of_call)}
        scene.run(environment)
        start = len(recording.operations)
        try:
            recording.add(path)
        except KeyError:
            return None
    return recording, start


def try_state(program, expected, recording, state):
    """Makes a state and runs the program over it; returns what is wrong."""
    with tempfile.TemporaryDirectory(prefix="dateline-power.") as folder:
        folder = pathlib.Path(folder)
        recording.materialise(*recording.state(*state), folder)
        scene = scenes.Scene(program, folder, fill=False)
        wrong = list(scene.lost())
        status, said = scene.run()
        if status not in (0, 1):
            wrong.append(f"the pass after it ends with {status}: {said[-500:]}")
        return wrong + list(scene.unsettled(expected))


def told(recording, state):
    """A state in words: where the power went, and what was missing."""
    point, missing, how = state
    names = [f"{number} {recording.operations[number].kind}" for number in sorted(missing)]
    return f"after operation {point}, writes {how}, missing {', '.join(names[:6])}{' …' if len(names) > 6 else ''}"


def collect(program, library, options):
    """The recordings, each with its states."""
    for number in range(options.kills + 1):
        with tempfile.TemporaryDirectory(prefix="dateline-power.") as folder:
            chance = random.Random(f"{options.seed} {number}")
            # Most of what a kill leaves half done it leaves between a move, or a folder's making, and the flush behind it.
            call, count = KILLED_BEHIND[number % len(KILLED_BEHIND)]
            kill_at = None if number == 0 else (call, chance.randrange(1, count + 1))
            recorded = record(program, library, pathlib.Path(folder), kill_at)
            if recorded is None:
                continue
            recording, start = recorded
            states = list(recording.states(options.seed, BY_CHANCE, start, options.points))
            # Half of the tries are the undisturbed run's, the other half the killed ones' together.
            share = options.states
            if options.kills > 0:
                share = options.states // (2 if number == 0 else 2 * options.kills)
            yield recording, len(states), chosen(recording, states, share, options.seed)


def chosen(recording, states, count, seed):
    """So many of the states: at first those that lack all that need not be there, or all of the folders' entries, from the
    end of the run backwards, then others by chance."""
    plain = [
        (point, missing, how) for point, missing, how in states
        if how == "whole" and len(missing) > 0 and missing >= {
            number for number in recording.pending(point) if recording.operations[number].folders}]
    first = plain[::-1][:count // 2]
    rest = [state for state in states if state not in set(first)]
    return first + random.Random(seed).sample(rest, min(count - len(first), len(rest)))


def main():
    """Records, makes the states, tries them, and fails if one lost something."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--states", type=int, default=600, metavar="N", help="the most states to try")
    parser.add_argument("--kills", type=int, default=12, metavar="N", help="runs that are killed and go on before it")
    parser.add_argument("--points", type=int, metavar="N", help="the most points of a run to cut at, instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    options = parser.parse_args()
    library = scenes.shim()
    if library is None:
        print("Skipped: no C compiler here.")
        return
    program, begun = options.program.resolve(), time.monotonic()
    expected = scenes.Expected(program)
    if not expected.is_sound:
        sys.exit(f"The undisturbed run ended with {expected.status}:\n{expected.said}")
    found, operations, tries = 0, 0, []
    for recording, count, states in collect(program, library, options):
        operations += len(recording.operations)
        found += count
        tries += [(recording, state) for state in states]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as jobs:
        results = jobs.map(lambda pair: try_state(program, expected, *pair), tries)
        for (recording, state), wrong in zip(tries, results):
            failed += bool(wrong)
            for line in wrong:
                print(f"{told(recording, state)}: {line}", flush=True)
    minutes = (time.monotonic() - begun) / 60
    print(
        f"{operations} operations recorded, {found} distinct states after a power cut, {len(tries)} tried, "
        f"{failed} lost something; {minutes:.1f} minutes.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
