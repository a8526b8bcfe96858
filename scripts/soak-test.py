#!/usr/bin/env python3
"""Drops articles at a steady rate while workers are killed, and sees that nothing is lost and nothing grows.

Measured every second: resident memory and open descriptors of the daemon and of its workers, with the slope of each by
least squares; for every article the time from its drop to its record. Fails when an article has no record or has two,
when one is rejected, when `dateline verify` finds something, or when memory or descriptors grow.

Usage: soak-test.py PROGRAM [--seconds T] [--rate N]
"""

import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

# A worker is killed this often. Two kills must not meet the same article, which would then be rejected, and rightly.
KILL_EVERY_SECONDS = 3.0
# The start is left out of the slopes: caches fill, and each worker meets its first articles. Set by judgement.
WARM_UP_SHARE = 0.2
# What a figure may grow by over the run, by its slope. A leak of one buffer or descriptor an article is many times
# that within a minute; the grain of the allocator is less. Set by judgement.
MOST_GROWTH = {"megabytes": 24, "descriptors": 3}
# From the last drop to the last record, and from TERM to the end. Set by judgement.
REST_SECONDS = 120
# And for the last edition, an article: it takes 1.3 ms of the processor (docs/digest.md), which others may want, too.
EDITION_SECONDS = 0.01
# The first sentence of each is drawn from these; with a number of its own no two articles are the same.
WHO = ["The harbour board", "A regional court", "The city's water company", "The ferry operator", "A school council"]
DID = ["approved", "postponed", "rejected", "published", "defended"]
WHAT = ["a plan for new berths", "the budget for repairs", "a report on wages", "the sale of two sites", "new rules"]
PEOPLE = ["Marta Ilves", "Jonas Feld", "Ruth Adeyemi", "Paul Varga", "Nina Castell"]
PLACES = ["Lisbon", "Bergen", "Toronto", "Nairobi", "Adelaide"]


def sentences(number, choose):
    """The sentences of an article; the number makes it one of its kind."""
    who, place, person = choose.choice(WHO), choose.choice(PLACES), choose.choice(PEOPLE)
    yield f"{who} in {place} {choose.choice(DID)} {choose.choice(WHAT)} on Tuesday, in case {number} of this year."
    for _ in range(choose.randint(4, 24)):
        count = choose.randint(2, 900)
        yield f"“We counted {count} letters about {choose.choice(WHAT)},” said {person}, who leads the office."
        yield f"The work will cost ${choose.randint(2, 90)}.{choose.randint(1, 9)} million and end on 3 October 2024."
        who, place = choose.choice(WHO), choose.choice(PLACES)
        yield f"{who} {choose.choice(DID)} {choose.choice(WHAT)} after a vote in {place}."


def article(number, choose):
    """The suffix and the bytes of an article: a page or a text."""
    title, lines = f"Case {number} is heard", list(sentences(number, choose))
    if number % 2:
        return ".txt", "\n\n".join([f"Title: {title}", *lines]).encode()
    body = f"<article><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article>"
    return ".html", f"<html lang=en><meta charset=utf-8><title>{title}</title><body>{body}</body></html>".encode()


class Dropper:
    """Drops articles into the Inbox at a steady rate, in the ways that programs and people do."""

    def __init__(self, inbox, rate):
        self.inbox, self.rate = inbox, rate
        self.choose = random.Random(1)
        self.dropped = {}

    def catch_up(self, elapsed):
        """Drops what is due after so many seconds."""
        while len(self.dropped) < elapsed * self.rate:
            number = len(self.dropped)
            suffix, content = article(number, self.choose)
            name = f"case-{number:06}{suffix}"
            path = (self.inbox / "wires" if number % 5 == 4 else self.inbox) / name
            if number % 3:
                path.write_bytes(content)
            else:
                hidden = path.with_name(f".{name}.part")
                hidden.write_bytes(content)
                hidden.rename(path)
            self.dropped[name] = time.time()


def children(process):
    """The workers of a process, by id; a child that makes an edition is none."""
    try:
        ids = pathlib.Path(f"/proc/{process}/task").glob("*/children")
        ids = [int(word) for path in ids for word in path.read_text().split()]
        return [one for one in ids if b"digest" not in pathlib.Path(f"/proc/{one}/cmdline").read_bytes()]
    except OSError:
        return []


def cost(process):
    """Resident megabytes and open descriptors of a process, or None when it has gone."""
    try:
        pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
        count = len(os.listdir(f"/proc/{process}/fd"))
    except (OSError, IndexError):
        return None
    return (pages * os.sysconf("SC_PAGE_SIZE") / 2**20, count) if pages else None


