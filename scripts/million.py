#!/usr/bin/env python3
"""Makes an Outbox of many articles and measures what must not grow with it: status, search, an edition, the daemon's start.

A few hundred articles are read by the program itself; each of their records is then written many times, with words of the same
lengths in the place of its own, another day, another identity. So the records are whole and true to their texts, and
`dateline verify` accepts them; the words follow Zipf's law over thirty thousand, as in real text few words are
common and most are rare. The ledger is then made by `dateline rebuild`, which is killed on the way and called again.

What each command may take is CPU time, its children's included: that of a busy machine's clock says little.

Usage: million.py PROGRAM [--articles N] [--per-day N] [--folder DIR] [--allowed SECONDS] [--verify] [--keep]
"""

import argparse
import bisect
import datetime
import hashlib
import itertools
import json
import multiprocessing
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

TEMPLATES = 200
VOCABULARY = 30_000
FILLERS = 48
LAST_DAY = datetime.date(2024, 10, 3)
TEMPLATE_DAY = "2001-02-03"
# Of a hundred inputs, so many repeat an article, and so many become none. Set by judgement.
DUPLICATES_PERCENT, REJECTIONS_PERCENT = 2, 0.5

WHO = ["The harbour board", "A regional court", "The water company", "The ferry operator", "A school council"]
DID = ["approved", "postponed", "rejected", "published", "defended"]
WHAT = ["a plan for new berths", "the budget for repairs", "a report on wages", "the sale of two sites", "new rules"]
PEOPLE = ["Marta Ilves", "Jonas Feld", "Ruth Adeyemi", "Paul Varga", "Nina Castell", "Ana Reyes", "Tom Byrne"]
PLACES = ["Lisbon", "Bergen", "Toronto", "Nairobi", "Adelaide", "Oslo", "Lima", "Cork", "Graz"]
SITES = ["Harbour Post", "Coast Ledger", "Valley Times", "Northern Echoes", "City Gazette"]


