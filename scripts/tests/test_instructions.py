"""The gate of instruction counts reads callgrind's files right, and can fail."""

import importlib.util
import pathlib
import unittest

PATH = pathlib.Path(__file__).resolve().parents[1] / "checks" / "instructions.py"
SPEC = importlib.util.spec_from_file_location("instructions", PATH)
instructions = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(instructions)

PROFILE = """\
events: Ir
fn=(1) $s14dateline_gauge5GaugeO4mainyyKFZ
10 5
cfn=(2) $s14dateline_gauge12readingStagey
calls=1 20
11 1000
cfn=(3) $s14dateline_gauge15extractionStagey
calls=1 30
12 300
fn=(2)
20 7
cfn=(4) malloc
calls=9 1
21 90
fn=(1)
13 5
cfn=(2)
calls=2 20
14 500
"""


class Counts(unittest.TestCase):
    """What is read from a profile."""

    def test_the_cost_of_all_calls_of_a_stage_is_added_up(self):
        counts = instructions.inclusive_counts(PROFILE.splitlines())
        self.assertEqual((counts["reading"], counts["extraction"], counts["digest"]), (1500, 300, 0))


class Verdicts(unittest.TestCase):
    """What is said of a count."""

    def verdict(self, now):
        """The verdict on a stage whose baseline is a million."""
        counts = dict.fromkeys(instructions.STAGES, 1_000_000) | {"json": now}
        baseline = dict.fromkeys(instructions.STAGES, 1_000_000)
        return list(instructions.verdicts(counts, baseline))[instructions.STAGES.index("json")]

    def test_what_is_within_the_tolerance_passes(self):
        for now in (960_000, 1_000_000, 1_029_000):
            line, is_over = self.verdict(now)
            self.assertFalse(is_over, line)
            self.assertTrue(line.endswith("%"), line)

    def test_what_is_over_it_fails(self):
        line, is_over = self.verdict(1_031_000)
        self.assertTrue(is_over)
        self.assertIn("+3.10 %: more than the 3 %", line)

    def test_what_is_much_better_asks_for_a_lower_baseline(self):
        line, is_over = self.verdict(900_000)
        self.assertFalse(is_over)
        self.assertIn("make baseline", line)


class Baseline(unittest.TestCase):
    """The committed file."""

    def test_it_names_every_stage_and_golden_inputs_that_are_there(self):
        baseline = instructions.read_baseline()
        self.assertEqual(set(baseline["counts"]), set(instructions.STAGES))
        self.assertTrue(baseline["inputs"])
        for slug, known in baseline["inputs"].items():
            self.assertEqual(instructions.digest(slug), known, f"{slug} changed: run `make baseline`")


if __name__ == "__main__":
    unittest.main()
