#!/usr/bin/env python3
"""Takes from a running daemon what it needs (room, permission, folders, events, the right time) and gives it back.

In each case the daemon goes on or waits, `dateline status` says why, and when the cause is gone it goes on by itself: then
every article is recorded once, and `dateline verify` is content. What cannot be tried here, for want of permission or of a
tool, is said and skipped. Some cases need root.

Usage: adversity-test.py PROGRAM [--files N] [--only WORD] [--short]
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "faults"))
import scene as scenes  # noqa: E402
from office import NOBODY, Office, Skip, Trouble, article, mount  # noqa: E402


def need_root():
    if os.geteuid() != 0:
        raise Skip("needs root")


def full_disk(program, make):
    """The Outbox's disk is full, then has room again."""
    office = Office(program)
    try:
        make(office)
        with office:
            office.drop(1, 2)
            office.expect("two are recorded", office.is_done)
            ballast = office.outbox / "ballast"
            fill(ballast)
            office.drop(*range(3, 9))
            office.expect_status("No space left", "is full")
            time.sleep(2)
            if office.outbox.joinpath("rejected").exists():
                raise Trouble("an article was rejected for want of room")
            ballast.unlink()
            seconds = office.expect("it goes on when there is room", office.is_done)
            office.finish()
            return f"went on {seconds:.0f} s after there was room"
    except Skip:
        office.process = office.process or subprocess.Popen(["true"])
        office.__exit__()
        raise


def fill(ballast):
    """Writes until nothing more fits, down to the last bytes."""
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                pass
        os.sync()


def full_tmpfs(program, _):
    """A full disk of memory (tmpfs)."""
    need_root()
    return full_disk(program, lambda office: mount(office, office.outbox, "-t", "tmpfs", "-o", "size=3m", "none"))


