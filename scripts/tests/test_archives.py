"""`dateline extract --warc` over archives that another program wrote: PyPI's warcio."""

import io
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

try:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
except ImportError:
    WARCWriter = None

PROGRAM = pathlib.Path(os.environ.get(
    "DATELINE", pathlib.Path(__file__).resolve().parents[2] / ".build/release/dateline"))

PAGE = """<html lang="en"><head><title>Ferry {0} | Post</title></head><body><article><h1>Ferry {0} sails again</h1>
<p>The ferry of line {0} sailed again on Monday after three weeks in the yard, the harbour office said.</p>
<p>"We have waited long enough," said Ada Marsh, who leads the office. The repair cost 4 million euros.</p>
<p>At least 40 people stood at the pier in the rain when it left, and more came for the second crossing.</p>
</article></body></html>"""


@unittest.skipUnless(WARCWriter, "warcio is not installed (pip install warcio)")
@unittest.skipUnless(PROGRAM.exists(), "the program is not built (make build)")
class Archives(unittest.TestCase):
    """What warcio writes is read, plain and gzipped by record."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def archive(self, name, gzip):
        """An archive of three pages, and of records that are none, which warcio gives their digests."""
        path = self.root / name
        with open(path, "wb") as file:
            writer = WARCWriter(file, gzip=gzip)
            writer.write_record(writer.create_warcinfo_record(name, {"software": "test"}))
            for number in range(3):
                for kind, status in (("text/html; charset=utf-8", "200 OK"), ("image/png", "200 OK"),
                                     ("text/html", "404 Not Found")):
                    head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
                    writer.write_record(writer.create_warc_record(
                        f"https://news.example/{number}", "response",
                        payload=io.BytesIO(PAGE.format(number).encode()), http_headers=head))
        return path

    def extract(self, *words):
        """Runs it; returns the answers, and what it said on standard error."""
        result = subprocess.run([PROGRAM, "extract", "--warc", *words], capture_output=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return [json.loads(line) for line in result.stdout.splitlines()], result.stderr.decode()

    def test_plain_and_packed_archives_give_the_same_records(self):
        texts = []
        for name, gzip in (("a.warc", False), ("a.warc.gz", True)):
            answers, errors = self.extract(self.archive(name, gzip))
            self.assertEqual(errors, "")
            self.assertEqual([answer["record"]["url"] for answer in answers],
                             [f"https://news.example/{number}" for number in range(3)])
            texts.append([answer["record"]["text"] for answer in answers])
        self.assertEqual(texts[0], texts[1])

    def test_a_changed_byte_costs_one_record(self):
        path = self.archive("a.warc", False)
        path.write_bytes(path.read_bytes().replace(b"line 1 sailed", b"line 1 failed", 1))
        answers, errors = self.extract(path)
        self.assertEqual(len(answers), 2)
        self.assertIn("does not have its digest", errors)

    def test_work_goes_on_behind_an_answer(self):
        path = self.archive("a.warc.gz", True)
        whole, _ = self.extract(path)
        rest, _ = self.extract(path, "--after", whole[0]["id"])
        self.assertEqual(rest, whole[1:])


if __name__ == "__main__":
    unittest.main()
