#!/usr/bin/env python3
"""Fails on words that have no place in the project: unfinished work, regular expression engines and clocks in the
sources, unsafe annotations without a reason, and paths of a developer's machine.

Usage: words.py [ROOT]
"""

import pathlib
import re
import subprocess
import sys

# What may appear nowhere in the sources, and why.
BANNED_IN_SOURCES = [
    (re.compile(r"\b(?:TODO|FIXME)\b"), "unfinished work"),
    (re.compile(r"\b(?:NSRegularExpression|Regex(?:Builder|Component)?)\b|\.range\(of:.*\.regularExpression"),
     "no regular expression engine in the sources"),
    (re.compile(r"\btry!|\bas!\s"), "traps where an error belongs"),
]

# What only the rim may use: Desk and the command read clocks, zones and the environment, the rest works on values.
RIM = {"Desk", "dateline", "dateline-dev", "dateline-gauge"}
BANNED_INSIDE = [
    (re.compile(r"\b(?:DateFormatter|ISO8601DateFormatter|NumberFormatter|Locale|TimeZone|Calendar)\s*[.(]"),
     "depends on the machine's locale, zone or files"),
    (re.compile(r"\bDate\(\)|\bContinuousClock\b|\bSuspendingClock\b|\bclock_gettime\b"), "reads a clock"),
    (re.compile(r"\bProcessInfo\b|\bgetenv\b|\bCommandLine\b"), "reads the process's environment"),
]

UNSAFE = re.compile(r"@unchecked\b|\bnonisolated\(unsafe\)|@preconcurrency\b")
UNFINISHED = BANNED_IN_SOURCES[0]

# A home, a checkout or a scratch folder of one machine. Paths of an installed system (/usr, /etc, /var/lib, /run)
# are everybody's.
MACHINE = re.compile(r"(?<![\w.~$}])/(?:home/\w+|Users/\w+|work/|root/|tmp/(?:wt|bash_jobs)|mnt/\w+|workspace\b)")

TEXT = {".swift", ".c", ".cpp", ".h", ".md", ".py", ".sh", ".yaml", ".yml", ".service", ".mustache", ".txt", ".json"}
# Golden articles and samples are articles: what they say is not the project's own word.
ARTICLES = ("Tests/Golden/", "docs/samples/")


def project_files(root):
    """The files under version control and those about to be, without what is ignored."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, capture_output=True, text=True).stdout
    for name in sorted(set(listed.split("\0"))):
        path = root / name
        wanted = path.suffix in TEXT or path.name in ("Makefile", "run", "Package.swift")
        if name and wanted and path.is_file() and not name.startswith(ARTICLES):
            yield name, path.read_text(encoding="utf-8", errors="replace").splitlines()


def code_of(line):
    """A line without its comment, as far as that can be told without reading Swift: `//` after a space or at the
    start, so that an URL in a string stays."""
    match = re.search(r"(?:^|\s)//", line)
    return line[: match.start()] if match else line


def swift_faults(name, lines):
    """The faults of one Swift source file."""
    module = name.split("/")[1]
    for number, line in enumerate(lines, start=1):
        code = code_of(line)
        rules = list(BANNED_IN_SOURCES[1:]) + ([] if module in RIM else BANNED_INSIDE)
        for pattern, reason in rules:
            if pattern.search(code):
                yield f"{name}:{number}: {reason}: {line.strip()}"


def unsafe_faults(name, lines):
    """The unsafe annotations of one Swift file: how many, and those that do not say why."""
    count, missing = 0, []
    for number, line in enumerate(lines, start=1):
        if UNSAFE.search(code_of(line)):
            count += 1
            around = lines[max(0, number - 2) : number + 1]
            if not any("because" in neighbour.lower() for neighbour in around):
                missing.append(f"{name}:{number}: says no \"because\" on this line or next to it: {line.strip()}")
    return count, missing


def main():
    """Prints the faults and fails if there is one."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    faults, unsafe = [], 0
    for name, lines in project_files(root):
        own = name == "scripts/checks/words.py"
        for number, line in enumerate(lines, start=1):
            if MACHINE.search(line) and not own:
                faults.append(f"{name}:{number}: a path of one machine: {line.strip()}")
            if UNFINISHED[0].search(line) and name.startswith(("Sources/", "Tests/", "Benchmarks/")):
                faults.append(f"{name}:{number}: {UNFINISHED[1]}: {line.strip()}")
        if name.startswith("Sources/") and name.endswith(".swift"):
            faults += swift_faults(name, lines)
        if name.endswith(".swift"):
            count, missing = unsafe_faults(name, lines)
            unsafe += count
            faults += missing
    print("\n".join(faults) or f"No word out of place; {unsafe} unsafe annotations, each with its reason.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