def full_ext4(program, _):
    """A full disk (ext4)."""
    need_root()
    if not shutil.which("mkfs.ext4"):
        raise Skip("needs mkfs.ext4")

    def make(office):
        image = office.folder / "disk"
        with image.open("wb") as file:
            file.truncate(12 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", str(image)], check=True)
        mount(office, office.outbox, "-o", "loop", str(image))
        office.outbox.joinpath("lost+found").rmdir()
    return full_disk(program, make)


def read_only(program, _):
    """The Outbox is mounted again for reading only, then for writing."""
    need_root()
    office = Office(program, state=pathlib.Path("/tmp") / f"dateline-state-{os.getpid()}")
    office.undo.append(lambda: shutil.rmtree(office.state, ignore_errors=True))
    mount(office, office.outbox, "-t", "tmpfs", "-o", "size=50m", "none")
    with office:
        office.drop(1)
        office.expect("the first is recorded", office.is_done)
        office.expect("its edition is made", lambda: (office.outbox / "index.html").exists())

        def is_read_only():
            return subprocess.run(
                ["mount", "-o", "remount,ro", str(office.outbox)], capture_output=True, check=False).returncode == 0
        office.expect("the disk can be made read-only", is_read_only)
        office.drop(2, 3)
        office.expect_status("Read-only file system", "is read-only")
        subprocess.run(["mount", "-o", "remount,rw", str(office.outbox)], check=True)
        office.finish()


def permission(program, _):
    """The daemon may no longer read a file, nor the Inbox, nor write the Outbox; then it may again."""
    with Office(program, user=NOBODY if os.geteuid() == 0 else None) as office:
        office.drop(1)
        office.expect("the first is recorded", office.is_done)
        secret = office.inbox / "article-2.txt"
        office.drop(2, name=".{}")
        (office.inbox / ".2").chmod(0)
        (office.inbox / ".2").rename(secret)
        office.dropped["article-2.txt"] = office.dropped.pop(".2")
        office.expect_status("article-2.txt: Permission denied")
        office.drop(3)
        office.expect("another is recorded meanwhile", lambda: office.count() == 2)
        secret.chmod(0o644)
        office.expect("the file is read when it may be", office.is_done)

        shelves = [office.outbox, *(path for path in office.outbox.rglob("*") if path.is_dir())]
        for shelf in shelves:
            if shelf != office.state:
                shelf.chmod(0o555)
        office.drop(4)
        office.expect_status("Permission denied")
        for shelf in shelves:
            shelf.chmod(0o755)
        office.expect("it is recorded when it may be", office.is_done)

        office.inbox.chmod(0)
        if os.geteuid() == 0:
            # Whoever else looks may not, either.
            office.expect_status("inbox cannot be opened")
        office.inbox.chmod(0o755)
        office.drop(5)
        office.finish()


def folders(program, _):
    """Inbox and Outbox are removed, moved away, and replaced."""
    with Office(program) as office:
        office.drop(1)
        office.expect("the first is recorded", office.is_done)
        office.inbox.rmdir()
        office.expect("the log says so", lambda: "the inbox is gone" in office.log)
        office.inbox.mkdir()
        office.drop(2)
        office.expect("the new inbox is taken up", office.is_done)

        office.inbox.rename(office.folder / "Elsewhere")
        office.inbox.mkdir()
        office.drop(3)
        office.expect("another inbox is taken up", office.is_done)

        office.expect("the edition is made", lambda: "edition made" in office.log)
        away = office.folder / "Away"
        office.outbox.rename(away)
        office.drop(4)
        office.expect("the log says so", lambda: "publishing waits" in office.log)
        if (office.inbox / "article-4.txt").read_bytes() != office.dropped["article-4.txt"]:
            raise Trouble("the article is not in the inbox any more")
        away.rename(office.outbox)
        office.expect("the outbox is taken up when it is back", office.is_done)

        office.outbox.rename(away)
        office.outbox.mkdir()
        earlier, office.dropped = office.dropped, {}
        office.drop(5)
        office.finish()
        if len(list(away.glob("records/*/*/*/[!.]*.json"))) != len(earlier):
            raise Trouble("the outbox that was moved away was written to")


def clock(program, _):
    """The clock is set forward by a day, and back by two."""
    library = next(iter(sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
    if library is None:
        raise Skip("needs libfaketime (Debian: faketime)")
    office = Office(program)
    # The library changes its process's environment, from which Swift would look for the words of its command line; a shell
    # that goes before leaves nothing to change.
    office.launcher = ["sh", "-c", 'exec "$0" "$@"']
    setting = office.folder / "clock"
    setting.write_text("+0d\n")
    office.environment |= {
        "LD_PRELOAD": str(library), "FAKETIME_TIMESTAMP_FILE": str(setting), "FAKETIME_NO_CACHE": "1",
        "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", "FAKETIME_DONT_RESET": "1"}
    with office:
        days = set()
        for number, shift in enumerate(("+0d", "+1d", "-1d", "+0d"), 1):
            setting.write_text(shift + "\n")
            office.drop(number)
            office.expect(f"recorded with the clock at {shift}", office.is_done)
            days = {path.parent for path in office.outbox.glob("records/*/*/*/[!.]*.json")}
            office.expect(
                f"each day has its edition with the clock at {shift}",
                lambda: len(list(office.outbox.glob("digests/*/index.html"))) >= len(days))
        if len(days) != 3:
            raise Trouble(f"articles of three days were filed under {days}")
        office.finish()


def overflow(program, _):
    """More events than the kernel keeps come while the daemon stands still."""
    limit = int(pathlib.Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    if limit > 100_000:
        raise Skip(f"the kernel keeps {limit} events")
    with Office(program) as office:
        os.kill(office.process.pid, signal.SIGSTOP)
        for number in range(limit // 2 + 1000):
            # Each makes two events at least, and is left alone for its name.
            (office.inbox / f".{number}").touch()
            (office.inbox / f".{number}").unlink()
        office.drop(*range(60))
        os.kill(office.process.pid, signal.SIGCONT)
        seconds = office.expect("all are found though their events were lost", office.is_done)
        if "events were lost" not in office.log:
            raise Trouble("no events were lost")
        office.finish()
        return f"60 articles in {seconds:.0f} s"


def many(program, options):
    """Very many small files come at once."""
    with Office(program) as office:
        aside = office.folder / "Many"
        aside.mkdir()
        for number in range(options.files):
            text = article(number).encode()
            (aside / f"a{number}.html").write_bytes(text)
            office.dropped[f"a{number}.html"] = text
        start = time.monotonic()
        for path in aside.iterdir():
            path.rename(office.inbox / path.name)
        dropping = time.monotonic() - start
        most, first = 0, None
        patience = 60 + options.files / 5

        def is_done():
            nonlocal most, first
            most = max(most, memory(office.process.pid))
            if first is None and office.count() > 0:
                first = time.monotonic() - start
            time.sleep(0.5)
            return not any(office.inbox.iterdir())
        office.expect("all are recorded", is_done, seconds=patience)
        seconds = time.monotonic() - start
        spent = sum(map(int, pathlib.Path(f"/proc/{office.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
        office.expect("the last are published", office.is_done)
        office.finish()
        return (
            f"{options.files} files dropped within {dropping:.1f} s, the first recorded after {first:.1f} s, all after "
            f"{seconds:.0f} s; the daemon took {spent / os.sysconf('SC_CLK_TCK') / options.files * 1000:.2f} ms of the "
            f"processor for each and at most {most} MB of memory")


def memory(process):
    """A process's resident memory in megabytes."""
    found = re.search(r"VmRSS:\s*(\d+)", pathlib.Path(f"/proc/{process}/status").read_text())
    return int(found.group(1)) // 1024 if found else 0


def no_events(program, _):
    """The file system tells of no changes, as a network share does."""
    library = scenes.shim()
    if library is None:
        raise Skip("needs a C compiler")
    with Office(program, {"LD_PRELOAD": str(library), "CALLS_NO_WATCH": "1"}) as office:
        office.expect_status("polling")
        office.drop(*range(5))
        office.expect("five are found without events", office.is_done)
        folder = office.inbox / "later"
        folder.mkdir()
        with (folder / "slow.txt").open("wb") as file:
            write_slowly(office, file, 5)
        office.dropped["slow.txt"] = article(5).encode()
        office.expect("one in a new folder is found", lambda: office.count() == 6)
        office.expect("its folder is empty", lambda: not any(folder.iterdir()))
        folder.rmdir()
        office.finish()


def write_slowly(office, file, number):
    """Writes an article with pauses that are longer than a file takes to settle."""
    text, recorded = article(number).encode(), office.count()
    for part in range(4):
        file.write(text[part * len(text) // 4:(part + 1) * len(text) // 4])
        file.flush()
        time.sleep(1.2)
        if office.count() != recorded:
            raise Trouble("a file was read before its writer had finished")


def writers(program, _):
    """Somebody writes slowly, somebody else never finishes."""
    with Office(program) as office:
        never = (office.inbox / "never.txt").open("wb")
        never.write(article(1).encode()[:200])
        never.flush()
        with (office.inbox / "slow.txt").open("wb") as slow:
            write_slowly(office, slow, 2)
        office.dropped["slow.txt"] = article(2).encode()
        office.drop(3, 4)
        office.expect("the others are recorded", lambda: office.count() == 3)
        time.sleep(2)
        if office.count() != 3:
            raise Trouble("a file was read though its writer had not finished")
        never.write(article(1).encode()[200:])
        never.close()
        office.dropped["never.txt"] = article(1).encode()
        office.finish()


CASES = [full_tmpfs, full_ext4, read_only, permission, folders, clock, overflow, no_events, writers, many]
# Those that take seconds and need nothing special.
SHORT = [full_tmpfs, permission, folders, no_events, many]


def main():
    """Tries every case, prints a table, and fails where the daemon did not get over one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=100_000, metavar="N", help="how many files come at once")
    parser.add_argument("--only", default="", metavar="WORD", help="the cases whose name has this in it")
    parser.add_argument("--short", action="store_true", help="a few cases, in seconds")
    options = parser.parse_args()
    if options.short:
        options.files = 100
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    failed = 0
    print("| case | outcome |\n|---|---|", flush=True)
    for case in SHORT if options.short else CASES:
        if options.only not in case.__name__:
            continue
        start = time.monotonic()
        try:
            figures = case(options.program, options)
            outcome = f"got over it ({time.monotonic() - start:.0f} s)" + (f": {figures}" if figures else "")
        except Skip as skip:
            outcome = f"skipped: {skip}"
        except Trouble as trouble:
            outcome = f"FAILED: {trouble}"
            failed += 1
        print(f"| {case.__doc__.rstrip('.')} | {outcome} |", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