class Meter:
    """What the daemon and the largest of its workers cost, second by second."""

    def __init__(self):
        self.daemon, self.workers = [], []

    def read(self, elapsed, process):
        """Notes the costs of this second."""
        if one := cost(process):
            self.daemon.append((elapsed, *one))
        workers = [one for one in map(cost, children(process)) if one]
        if workers:
            self.workers.append((elapsed, *(max(column) for column in zip(*workers))))

    def rows(self, length):
        """For each figure its name, unit, mean, greatest value, and what it grows by in an hour and in the run."""
        for who, samples in (("daemon", self.daemon), ("largest worker", self.workers)):
            samples = [sample for sample in samples if sample[0] >= length * WARM_UP_SHARE]
            for column, unit in ((1, "megabytes"), (2, "descriptors")):
                values = [sample[column] for sample in samples]
                slope = least_squares([sample[0] for sample in samples], values)
                yield who, unit, sum(values) / len(values), max(values), slope * 3600, slope * length


def least_squares(times, values):
    """The slope of the line that fits best."""
    middle, mean = sum(times) / len(times), sum(values) / len(values)
    spread = sum((time - middle) ** 2 for time in times)
    return sum((time - middle) * (value - mean) for time, value in zip(times, values)) / spread if spread else 0.0


def published(outbox):
    """By the name of each input the times its records were put in place: the rename sets the change time."""
    found = {}
    for path in outbox.glob("records/*/*/*/[!.]*.json"):
        found.setdefault(json.loads(path.read_bytes())["source"]["file"], []).append(path.stat().st_ctime)
    return found


def soak(program, folder, seconds, rate):
    """Runs the daemon for the time; returns what was dropped, what was measured, and how the end went."""
    inbox, outbox = folder / "Inbox", folder / "Outbox"
    (inbox / "wires").mkdir(parents=True)
    outbox.mkdir()
    with open(folder / "log", "wb") as log:
        daemon = subprocess.Popen(
            [str(program), "run", "--inbox", str(inbox), "--outbox", str(outbox)], stdout=log, stderr=log)
    while not (outbox / ".dateline/status.json").exists() and daemon.poll() is None:
        time.sleep(0.05)
    dropper, meter, choose = Dropper(inbox, rate), Meter(), random.Random(2)
    start, kills, next_reading, next_kill = time.monotonic(), 0, 0.0, KILL_EVERY_SECONDS
    while (elapsed := time.monotonic() - start) < seconds and daemon.poll() is None:
        dropper.catch_up(elapsed)
        if elapsed >= next_reading:
            meter.read(elapsed, daemon.pid)
            next_reading += 1
        if elapsed >= next_kill:
            next_kill += KILL_EVERY_SECONDS
            if workers := children(daemon.pid):
                os.kill(choose.choice(workers), signal.SIGKILL)
                kills += 1
        time.sleep(0.25 / rate)
    limit = time.monotonic() + REST_SECONDS
    while any(path.is_file() for path in inbox.rglob("*")) and time.monotonic() < limit and daemon.poll() is None:
        time.sleep(0.2)
    daemon.terminate()
    rest = REST_SECONDS + EDITION_SECONDS * len(dropper.dropped)
    try:
        status = daemon.wait(rest)
    except subprocess.TimeoutExpired:
        daemon.kill()
        status = f"no end within {rest:.0f} s of TERM"
    return dropper.dropped, meter, kills, status


def main():
    """Soaks, prints the figures, and fails when something was lost or grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=3600, metavar="T", help="how long to drop articles")
    parser.add_argument("--rate", type=float, default=20, metavar="N", help="articles a second")
    options = parser.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="dateline-soak.") as name:
        folder = pathlib.Path(name)
        dropped, meter, kills, status = soak(options.program.resolve(), folder, options.seconds, options.rate)
        records = published(folder / "Outbox")
        log = (folder / "log").read_text(errors="replace")
        if status != 0:
            wrong.append(f"the daemon ended with {status}:\n{log[-1000:]}")
        lost = [one for one in dropped if one not in records]
        twice = [one for one in records if len(records[one]) > 1]
        rejected = [path.name for path in (folder / "Outbox").glob("rejected/*/*/*/[!.]*.error.json")]
        for what, names in (("without a record", lost), ("with two records", twice), ("rejected", rejected)):
            if names:
                wrong.append(f"{len(names)} {what}: {', '.join(names[:5])}")
        checked = subprocess.run(
            [str(options.program.resolve()), "verify", "--outbox", str(folder / "Outbox")], capture_output=True,
            text=True, check=False)
        if checked.returncode != 0:
            wrong.append(f"verify ends with {checked.returncode}: {(checked.stdout + checked.stderr)[-500:]}")
    print(f"{len(dropped)} articles in {options.seconds:.0f} s, {kills} workers killed, {len(lost)} lost.")
    times = sorted(1000 * (records[one][0] - dropped[one]) for one in dropped if one in records)
    if times:
        p50, p99 = (times[int(share * (len(times) - 1))] for share in (0.5, 0.99))
        print(f"From drop to record: p50 {p50:.0f} ms, p99 {p99:.0f} ms, longest {times[-1]:.0f} ms.")
    for who, unit, mean, most, hourly, growth in meter.rows(options.seconds):
        print(f"{who}: {mean:.1f} {unit} on average, {most:.1f} at most, {hourly:+.2f} an hour")
        if growth > MOST_GROWTH[unit]:
            wrong.append(f"the {unit} of the {who} grow by {growth:.1f} within the run")
    print("\n".join(wrong) or "Nothing lost, nothing grows.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
