"""A daemon at work on folders of its own, and somebody who drops articles and looks at what becomes of them."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

# Something that should happen has this long for it; a busy machine is slow.
PATIENCE_SECONDS = 90
NOBODY = 65534

TOWNS = ["Velm", "Oderhaven", "Tarn", "Lysk", "Marrow", "Quill", "Sandvik", "Brae"]
THINGS = ["harbour wall", "town hall", "ferry", "market roof", "old mill", "library", "north bridge"]


class Trouble(Exception):
    """Something is not as it should be."""


class Skip(Exception):
    """Something cannot be tried here."""


def article(number):
    """A short article; no two numbers give the same one."""
    town, thing = TOWNS[number % len(TOWNS)], THINGS[number // len(TOWNS) % len(THINGS)]
    return (
        f"Council of {town} votes on its {thing}\n\nThe council of {town} voted on Tuesday to repair its {thing}, which "
        f"was damaged in storm number {number} of the winter. The work will cost {number + 20},000 pounds, officials said, "
        f"and is to begin in May.\n\nAt least {number % 40 + 2} people had written letters about the delay. Some of them "
        "asked why the money was not found earlier; others offered to help with the work.\n")


class Office:
    """Folders, a daemon, and what was dropped."""

    def __init__(self, program, environment=(), outbox=None, state=None, user=None):
        self.program = pathlib.Path(program).resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dateline-office."))
        self.folder.chmod(0o755)
        self.inbox, self.outbox = self.folder / "Inbox", outbox or self.folder / "Outbox"
        self.state = state or self.outbox / ".dateline"
        self.user, self.dropped, self.undo = user, {}, []
        self.launcher = []
        for folder in (self.inbox, self.outbox):
            folder.mkdir(exist_ok=True)
            if user is not None:
                os.chown(folder, user, user)
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
        self.environment |= {
            "DATELINE_SETTLE_SECONDS": "0.5", "DATELINE_IDLE_SECONDS": "0.5", "DATELINE_INBOX": str(self.inbox),
            "DATELINE_OUTBOX": str(self.outbox), "DATELINE_STATE": str(self.state), "SWIFT_BACKTRACE": "enable=no"}
        self.environment |= dict(environment)
        self.log_file = self.folder / "log"
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGCONT)
            self.process.kill()
            self.process.wait()
        for step in reversed(self.undo):
            step()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        """Starts the daemon and waits until it is at work."""
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.launcher, self.program, "run"], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=log, user=self.user, group=self.user)
        self.expect("the daemon starts", lambda: " started" in self.log)

    @property
    def log(self):
        return self.log_file.read_text(errors="replace")

    def drop(self, *numbers, name="article-{}.txt"):
        """Drops articles as a browser or a copy does: written aside, moved in."""
        for number in numbers:
            text = article(number).encode()
            aside = self.folder / "aside"
            aside.write_bytes(text)
            if self.user is not None:
                os.chown(aside, self.user, self.user)
            aside.rename(self.inbox / name.format(number))
            self.dropped[name.format(number)] = text

    def records(self):
        """The inputs' names of all records, one for each record."""
        return sorted(
            json.loads(path.read_bytes())["source"]["file"] for path in self.outbox.glob("records/*/*/*/[!.]*.json"))

    def count(self):
        """How many records there are."""
        return sum(1 for _ in self.outbox.glob("records/*/*/*/[!.]*.json"))

    def is_done(self):
        """Whether everything that was dropped is recorded and gone from the Inbox."""
        return self.count() >= len(self.dropped) and not any(self.inbox.iterdir())

    def ask(self, command):
        """Runs a command on the same folders, without what was put between the daemon and the system."""
        environment = {key: value for key, value in self.environment.items() if key != "LD_PRELOAD"}
        return subprocess.run([self.program, command], env=environment, capture_output=True, text=True, timeout=600)

    def status(self):
        """What `dateline status` says, for a person."""
        said = self.ask("status")
        return said.stdout + said.stderr

    def expect(self, what, condition, seconds=PATIENCE_SECONDS):
        """Waits until something is so; trouble where it is not in time, or the daemon ends."""
        start = time.monotonic()
        while not condition():
            if self.process.poll() is not None:
                raise Trouble(f"{what}: the daemon ended with {self.process.returncode}:\n{self.log[-1500:]}")
            if time.monotonic() - start > seconds:
                raise Trouble(f"{what}: not within {seconds} s; status:\n{self.status()}\nlog:\n{self.log[-1500:]}")
            time.sleep(0.1)
        return time.monotonic() - start

    def expect_status(self, *words):
        """Waits until `dateline status` says one of these."""
        self.expect(f"status says {' or '.join(words)}", lambda: any(word in self.status() for word in words))

    def finish(self, rejected=0):
        """Everything is done: the daemon stops, each article is there once, and nothing is wrong."""
        self.expect("all is done", self.is_done)
        self.process.terminate()
        if self.process.wait(PATIENCE_SECONDS) != 0:
            raise Trouble(f"the daemon ended with {self.process.returncode}:\n{self.log[-1500:]}")
        if self.records() != sorted(self.dropped):
            raise Trouble(f"{len(self.dropped)} dropped, recorded: {self.records()}")
        if len(list(self.outbox.glob("rejected/*/*/*/[!.]*.error.json"))) != rejected:
            raise Trouble("inputs were rejected")
        originals = sorted(path.read_bytes() for path in self.outbox.glob("originals/*/*/*/[!.]*"))
        if originals != sorted(self.dropped.values()):
            raise Trouble(f"{len(originals)} originals of {len(self.dropped)} articles")
        if list(self.outbox.rglob(".dateline-tmp-*")):
            raise Trouble("temporary files were left")
        checked = self.ask("verify")
        if checked.returncode != 0:
            raise Trouble(f"verify: {checked.stdout}{checked.stderr}")


def mount(office, target, *words):
    """Mounts something for the time of an office; skips where that is not allowed."""
    target.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *words, str(target)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Skip(f"nothing can be mounted here ({done.stderr.strip() or 'no permission'})")
    office.undo.append(lambda: subprocess.run(["umount", "--lazy", str(target)], check=False))
