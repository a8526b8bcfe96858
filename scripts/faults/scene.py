"""An Inbox with articles, the Outbox beside it, and what must hold of the two at any time."""

import functools
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A pass takes less than a second on an idle machine, and one that meets a fault pauses for some more.
TIME_LIMIT_SECONDS = 60
# The day everything is filed under, so that no midnight falls between two runs.
DAY = "2025-03-13"
COMPANION = "Page_files/style.css"


@functools.cache
def shim(source="calls.c"):
    """Builds a library to be loaded into the program, by default the one that stands between it and its calls; None where
    there is no C compiler."""
    compiler = next(filter(shutil.which, ("cc", "gcc", "clang")), None)
    if compiler is None:
        return None
    library = pathlib.Path(tempfile.mkdtemp(prefix="dateline-calls.")) / "library.so"
    source = pathlib.Path(__file__).with_name(source)
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


class Scene:
    """An Inbox with the samples, an article twice, a page with its folder and a file that holds no article."""

    def __init__(self, program, folder, fill=True, latest="Again.html"):
        self.program = pathlib.Path(program).resolve()
        self.folder = pathlib.Path(folder).resolve()
        self.inbox, self.outbox = self.folder / "Inbox", self.folder / "Outbox"
        if fill:
            self.inbox.mkdir(parents=True)
            self.outbox.mkdir()
            self.fill(latest)
        self.inputs = {name: content for name, content, _ in inputs()}

    def fill(self, latest):
        """Puts the inputs into the Inbox, each a second older than the next, so that their order is always the same."""
        for number, (name, content, _) in enumerate(inputs()):
            (self.inbox / name).write_bytes(content)
            os.utime(self.inbox / name, (1_700_000_000 + number,) * 2)
        os.utime(self.inbox / latest, (1_700_000_099,) * 2)
        companion = self.inbox / COMPANION
        companion.parent.mkdir()
        companion.write_text("p { color: black }")
        os.utime(companion, (1_700_000_100,) * 2)

    def run(self, environment=(), more=(), limit=TIME_LIMIT_SECONDS):
        """One pass; returns its exit status, None where it hung, and what it said."""
        command = [self.program, "run", "--once", "--date", DAY, "--inbox", self.inbox, "--outbox", self.outbox]
        surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("DATELINE_", "CALLS_"))}
        surroundings |= {"DATELINE_SETTLE_SECONDS": "0.1", "SWIFT_BACKTRACE": "enable=no"} | dict(environment)
        process = subprocess.Popen(
            [*command, *more], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
            env=surroundings, start_new_session=True)
        try:
            said = process.communicate(timeout=limit)[1]
            return process.returncode, said
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None, f"it was not done after {limit} s: {process.communicate()[1]}"

    def records(self):
        """The records that a reader sees, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.outbox.glob("records/*/*/*/[!.]*.json"))}

    def editions(self):
        """The files of the editions, by path."""
        return {
            str(path.relative_to(self.outbox)): path.read_bytes()
            for path in sorted(self.outbox.glob("digests/*/[!.]*")) if path.is_file()}

    def places(self, content):
        """Where in the Inbox and the Outbox a content lies."""
        return [
            path for path in [*self.inbox.rglob("*"), *self.outbox.glob("[odr][ure][ipj]*/*/*/*/[!.]*")]
            if path.is_file() and not path.name.endswith((".error.json", ".duplicate.json"))
            and path.stat().st_size == len(content) and path.read_bytes() == content]

    def lost(self):
        """The inputs that lie whole neither in the Inbox nor on a shelf of the Outbox."""
        for name, content in self.inputs.items():
            if not self.places(content):
                yield f"{name} is lost"

    def unsettled(self, expected):
        """What is wrong where everything should be done and in its place; `expected` is such a scene, undisturbed."""
        records, editions = self.records(), self.editions()
        if records not in [variant[0] for variant in expected.variants]:
            yield f"records: {sorted(records)}"
        elif (records, editions) not in expected.variants:
            yield f"editions: {sorted(editions)}, not those of the records"
        left = [path for path in self.inbox.rglob("*")] + list(self.outbox.rglob(".dateline-tmp-*"))
        if left:
            yield f"left over: {', '.join(str(path) for path in left)}"
        for shelf, number in expected.shelves.items():
            if len(self.shelf(shelf)) != number:
                yield f"{shelf}: {', '.join(self.shelf(shelf))}"
        checked = subprocess.run(
            [self.program, "verify", "--outbox", self.outbox], capture_output=True, text=True,
            timeout=TIME_LIMIT_SECONDS)
        if checked.returncode != 0:
            yield f"verify ends with {checked.returncode}: {(checked.stdout + checked.stderr)[-500:]}"

    def shelf(self, name):
        """The names on a shelf."""
        return sorted(path.name for path in self.outbox.glob(f"{name}/*/*/*/[!.]*"))


class Expected:
    """What an undisturbed pass makes: records with their editions, in two variants, since a fault may hold one of two equal
    inputs up, so that the other one is the record."""

    def __init__(self, program):
        self.variants, self.is_sound = [], True
        kinds = [kind for _, _, kind in inputs()]
        first = next(name for name, content, _ in inputs() if content == dict(
            (name, content) for name, content, _ in inputs())["Again.html"])
        for latest in ("Again.html", first):
            with tempfile.TemporaryDirectory(prefix="dateline-fault.") as folder:
                scene = Scene(program, folder, latest=latest)
                self.status, self.said = scene.run()
                self.variants.append((scene.records(), scene.editions()))
                self.shelves = {shelf: len(scene.shelf(shelf)) for shelf in ("originals", "duplicates", "rejected")}
                self.is_sound = (
                    self.is_sound and self.status == 1 and len(scene.records()) == kinds.count("article")
                    and bool(scene.editions()) and not list(scene.unsettled(self)))

    def has(self, name, content):
        """Whether some bytes are the record of a name."""
        return any(records.get(name) == content for records, _ in self.variants)


class Watcher(threading.Thread):
    """A reader that looks at every file of the Outbox all the time; nothing it sees may be half."""

    def __init__(self, scene, expected):
        super().__init__(daemon=True)
        self.scene, self.expected = scene, expected
        self.half, self.looks, self.is_done = [], 0, False
        self.whole = {hashlib.sha256(content).digest() for content in scene.inputs.values()}

    def run(self):
        seen = {}
        while not self.is_done:
            for path in self.visible():
                try:
                    status = path.stat()
                    key = status.st_ino, status.st_mtime_ns, status.st_size
                    if seen.get(path) == key:
                        continue
                    content = path.read_bytes()
                except FileNotFoundError:
                    continue
                seen[path] = key
                self.looks += 1
                if not self.is_whole(path, content):
                    self.half.append(f"{path} was seen half: {len(content)} bytes")

    def visible(self):
        """The files that are meant to be read: those whose names do not begin with a dot."""
        for folder, folders, files in os.walk(self.scene.outbox):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (pathlib.Path(folder) / name for name in files if not name.startswith("."))

    def is_whole(self, path, content):
        """Whether some bytes are a whole file of their kind."""
        place = path.relative_to(self.scene.outbox).parts
        if place[0] == "records":
            return self.expected.has(path.name, content)
        if path.suffix == ".json" and place[0] in ("digests", "duplicates", "rejected"):
            try:
                return isinstance(json.loads(content), dict)
            except ValueError:
                return hashlib.sha256(content).digest() in self.whole
        if path.suffix == ".html" and (place[0] == "digests" or len(place) == 1):
            return content.rstrip().endswith(b"</html>")
        if place[0] in ("originals", "duplicates", "rejected") and path.suffix != ".css":
            return hashlib.sha256(content).digest() in self.whole
        return True

    def stop(self):
        """Ends the watch; returns what was seen half."""
        self.is_done = True
        self.join()
        return self.half


def inputs():
    """Each input's name, its content, and what becomes of it."""
    samples = ROOT / "docs/samples"
    for sample in sorted(samples.iterdir()):
        if sample.suffix in (".txt", ".html"):
            yield sample.name, sample.read_bytes(), "article"
    # A page as browsers save it, with its folder.
    first = next(path for path in sorted(samples.iterdir()) if path.suffix == ".html")
    page = first.read_bytes()
    yield "Again.html", page, "duplicate"
    yield "Page.html", (
        "<html><head><title>Ferry to run on Sundays</title></head><body><article><h1>Ferry to run on Sundays</h1>"
        + "".join(
            f"<p>The ferry over the Velm will run on Sundays from week {week} on, the county said on Monday, after "
            f"{week + 40} people had asked for it in letters that were read out at the meeting.</p>"
            for week in range(3, 9)) + "</article></body></html>").encode(), "article"
    yield "picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "rejected"