def vocabulary(choose):
    """Made-up words, those of each length apart, with the running sums of their frequencies."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    words = dict.fromkeys("".join(choose.choices(syllables, k=choose.randint(2, 4))) for _ in range(3 * VOCABULARY))
    by_length = {}
    for rank, word in enumerate(itertools.islice(words, VOCABULARY), start=1):
        by_length.setdefault(len(word), []).append((word, 1 / rank))
    return {
        length: ([word for word, _ in entries], list(itertools.accumulate(weight for _, weight in entries)))
        for length, entries in by_length.items()
    }


def placeholder(number, length):
    """A word that stands nowhere else, of a length."""
    tail = chr(97 + number // 26) + chr(97 + number % 26)
    return "x" * (length - 3) + "q" + tail


def template_text(choose):
    """An article with a code and words to be filled in."""
    slots = [placeholder(number, choose.choice([4, 6, 6, 8])) for number in range(FILLERS)]
    who, place, person = choose.choice(WHO), choose.choice(PLACES), choose.choice(PEOPLE)
    sentences = [
        f"{who} in {place} {choose.choice(DID)} {choose.choice(WHAT)} in case kkkkkkkk after a long debate.",
        f"“We counted {choose.randint(2, 900)} letters about it,” said {person}, who leads the office in {place}.",
        f"The work will cost ${choose.randint(2, 90)} million, and at least {choose.randint(2, 40)} people will do it.",
    ]
    fillers = [f"They said that {' and '.join(slots[at:at + 6])}." for at in range(0, FILLERS, 6)]
    paragraphs = [sentences[0], *(" ".join(fillers[at:at + 4]) for at in range(0, len(fillers), 4)), *sentences[1:]]
    site = choose.choice(SITES)
    address = f"https://{site.lower().replace(' ', '')}.example/kkkkkkkk"
    head = f"Title: Case kkkkkkkk in {place}\nDate: {TEMPLATE_DAY}T08:00:00Z\nSource: {site}\nURL: {address}\n\n"
    return head + "\n\n".join(paragraphs)


class Template:
    """A record in pieces: between them go the code, the day, the identity and the words."""

    def __init__(self, record_text):
        self.record = json.loads(record_text)
        self.text = self.record["text"]
        marks = r"kkkkkkkk|x*q[a-z][a-z](?![a-z])|" + re.escape(TEMPLATE_DAY) + "|" + self.record["id"]
        self.parts = re.split(f"((?<![a-z])(?:{marks}))", record_text)
        self.text_parts = re.split(f"((?<![a-z])(?:{marks}))", self.text)
        self.slots = sorted({part for part in self.parts if re.fullmatch("x*q[a-z][a-z]", part)})

    def filled(self, number, day, words, choose):
        """The record's bytes and identity."""
        code = "k" + "".join(chr(97 + number // 26**place % 26) for place in range(6, -1, -1))
        values = {"kkkkkkkk": code, TEMPLATE_DAY: day.isoformat()}
        for slot in self.slots:
            choices, sums = words[len(slot)]
            values[slot] = choices[bisect.bisect(sums, choose.random() * sums[-1])]
        text = "".join(values.get(part, part) for part in self.text_parts)
        identity = hashlib.sha256(re.sub("[ \t\n\v\f\r]+", " ", text).strip().encode()).hexdigest()[:32]
        values[self.record["id"]] = identity
        return "".join(values.get(part, part) for part in self.parts).encode(), identity, code


def templates(program, choose):
    """The records of articles that the program has read, as they are filed."""
    with tempfile.TemporaryDirectory(prefix="dateline-templates.") as folder:
        inbox, outbox = pathlib.Path(folder) / "Inbox", pathlib.Path(folder) / "Outbox"
        inbox.mkdir()
        outbox.mkdir()
        for number in range(TEMPLATES):
            (inbox / f"case-{number}.txt").write_text(template_text(choose), encoding="utf-8")
        subprocess.run(
            [program, "run", "--once", "--inbox", inbox, "--outbox", outbox], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        paths = sorted((outbox / "records").glob("*/*/*/*.json"))
        if len(paths) != TEMPLATES:
            sys.exit(f"of {TEMPLATES} articles of the generator {len(paths)} became records")
        return [Template(path.read_text(encoding="utf-8")) for path in paths]


def write_day(outbox, day, numbers, made, words):
    """Writes the records, duplicates and rejections of a day; returns the bytes of its records."""
    choose = random.Random(day.toordinal())
    folder = f"{day:%Y/%m/%d}"
    for shelf in ("records", "duplicates", "rejected"):
        (outbox / shelf / folder).mkdir(parents=True)
    size = 0
    for number in numbers:
        content, identity, code = made[number % len(made)].filled(number, day, words, choose)
        name = f"case-{code}-{identity[:8]}.json"
        (outbox / "records" / folder / name).write_bytes(content)
        size += len(content)
        if choose.random() * 100 < DUPLICATES_PERCENT:
            sidecar = {
                "schema": "dateline/duplicate/1", "file": f"{code}.txt", "collection": [], "sha256": "0" * 64,
                "of": identity, "record": f"records/{folder}/{name}"}
            path = outbox / "duplicates" / folder / f"00000000-{code}.txt.duplicate.json"
            path.write_text(json.dumps(sidecar), encoding="utf-8")
        if choose.random() * 100 < REJECTIONS_PERCENT:
            sidecar = {
                "schema": "dateline/rejection/1", "file": f"{code}.html", "collection": [], "path": f"{code}.html",
                "sha256": "0" * 64, "stage": "extraction", "code": "no-article", "message": "there is no article",
                "attempts": 1, "input": f"00000000-{code}.html", "retry": "put it right"}
            path = outbox / "rejected" / folder / f"00000000-{code}.html.error.json"
            path.write_text(json.dumps(sidecar), encoding="utf-8")
    return size


def generate(program, outbox, articles, per_day):
    """Fills the Outbox; returns the bytes of its records and how long its first and last day lie apart."""
    choose = random.Random(1)
    words = vocabulary(choose)
    made = templates(program, choose)
    days = -(-articles // per_day)
    work = []
    for back in range(days - 1, -1, -1):
        first = (days - 1 - back) * per_day
        numbers = range(first, min(first + per_day, articles))
        work.append((outbox, LAST_DAY - datetime.timedelta(days=back), numbers, made, words))
    with multiprocessing.get_context("fork").Pool(len(os.sched_getaffinity(0))) as pool:
        return sum(pool.starmap(write_day, work, chunksize=16)), days


def timed(command, times=3, **options):
    """The best wall time of a few runs, the processor time of that run and what it printed."""
    best = None
    for _ in range(times):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        ran = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True, **options)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if best is None or wall < best[0]:
            best = (wall, used, ran.stdout.decode())
    return best


def rebuild(program, outbox, articles):
    """Makes the ledger, killed on the way and called again; returns the processor seconds of both."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ledger = outbox / ".dateline" / "ledger.sqlite"
    first = subprocess.Popen([program, "rebuild", "--outbox", outbox], stdin=subprocess.DEVNULL)
    while first.poll() is None and entered(ledger) < articles * 0.3:
        time.sleep(0.2)
    if first.poll() is not None:
        sys.exit("the rebuild was done before it could be killed")
    first.send_signal(signal.SIGKILL)
    first.wait()
    kept = entered(ledger)
    said = subprocess.run([program, "rebuild", "--outbox", outbox], stdout=subprocess.PIPE, check=True).stdout.decode()
    if entered(ledger) != articles or f"{kept} records entered by a rebuild before" not in said:
        sys.exit(f"the rebuild did not go on after {kept} of {articles} articles: {entered(ledger)}; {said}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def entered(ledger):
    """How many records the ledger holds."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True, timeout=10) as connection:
            return connection.execute("SELECT count(*) FROM record").fetchone()[0]
    except sqlite3.Error:
        return 0


def start_seconds(program, inbox, outbox, times=3):
    """How long the daemon takes until it says that it is ready, and its processor time until then."""
    best = None
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="dateline-ready.") as folder, \
                socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(f"{folder}/notify")
            manager.settimeout(600)
            start = time.monotonic()
            daemon = subprocess.Popen(
                [program, "run", "--inbox", inbox, "--outbox", outbox, "--date", LAST_DAY.isoformat()],
                stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"NOTIFY_SOCKET": f"{folder}/notify"})
            while b"READY=1" not in manager.recv(4096):
                pass
            wall = time.monotonic() - start
            fields = pathlib.Path(f"/proc/{daemon.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            used = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            daemon.terminate()
            try:
                code = daemon.wait(timeout=60)
            except subprocess.TimeoutExpired:
                daemon.kill()
                sys.exit("the daemon was told to end as soon as it was ready, and did not")
            if code != 0:
                sys.exit(f"the daemon ended with {code}")
            best = min(best or (wall, used), (wall, used))
    return best


def measure(program, inbox, outbox):
    """The rows of the table: what, wall seconds, processor seconds."""
    day = LAST_DAY.isoformat()
    rare = next((outbox / "records" / f"{LAST_DAY:%Y/%m/%d}").iterdir()).name.split("-")[1]
    searches = {
        "a word of one article": [rare],
        "a word of every article": ["letters"],
        "two common words": ["debate", "office"],
        "a phrase of every article": ['"a long debate"'],
        "a place and a week": ["--place", "Oslo", "--since", (LAST_DAY - datetime.timedelta(days=6)).isoformat()],
        "a publication and a word": ["--site", "Harbour Post", "million"],
        "a person": ["--person", "Ana Reyes"],
        "a beginning of words": ["ba*"],
        "a week, no words": ["--since", (LAST_DAY - datetime.timedelta(days=6)).isoformat()],
        "no words": [],
    }
    yield "status", *timed([program, "status", "--inbox", inbox, "--outbox", outbox])[:2]
    yield "status --json", *timed([program, "status", "--json", "--inbox", inbox, "--outbox", outbox])[:2]
    for name, words in searches.items():
        wall, used, said = timed([program, "search", "--outbox", outbox, *words])
        yield f"search: {name} ({said.splitlines()[-1]})", wall, used
    yield f"edition of {day}", *timed([program, "digest", "--date", day, "--outbox", outbox])[:2]
    yield "daemon's start", *start_seconds(program, inbox, outbox)


def run(options, root):
    """Generates, rebuilds, measures, and tells; returns whether all kept within what is allowed."""
    inbox, outbox = root / "Inbox", root / "Outbox"
    inbox.mkdir()
    outbox.mkdir()
    start = time.monotonic()
    size, days = generate(options.program, outbox, options.articles, options.per_day)
    print(f"{options.articles} articles over {days} days, records of {size // options.articles} bytes on average,"
          f" written in {time.monotonic() - start:.0f} s", flush=True)
    used = rebuild(options.program, outbox, options.articles)
    # The editions that are due, so that a start is one like every other.
    subprocess.run(
        [options.program, "run", "--once", "--inbox", inbox, "--outbox", outbox, "--date", LAST_DAY.isoformat()],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    ledger = sum(path.stat().st_size for path in (outbox / ".dateline").glob("ledger.sqlite*"))
    print(f"rebuild, killed once: {used:.0f} CPU s, {1000 * used / options.articles:.2f} ms an article;"
          f" ledger {ledger / 1e6:.0f} MB, {ledger // options.articles} bytes an article", flush=True)
    slow = False
    print(f"{'':<58}{'wall s':>8}{'CPU s':>8}")
    for name, wall, cpu in measure(options.program, inbox, outbox):
        is_slow = cpu > options.allowed
        slow |= is_slow
        print(f"{name:<58}{wall:>8.2f}{cpu:>8.2f}{'  more than is allowed' if is_slow else ''}", flush=True)
    if options.verify:
        said = subprocess.run(
            [options.program, "verify", "--outbox", outbox], stdout=subprocess.PIPE, check=False).stdout.decode()
        print(f"verify: {said.splitlines()[-1]}")
        if not said.endswith(f"{options.articles} records, 0 faults\n"):
            print(said[:2000])
            return False
    return not slow


def main():
    """Reads the words of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--per-day", type=int, default=274, help="by default what makes a million in ten years")
    parser.add_argument("--folder", type=pathlib.Path, help="where the Outbox is made; a temporary folder by default")
    parser.add_argument("--allowed", type=float, default=1.0, help="the CPU seconds each command may take")
    parser.add_argument("--verify", action="store_true", help="check every record at the end")
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    options = parser.parse_args()
    options.program = options.program.resolve()
    root = pathlib.Path(tempfile.mkdtemp(prefix="dateline-million.", dir=options.folder))
    try:
        well = run(options, root)
    finally:
        if options.keep:
            print(f"left in {root}")
        else:
            shutil.rmtree(root)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
