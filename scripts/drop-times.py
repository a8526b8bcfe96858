#!/usr/bin/env python3
"""Measures the daemon: from a file's rename into the Inbox to its record's rename into the Outbox, files a second when
many are dropped at once, and the resident memory of daemon and workers.

Usage: drop-times.py PROGRAM SAMPLES [--single N] [--many N] [--workers N]

SAMPLES is a folder of articles; copies of them that differ by one sentence are dropped into a scratch Inbox. Everything is
durable as in service. The scratch folders lie in TMPDIR: put it on the disk that is to be measured.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile
import time


def articles(samples, count, run):
    """Articles that differ from each other, as bytes with the ending of their name."""
    files = sorted(path for path in samples.iterdir() if path.suffix in (".html", ".txt", ".md"))
    if not files:
        raise SystemExit(f"drop-times.py: no .html, .txt or .md in {samples}")
    for number in range(count):
        file = files[number % len(files)]
        extra = f"It was article {number} of run {run} that said so on Monday."
        if file.suffix == ".html":
            # In the middle of the page's paragraphs, so that it is the article's and not its surroundings'.
            pieces = file.read_bytes().split(b"</p>")
            pieces.insert(len(pieces) // 2, f"\n<p>{extra}".encode())
            text = b"</p>".join(pieces)
        else:
            text = file.read_bytes() + f"\n\n{extra}\n".encode()
        yield text, file.suffix


def records(outbox):
    """How many records there are."""
    return sum(1 for _, _, names in os.walk(outbox / "records") for name in names
               if name.endswith(".json") and not name.startswith("."))


def until(condition, seconds=120, pause=0.0005):
    """Waits for a condition; half a millisecond is the error of each time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("drop-times.py: gave up waiting")
        time.sleep(pause)


def resident(pid):
    """Peak and present resident megabytes of a process, and its name."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    values = dict(line.split(":", 1) for line in lines if ":" in line)
    return values["Name"].strip(), int(values["VmHWM"].split()[0]) // 1024, int(values["VmRSS"].split()[0]) // 1024


def single(place, inbox, outbox, samples, count):
    """The times of files dropped one by one into an idle daemon, in milliseconds, sorted."""
    times = []
    done = records(outbox)
    for number, (text, suffix) in enumerate(articles(samples, count, "single")):
        waiting = place / f"waiting{suffix}"
        waiting.write_bytes(text)
        started = time.monotonic()
        os.rename(waiting, inbox / f"single-{number}{suffix}")
        until(lambda: records(outbox) > done)
        times.append((time.monotonic() - started) * 1000)
        done = records(outbox)
        # Longer than the second of rest after which the edition is made, so that it does not fall on the next file.
        time.sleep(0.05)
    return sorted(times)


def many(place, inbox, outbox, samples, count):
    """Files a second when all are there at once."""
    before = records(outbox)
    folder = place / "many"
    folder.mkdir()
    for number, (text, suffix) in enumerate(articles(samples, count, "many")):
        (folder / f"many-{number}{suffix}").write_bytes(text)
    started = time.monotonic()
    for path in folder.iterdir():
        os.rename(path, inbox / path.name)
    until(lambda: records(outbox) >= before + count, seconds=600, pause=0.02)
    return count / (time.monotonic() - started)


def main():
    """Runs the daemon over scratch folders and prints what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("samples", type=pathlib.Path)
    parser.add_argument("--single", type=int, default=100)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        inbox, outbox, config = place / "Inbox", place / "Outbox", place / "dateline.yaml"
        inbox.mkdir()
        outbox.mkdir()
        config.write_text(f"workers: {options.workers}\n", encoding="utf-8")
        with open(place / "log", "wb") as log:
            daemon = subprocess.Popen(
                [options.program, "run", "--inbox", inbox, "--outbox", outbox, "--config", config], stderr=log)
        try:
            # The first files start the workers.
            for number, (text, suffix) in enumerate(articles(options.samples, 2 * options.workers, "first")):
                (place / "first").write_bytes(text)
                os.rename(place / "first", inbox / f"first-{number}{suffix}")
            until(lambda: records(outbox) >= 2 * options.workers)
            time.sleep(2)
            times = single(place, inbox, outbox, options.samples, options.single)
            print(f"drop to record, ms: p50 {times[len(times) // 2]:.1f}, p99 {times[len(times) * 99 // 100]:.1f}")
            rate = many(place, inbox, outbox, options.samples, options.many)
            print(f"sustained: {rate:.0f} files a second, {options.workers} workers")
            children = pathlib.Path(f"/proc/{daemon.pid}/task/{daemon.pid}/children").read_text(encoding="utf-8").split()
            for pid in [daemon.pid, *children]:
                print("resident: {}: peak {} MB, now {} MB".format(*resident(pid)))
        finally:
            daemon.terminate()
            daemon.wait()


if __name__ == "__main__":
    main()
