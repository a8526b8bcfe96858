"""label-names.py keeps the names that two readers agree on, and leaves open what they do not."""

import importlib.util
import pathlib
import sys
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[1]


def script(name):
    """A script as a module; its name holds a hyphen. Leaves no compiled file beside it."""
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), SCRIPTS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Labels(unittest.TestCase):
    """Spans of two readers of one text."""

    text = "Ana Roth met Roth Ltd in Lagos. Lagos is large."
    labels = script("label-names")

    def span(self, words, kind, after=0):
        start = self.text.index(words, after)
        return (start, start + len(words), kind)

    def test_what_both_have_is_taken(self):
        both = [self.span("Ana Roth", "PER"), self.span("Lagos", "LOC")]
        self.assertEqual(self.labels.labelled(self.text, both, both), both)

    def test_other_types_and_other_bounds_are_left_open(self):
        found = self.labels.labelled(
            self.text, [self.span("Lagos", "LOC"), self.span("Roth Ltd", "ORG")],
            [self.span("Lagos", "ORG"), self.span("Ltd", "ORG")])
        self.assertEqual(found, [self.span("Roth Ltd", "?"), self.span("Lagos", "?")])

    def test_what_one_has_is_taken_where_both_have_it_elsewhere(self):
        first, second = self.span("Lagos", "LOC"), self.span("Lagos", "LOC", after=30)
        self.assertEqual(self.labels.labelled(self.text, [first, second], [first]), [first, second])
        self.assertEqual(self.labels.labelled(self.text, [first], []), [self.span("Lagos", "?")])

    def test_articles_titles_and_possessives_are_no_part_of_a_name(self):
        self.assertEqual(self.labels.bounded("the Bank's", 0, 10, "ORG"), (4, 8, "ORG"))
        self.assertEqual(self.labels.bounded("President Roth", 0, 14, "PER"), (10, 14, "PER"))
        self.assertIsNone(self.labels.bounded("the bank", 0, 8, "ORG"))

    def test_long_texts_are_cut_between_paragraphs(self):
        paragraph = "x" * (self.labels.LONGEST - 1)
        self.assertEqual(self.labels.cut(f"{paragraph}\nabc\ndef"), f"{paragraph}\nabc")


if __name__ == "__main__":
    unittest.main()
