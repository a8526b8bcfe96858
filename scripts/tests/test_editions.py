"""The check of the editions finds what it is there to find, and lets pass what is right."""

import pathlib
import sys
import tempfile
import unittest

CHECKS = pathlib.Path(__file__).resolve().parents[1] / "checks"
sys.path.insert(0, str(CHECKS))

import editions  # noqa: E402

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"


class Editions(unittest.TestCase):
    """editions.py"""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.outbox = pathlib.Path(folder.name)

    def faults(self, body, policy=POLICY):
        """What is wrong with a page, but for what tidy says."""
        page = self.outbox / "index.html"
        page.write_text(
            f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{policy}<title>T</title></head><body>{body}</body>",
            encoding="utf-8")
        return [fault for fault in editions.html_faults(self.outbox, page) if " - " not in fault]

    def test_a_sound_page_passes(self):
        self.assertEqual(self.faults("<h1 id=a>A</h1><h2>B</h2><p><a href='#a'>a</a> <a href='index.html'>b</a></p>"), [])

    def test_dead_links_double_ids_and_leaps_of_headings_fail(self):
        for body in [
            "<h1>A</h1><a href='#b'>b</a>", "<h1>A</h1><a href='b.html'>b</a>", "<h1>A</h1><a href='../../etc'>b</a>",
            "<h1 id=a>A</h1><p id=a>b</p>", "<h1>A</h1><h3>B</h3>", "<h2>A</h2>", "<h1>A</h1><h1>B</h1>",
        ]:
            with self.subTest(body):
                self.assertNotEqual(self.faults(body), [])

    def test_what_would_be_fetched_fails(self):
        for body in ["<img src='a.png'>", "<link rel=stylesheet href='a.css'>", "<svg><image href='a.png'/></svg>"]:
            with self.subTest(body):
                self.assertNotEqual(self.faults("<h1>A</h1>" + body), [])
        self.assertNotEqual(self.faults("<h1>A</h1>", policy=""), [])

    def test_contrast_is_that_of_the_guidelines(self):
        self.assertAlmostEqual(editions.luminance("#fff"), 1)
        self.assertAlmostEqual(editions.luminance("#000000"), 0)
        self.assertAlmostEqual(editions.luminance("#777777"), 0.1845, places=3)
        self.assertEqual(list(editions.contrast_faults()), [])


if __name__ == "__main__":
    unittest.main()
