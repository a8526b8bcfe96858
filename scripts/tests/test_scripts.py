"""The scripts behind `make run`, `make setup` and the manual do what they say."""

import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[1]


class ScratchTest(unittest.TestCase):
    """A scratch folder."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def program(self, name, text):
        """An executable script in the scratch folder."""
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
        return path


class SeedInbox(ScratchTest):
    """seed-inbox.sh"""

    def seed(self):
        """Runs it, and returns what then lies in the Inbox."""
        (self.root / "samples").mkdir(exist_ok=True)
        (self.root / "samples/a b.txt").write_text("article", encoding="utf-8")
        folders = [str(self.root / name) for name in ("samples", "Inbox", "Outbox")]
        subprocess.run([str(SCRIPTS / "seed-inbox.sh"), *folders], check=True, capture_output=True)
        return sorted(path.name for path in (self.root / "Inbox").iterdir())

    def test_the_first_run_gets_the_samples(self):
        self.assertEqual(self.seed(), ["a b.txt"])

    def test_a_run_with_records_does_not(self):
        (self.root / "Outbox/records/2025/03/13").mkdir(parents=True)
        (self.root / "Outbox/records/2025/03/13/x-1.json").write_text("{}", encoding="utf-8")
        self.assertEqual(self.seed(), [])


class Foreground(ScratchTest):
    """foreground.py"""

    COUNTER = "#!/bin/bash\ncount=0\ntrap 'count=$((count + 1))' {signal}\necho up\n" \
        "for _ in {{1..12}}; do sleep 0.1; done\necho \"got $count\"\nexit 7\n"

    def start(self, text):
        """Starts a program under it, and waits until the program is up."""
        process = subprocess.Popen(
            [str(SCRIPTS / "foreground.py"), str(self.program("program", text))], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.addCleanup(process.stdout.close)
        self.assertEqual(process.stdout.readline(), "up\n")
        return process

    def test_a_signal_sent_to_it_and_to_its_group_arrives_once(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number):
                process = self.start(self.COUNTER.format(signal=number.name.removeprefix("SIG")))
                os.killpg(process.pid, number)
                os.kill(process.pid, number)
                self.assertEqual(process.communicate(timeout=20)[0], "got 1\n")
                self.assertEqual(process.returncode, 7)

    def test_a_second_signal_after_a_while_arrives_too(self):
        process = self.start(self.COUNTER.format(signal="TERM"))
        os.kill(process.pid, signal.SIGTERM)
        time.sleep(0.5)
        os.kill(process.pid, signal.SIGTERM)
        self.assertEqual(process.communicate(timeout=20)[0], "got 2\n")

    def test_a_program_that_is_not_there_is_said_so(self):
        ran = subprocess.run([str(SCRIPTS / "foreground.py"), "/no/such/program"], capture_output=True, text=True)
        self.assertEqual((ran.returncode, "No such file" in ran.stderr), (127, True))


class Setup(ScratchTest):
    """setup.sh, with programs of our own in place of dpkg-query and apt-get"""

    def setup(self, installed, apt="exit 0"):
        """Runs it where a package is installed or not, and returns the status, the output and what apt was told."""
        self.program("bin/swift", "#!/bin/sh\n")
        self.program("bin/dpkg-query", f"#!/bin/sh\n[ {int(installed)} = 1 ] && printf installed\n")
        self.program("bin/apt-get", f"#!/bin/sh\necho \"$*\" >>'{self.root}/apt'\n{apt}\n")
        self.program("bin/sudo", "#!/bin/sh\nexec \"$@\"\n")
        environment = os.environ | {"PATH": f"{self.root}/bin:{os.environ['PATH']}"}
        ran = subprocess.run([str(SCRIPTS / "setup.sh"), "build"], env=environment, capture_output=True, text=True)
        told = (self.root / "apt").read_text(encoding="utf-8") if (self.root / "apt").exists() else ""
        return ran.returncode, ran.stderr, told

    def test_nothing_happens_when_all_is_there(self):
        self.assertEqual(self.setup(installed=True), (0, "", ""))

    def test_what_is_missing_is_installed_in_one_go(self):
        status, _, told = self.setup(installed=False)
        self.assertEqual((status, len(told.splitlines())), (0, 1))
        self.assertIn("libxml2-dev libsqlite3-dev", told)

    def test_the_lists_are_fetched_when_apt_does_not_know_the_package(self):
        marker = self.root / "updated"
        status, _, told = self.setup(
            installed=False, apt=f"case $1 in update) : >'{marker}' ;; *) [ -e '{marker}' ] ;; esac")
        self.assertEqual((status, [line.split()[0] for line in told.splitlines()]), (0, ["install", "update", "install"]))


class Manual(ScratchTest):
    """manual.py"""

    HELP = (
        '{"command": {"commandName": "dateline", "abstract": "Articles in.", "subcommands": [{"commandName": "run",'
        ' "abstract": "The daemon.", "discussion": ".starts with a dot\\n\\n  dateline run --once",'
        ' "arguments": [{"kind": "option", "valueName": "dir", "isOptional": true, "abstract": "A back\\\\slash.",'
        ' "names": [{"kind": "long", "name": "in-box"}]}]}]}}')

    def test_commands_and_options_are_in_it_and_nothing_is_taken_for_a_request(self):
        program = self.program(
            "program", f"#!/bin/sh\ncase $1 in --version) echo 'dateline 1' ;; *) cat <<'E'\n{self.HELP}\nE\n;; esac\n")
        page = subprocess.run(
            [str(SCRIPTS / "manual.py"), str(program)], check=True, capture_output=True, text=True).stdout
        self.assertIn(".SS run\n\\fBdateline run\\fR [\\fB\\-\\-in\\-box\\fR \\fIDIR\\fR]\n", page)
        self.assertIn("\\&.starts with a dot", page)
        self.assertIn("A back\\eslash.", page)


if __name__ == "__main__":
    unittest.main()
