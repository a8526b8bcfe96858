#!/usr/bin/env python3
"""Counts the instructions of a fixed run, stage by stage, and fails where one takes more than the baseline allows.

`dateline-gauge` takes golden articles from their bytes to an edition, under `valgrind --tool=callgrind`. A count does not
depend on how busy the machine is, nor, since valgrind shows every program the same processor, on which processor it has. It
does depend on what was compiled and linked; where compiler, parser, C library or valgrind are not the baseline's,
nothing is compared, and the check says so.

Usage: instructions.py GAUGE            compare with Tests/instructions.txt
       instructions.py GAUGE --set      set that baseline anew, on purpose
"""

import argparse
import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "Tests" / "Golden"
BASELINE = ROOT / "Tests" / "instructions.txt"

STAGES = ("start", "reading", "extraction", "annotation", "json", "digest")
# Two builds of the same sources, runs with another environment or in another folder, differ by less than 0.1 %.
TOLERANCE_PERCENT = 3.0
# So much less is worth a lower baseline: what was gained would else be lost again without notice.
GAIN_PERCENT = 5.0

HEAD = """\
# Instructions of each stage over the golden articles below, counted by scripts/checks/instructions.py. Set anew on purpose
# with `make baseline`, and say in the commit why. New golden articles need no new baseline: they are not counted until then.
"""


class Fault(Exception):
    """The gate cannot say anything, or says no."""


def inclusive_counts(lines):
    """The inclusive instructions of each stage in a callgrind file: what a stage's function cost its caller."""
    names, counts, called, wants_cost = {}, dict.fromkeys(STAGES, 0), None, False
    for line in lines:
        if line.startswith(("cfn=", "fn=")):
            key, _, value = line.partition("=")
            number, _, name = value.strip().partition(" ")
            if name:
                names[number] = name
            if key == "cfn":
                called = names.get(number, "")
        elif line.startswith("calls="):
            wants_cost = True
        elif wants_cost:
            wants_cost = False
            cost = int(line.split()[1])
            for stage in STAGES:
                if re.search(rf"(?<![a-z]){stage}Stage", called or ""):
                    counts[stage] += cost
    return counts


def stripped(gauge):
    """The gauge without the compiler's debugging notes, which valgrind cannot read; beside it, where its tables are."""
    bare = gauge.with_name(gauge.name + "-bare")
    ran = subprocess.run(
        ["strip", "--strip-debug", "-o", str(bare), str(gauge)], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise Fault(f"strip failed: {ran.stderr.strip()}")
    return bare


def count(gauge, slugs):
    """Runs the gauge under callgrind; returns the counts and what it printed."""
    gauge = stripped(gauge)
    # The C library chooses its copying and searching by the processor: with these left out every x86_64 has the same.
    environment = {
        "PATH": os.environ["PATH"], "LC_ALL": "C", "SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no",
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-AVX,-BMI2,-AVX_Fast_Unaligned_Load",
    }
    with tempfile.TemporaryDirectory(prefix="dateline-count.") as folder:
        out = pathlib.Path(folder) / "callgrind.out"
        ran = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", str(gauge), str(GOLDEN), *slugs],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False)
        if ran.returncode != 0 or not out.exists():
            raise Fault(f"the run under valgrind failed:\n{ran.stderr.strip()}")
        with out.open(encoding="utf-8", errors="replace") as lines:
            counts = inclusive_counts(lines)
    missing = [stage for stage in STAGES if counts[stage] == 0]
    if missing:
        raise Fault(f"no function of the gauge was found for: {', '.join(missing)}")
    return counts, ran.stdout


def first_line(command):
    """The first line a command prints, or an empty one."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.split("\n")[0].strip()
    except OSError:
        return ""


def tools(printed):
    """What the counts depend on besides the sources."""
    compiler = re.search(r"Swift version \S+", first_line(["swift", "--version"]))
    parser = re.search(r"libxml2 \S+", printed)
    return ", ".join([
        compiler.group(0) if compiler else "Swift unknown", parser.group(0) if parser else "libxml2 unknown",
        " ".join(platform.libc_ver()), first_line(["valgrind", "--version"]), platform.machine()])


def digest(slug):
    """A short digest of a golden article's input; None where it is gone."""
    inputs = sorted(GOLDEN.glob(f"{slug}/input.*"))
    return hashlib.sha256(inputs[0].read_bytes()).hexdigest()[:12] if len(inputs) == 1 else None


def read_baseline():
    """The baseline's tools, counts and inputs."""
    found = {"tools": "", "counts": {}, "inputs": {}}
    for line in BASELINE.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "tools":
            found["tools"] = rest
        elif kind == "stage":
            stage, value = rest.split()
            found["counts"][stage] = int(value)
        elif kind == "input":
            slug, known = rest.split()
            found["inputs"][slug] = known
    return found


def write_baseline(gauge):
    """Counts over every golden article there is and writes the baseline."""
    slugs = sorted(folder.name for folder in GOLDEN.iterdir() if digest(folder.name))
    counts, printed = count(gauge, slugs)
    lines = [f"tools {tools(printed)}"] + [f"stage {stage} {counts[stage]}" for stage in STAGES]
    lines += [f"input {slug} {digest(slug)}" for slug in slugs]
    BASELINE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{BASELINE.relative_to(ROOT)} holds the counts of {len(slugs)} golden articles.")
    print(printed, end="")


def verdicts(counts, baseline):
    """One line a stage, and whether it is over what is allowed."""
    for stage in STAGES:
        before, now = baseline.get(stage, 0), counts[stage]
        change = 100 * (now / before - 1) if before else float("inf")
        line = f"{stage:<11}{now / 1e6:>10.1f} million instructions, {change:+.2f} %"
        if change > TOLERANCE_PERCENT:
            yield f"{line}: more than the {TOLERANCE_PERCENT:g} % that are allowed", True
        elif change < -GAIN_PERCENT:
            yield f"{line}: much better; lower the baseline with `make baseline`", False
        else:
            yield line, False


def compare(gauge):
    """Compares with the baseline; returns whether all is well."""
    baseline = read_baseline()
    changed = [slug for slug, known in baseline["inputs"].items() if digest(slug) != known]
    if changed:
        raise Fault(f"these golden inputs are not the baseline's; set it anew with `make baseline`: {', '.join(changed)}")
    counts, printed = count(gauge, list(baseline["inputs"]))
    here = tools(printed)
    if here != baseline["tools"]:
        print(f"skipped: the baseline was counted with {baseline['tools']}; here are {here}."
              " Set it anew with `make baseline`.")
        return True
    lines = list(verdicts(counts, baseline["counts"]))
    print("\n".join(line for line, _ in lines))
    if any(is_over for _, is_over in lines):
        print("Make it cheaper, or, where the cost is wanted, set the baseline anew with `make baseline` and say why.")
        return False
    return True


def main():
    """Reads the words of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gauge", type=pathlib.Path)
    parser.add_argument("--set", action="store_true")
    options = parser.parse_args()
    absent = [tool for tool in ("valgrind", "strip") if shutil.which(tool) is None]
    if absent:
        if options.set:
            sys.exit(f"{absent[0]} is not installed: run scripts/setup.sh test")
        print(f"skipped: {absent[0]} is not installed")
        return
    try:
        if options.set:
            write_baseline(options.gauge.resolve())
        elif not compare(options.gauge.resolve()):
            sys.exit(1)
    except Fault as fault:
        sys.exit(f"{fault}")


if __name__ == "__main__":
    main()
