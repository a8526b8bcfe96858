#!/usr/bin/env python3
"""Fails when the example configuration or docs/configuration.md names other keys than the program knows, gives other
defaults, or gives values that the program does not take.

Usage: configuration.py PROGRAM
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEY = re.compile(r"^(# )?([a-z][A-Za-z]+): *(.*)$")
ROW = re.compile(r"^\| `([a-z][A-Za-z]+)` \| ([^|]*) \|")
# The service's own folders are not the defaults; the rest of the example is.
OF_THE_SERVICE = {"inbox", "outbox", "state"}


def in_force(program, *arguments):
    """The keys and values `dateline config` prints, from an empty environment."""
    ran = subprocess.run([program, "config", *arguments], capture_output=True, text=True, env={})
    if ran.returncode != 0:
        sys.exit(f"dateline config {' '.join(arguments)}: {ran.stderr.strip()}")
    values = {}
    for line in ran.stdout.splitlines():
        match = re.match(r"^(\S+)\s+(.*?)\s*\(([^()]*)\)$", line)
        values[match.group(1)] = match.group(2)
    return values


def example_faults(program, defaults):
    """What is wrong with the example: its keys and defaults, and whether all of it is taken with the comments off."""
    lines, given = (ROOT / "systemd/dateline.yaml").read_text(encoding="utf-8").splitlines(), {}
    uncommented = []
    for line in lines:
        match = KEY.match(line)
        if match and match.group(2) in defaults:
            given[match.group(2)] = match.group(3).strip('"')
            uncommented.append(f"{match.group(2)}: {match.group(3)}")
    for key in sorted(given.keys() ^ defaults.keys()):
        yield f"systemd/dateline.yaml: {key} is {'missing' if key in defaults else 'not a key'}"
    for key in sorted(given.keys() & defaults.keys() - OF_THE_SERVICE):
        if given[key] != defaults[key]:
            yield f"systemd/dateline.yaml: {key} is shown as {given[key]!r}, the default is {defaults[key]!r}"
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write("\n".join(uncommented) + "\n")
        file.flush()
        in_force(program, "--config", file.name)


def document_faults(defaults):
    """What is wrong with the tables of the document."""
    rows = [ROW.match(line) for line in (ROOT / "docs/configuration.md").read_text(encoding="utf-8").splitlines()]
    given = {row.group(1): row.group(2).strip("` \"") for row in rows if row}
    for key in sorted(given.keys() ^ defaults.keys()):
        yield f"docs/configuration.md: {key} is {'missing' if key in defaults else 'not a key'}"
    for key in sorted(given.keys() & defaults.keys()):
        if defaults[key] and given[key] != defaults[key]:
            yield f"docs/configuration.md: {key} is said to be {given[key]!r}, the default is {defaults[key]!r}"


def main():
    """Prints the faults and fails if there is one."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    defaults = in_force(program)
    faults = [*example_faults(program, defaults), *document_faults(defaults)]
    print("\n".join(faults) or f"{len(defaults)} keys, in program, example and document alike.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
