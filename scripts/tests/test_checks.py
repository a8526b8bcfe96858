"""Each check finds what it is there to find, and lets pass what is right."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECKS = pathlib.Path(__file__).resolve().parents[1] / "checks"


class CheckTest(unittest.TestCase):
    """A scratch project, and a check to run over it."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        subprocess.run(["git", "init", "-q", str(self.root)], check=True)

    def write(self, name, text):
        """A file of the scratch project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, name, *arguments):
        """The check's exit status and what it prints."""
        ran = subprocess.run(
            [sys.executable, str(CHECKS / name), *(arguments or [str(self.root)])], capture_output=True, text=True)
        return ran.returncode, ran.stdout + ran.stderr


class Arrows(CheckTest):
    """arrows.py"""

    def test_an_allowed_import_passes(self):
        self.write("Sources/Markup/Page.swift", "import CLibXML2\npublic import Records\nimport Foundation\n")
        self.assertEqual(self.check("arrows.py")[0], 0)

    def test_an_arrow_the_wrong_way_fails(self):
        for line in [
            "import Desk", "public import Desk", "@preconcurrency import Desk", "@testable public import struct Desk.Inbox",
            "  import class Desk.Inbox // because", "import CLibXML2", "import Dispatch",
        ]:
            with self.subTest(line):
                self.write("Sources/Language/Word.swift", f"{line}\n")
                status, output = self.check("arrows.py")
                self.assertEqual(status, 1)
                self.assertIn("Sources/Language/Word.swift:1: Language may not import", output)

    def test_an_unknown_module_fails(self):
        self.write("Sources/Helpers/Helper.swift", "import Records\n")
        self.assertEqual(self.check("arrows.py")[0], 1)

    def test_a_word_in_a_comment_is_no_import(self):
        self.write("Sources/Records/Text.swift", "// import Desk\n/// import Desk\nlet imported = 1\n")
        self.assertEqual(self.check("arrows.py")[0], 0)


class Sizes(CheckTest):
    """sizes.py"""

    def test_a_file_is_passed_named_or_refused_by_its_length(self):
        for lines, status, words in [(400, 0, "1 Swift files"), (401, 0, "second look"), (601, 1, "600 is the most")]:
            with self.subTest(lines=lines):
                self.write("Sources/Records/Long.swift", "let x = 1\n" * lines)
                self.assertEqual(self.check("sizes.py")[0], status)
                self.assertIn(words, self.check("sizes.py")[1])

    def test_a_long_function_is_named(self):
        body = "        let x = 1\n" * 60
        self.write("Sources/Records/F.swift", f"struct S {{\n    public func long(\n        a: Int\n    ) {{\n{body}    }}\n}}\n")
        self.assertIn("F.swift:2: long has 64 lines", self.check("sizes.py")[1])

    def test_a_short_function_and_a_requirement_are_not(self):
        body = "        let x = 1\n" * 70
        self.write(
            "Sources/Records/F.swift",
            f"protocol P {{\n    func one()\n    var two: Int {{ get }}\n}}\nlet f = {{\n{body}}}\nfunc g() {{\n}}\n")
        self.assertNotIn("lines, worth", self.check("sizes.py")[1])

    def test_a_long_readme_fails(self):
        self.write("Sources/Records/F.swift", "\n")
        self.write("README.md", "line\n" * 300)
        self.assertEqual(self.check("sizes.py")[0], 1)


class Words(CheckTest):
    """words.py"""

    def test_what_has_no_place_fails(self):
        machine = "/" + "home/someone/checkout"
        for name, text in [
            ("Sources/Records/A.swift", "// " + "TODO" + ": later"),
            ("Sources/Records/A.swift", "let r = NSRegularExpression()"),
            ("Sources/Records/A.swift", "let r = try Regex(x)"),
            ("Sources/Records/A.swift", "let r = try! f()"),
            ("Sources/Markup/A.swift", "let now = Date()"),
            ("Sources/Annotation/A.swift", "let zone = TimeZone.current"),
            ("Sources/Desk/A.swift", "final class A: @unchecked Sendable {}"),
            ("Sources/Desk/A.swift", "nonisolated(unsafe) var a = 1"),
            ("docs/a.md", f"see {machine}"),
            ("Sources/Records/A.swift", f'let path = "{machine}"'),
        ]:
            with self.subTest(text):
                self.write(name, text + "\n")
                self.assertEqual(self.check("words.py")[0], 1)
                (self.root / name).unlink()

    def test_what_has_its_reason_or_its_place_passes(self):
        self.write("Sources/Desk/A.swift", "// because the lock guards it\nclass A: @unchecked Sendable {}\nlet now = Date()\n")
        self.write("Sources/Records/B.swift", "// No Regex here, and no Date() either.\nlet url = \"https://example.org/home/x\"\n")
        self.write("docs/a.md", "see /usr/local/bin and /var/lib/dateline and ~/news\n")
        status, output = self.check("words.py")
        self.assertEqual(status, 0, output)
        self.assertIn("1 unsafe annotations", output)


class Links(CheckTest):
    """links.py"""

    def test_links_to_files_and_headings_that_are_there_pass(self):
        self.write("docs/a.md", "# One thing, two!\n\n[up](../README.md) [here](#one-thing-two) [out](https://example.org/x)\n")
        self.write("README.md", "[a](docs/a.md#one-thing-two)\n\n```text\n[no](link.md)\n```\n`[no](link.md)`\n")
        self.assertEqual(self.check("links.py")[0], 0)

    def test_links_that_lead_nowhere_fail(self):
        for link in ["docs/b.md", "#other", "docs/a.md#other", "docs/picture.png"]:
            with self.subTest(link):
                self.write("docs/a.md", "# One\n")
                self.write("README.md", f"text\n![a]({link})\n")
                status, output = self.check("links.py")
                self.assertEqual((status, f"README.md:2: {link}" in output), (1, True))


class Documents(CheckTest):
    """documents.py"""

    def run_document(self, text):
        """The check's status and output for a document, with a program that is `true`."""
        self.write("page.md", text)
        return self.check("documents.py", "/bin/true", str(self.root / "page.md"))

    def test_blocks_run_in_order_in_one_shell_in_a_copy(self):
        status, output = self.run_document("```sh\nx=1; test -f Makefile\n```\n\n```sh\ntest \"$x\" = 1\n```\n")
        self.assertEqual((status, "2 blocks" in output), (0, True), output)

    def test_a_command_that_fails_fails_the_check_and_is_named(self):
        status, output = self.run_document("text\n\n```sh\ntrue\n```\n\n```sh\ncat no-such-file\n```\n")
        self.assertEqual(status, 1)
        self.assertIn("page.md:8", output)

    def test_a_failure_inside_a_pipe_counts(self):
        self.assertEqual(self.run_document("```sh\nfalse | cat\n```\n")[0], 1)

    def test_a_block_is_left_out_only_with_a_reason(self):
        self.assertEqual(self.run_document("```sh no-run: needs root\nfalse\n```\n")[0], 0)
        self.assertEqual(self.run_document("```sh no-run\ntrue\n```\n")[0], 1)

    def test_other_blocks_are_not_run(self):
        self.assertEqual(self.run_document("```json\nfalse\n```\n\n````text\n```sh\nfalse\n```\n````\n")[0], 0)


if __name__ == "__main__":
    unittest.main()
