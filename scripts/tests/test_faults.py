"""What the tests of faults think of a disk is what a disk does: the model of a power cut, the calls, the reader."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(SCRIPTS / "faults"))
import replay  # noqa: E402
import scene as scenes  # noqa: E402


class PowerCut(unittest.TestCase):
    """faults/replay.py"""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)
        self.scene = self.root / "scene"
        self.scene.mkdir()
        (self.scene / "old").write_bytes(b"old")
        self.number = os.stat(self.scene).st_ino

    def outcomes(self, *calls, content=b"news"):
        """What the folder may hold after some calls, at the end of them."""
        recording = replay.Recording(self.scene)
        (self.root / "calls").write_text("".join("\t".join(map(str, call)) + "\n" for call in calls))
        (self.root / "calls.data").write_bytes(content)
        recording.add(self.root / "calls")
        found = set()
        for state in recording.states(seed=1, most=8, start=len(recording.operations)):
            folders, contents = recording.state(*state)
            found.add(tuple(
                (path, bytes(contents.get(thing, thing.content))) for path, thing in recording.walk(folders)))
        return found

    def test_what_was_flushed_is_there_in_every_state(self):
        calls = [
            ("create", self.number, "new", 7), ("write", 7, 0, 4, 0), ("flush", 7),
            ("rename", self.number, "new", self.number, "named", 7), ("flush", self.number)]
        self.assertEqual(self.outcomes(*calls), {(("named", b"news"), ("old", b"old"))})

    def test_content_that_was_not_flushed_may_be_missing_half_there_or_blank(self):
        calls = [("create", self.number, "new", 7), ("write", 7, 0, 4, 0), ("flush", self.number)]
        contents = {dict(outcome)["new"] for outcome in self.outcomes(*calls)}
        self.assertEqual(contents, {b"", b"ne", b"\0\0\0\0", b"news"})

    def test_an_entry_that_was_not_flushed_may_be_missing_whatever_the_file_is(self):
        calls = [("create", self.number, "new", 7), ("write", 7, 0, 4, 0), ("flush", 7)]
        self.assertEqual({len(outcome) for outcome in self.outcomes(*calls)}, {1, 2})

    def test_a_move_is_whole_and_lasts_only_when_both_folders_were_flushed(self):
        old = os.stat(self.scene / "old").st_ino
        calls = [("mkdir", self.number, "shelf", 8), ("flush", self.number),
                 ("rename", self.number, "old", 8, "kept", old), ("flush", 8)]
        names = {tuple(path for path, _ in outcome) for outcome in self.outcomes(*calls)}
        self.assertEqual(names, {("old", "shelf"), ("shelf", "shelf/kept")})
        names = {tuple(path for path, _ in outcome) for outcome in self.outcomes(*calls, ("flush", self.number))}
        self.assertEqual(names, {("shelf", "shelf/kept")})


@unittest.skipIf(scenes.shim() is None, "no C compiler here")
class Calls(unittest.TestCase):
    """faults/calls.c"""

    def run_with(self, code, **environment):
        """Runs Python under the library in a folder of its own; returns how it ended, what it said, what was recorded."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "root"
            root.mkdir()
            shared = pathlib.Path(folder) / "shared"
            shared.write_bytes(bytes(4096))
            record = pathlib.Path(folder) / "record"
            environment |= {
                "LD_PRELOAD": str(scenes.shim()), "CALLS_ROOT": str(root), "CALLS_NUMBER": str(shared),
                "CALLS_RECORD": str(record), "ROOT": str(root)}
            done = subprocess.run(
                [sys.executable, "-c", "import os\nos.chdir(os.environ['ROOT'])\n" + code], capture_output=True, text=True,
                env=environment)
            return done.returncode, done.stdout.strip(), record.read_text() if record.exists() else ""

    def test_the_call_of_the_number_fails_and_no_other(self):
        code = "for name in 'abc':\n    try:\n        os.mkdir(name)\n    except OSError as error:\n        print(name, error.errno)"
        environment = {"CALLS_NAME": "mkdir", "CALLS_FAULT": "ENOSPC", "CALLS_AT": "2"}
        self.assertEqual(self.run_with(code, **environment)[:2], (0, "b 28"))

    def test_half_is_written(self):
        code = "f = os.open('a', os.O_WRONLY | os.O_CREAT)\nprint(os.write(f, b'12345678'), os.write(f, b'5678'))"
        environment = {"CALLS_NAME": "write", "CALLS_FAULT": "short", "CALLS_AT": "1"}
        self.assertEqual(self.run_with(code, **environment)[1], "4 4")

    def test_a_kill_comes_before_or_after_the_call(self):
        for fault, left in [("kill", 0), ("killed", 1)]:
            environment = {"CALLS_NAME": "mkdir", "CALLS_FAULT": fault, "CALLS_AT": "1"}
            code, _, record = self.run_with("os.mkdir('a')", **environment)
            self.assertEqual((code, record.count("mkdir")), (-9, left))

    def test_everything_that_changes_is_recorded(self):
        code = (
            "f = os.open('a', os.O_RDWR | os.O_CREAT)\nos.write(f, b'x')\nos.fsync(f)\nos.ftruncate(f, 0)\nos.mkdir('b')\n"
            "os.rename('a', 'b/c')\nos.unlink('b/c')\nos.rmdir('b')")
        kinds = [line.split("\t")[0] for line in self.run_with(code)[2].splitlines()]
        self.assertEqual(
            kinds, ["create", "write", "flush", "truncate", "mkdir", "rename", "unlink", "unlink"])


if __name__ == "__main__":
    unittest.main()
