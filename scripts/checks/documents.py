#!/usr/bin/env python3
"""Runs the commands that the documents show, so that what they teach is true.

Every fenced block marked `sh` in README.md and docs/*.md is run, the blocks of one document in order, in one shell
(bash, which stops at the first command that fails) and in a fresh copy of the project's own files, with the built
program first in PATH. A block that cannot be run there says so and why after the word: ```sh no-run: needs systemd.

Usage: documents.py PROGRAM [DOCUMENT...]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^(`{3,}|~{3,})\s*(\S*)\s*(.*)$")
# The slowest command shown makes a digest of a few samples, with a program built for debugging.
TIME_LIMIT_SECONDS = 300


def blocks(text):
    """The fenced `sh` blocks, as (first line, commands, reason not to run them or None)."""
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        match = FENCE.match(lines[number])
        number += 1
        if not match:
            continue
        first = number
        while number < len(lines) and lines[number].strip() != match.group(1):
            number += 1
        if match.group(2) == "sh":
            yield first + 1, "\n".join(lines[first:number]), match.group(3) or None
        number += 1


def copy_of_project(root, target):
    """Copies what is under version control, as it stands in the working tree."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        source = root / name
        if source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)


def run_document(root, document, program):
    """Runs one document's blocks; returns how many, and what went wrong or None."""
    script, count = ["set -euo pipefail"], 0
    for line, commands, reason in blocks(document.read_text(encoding="utf-8")):
        if reason is None:
            count += 1
            script += [f"echo '@@ {document.name}:{line}'", commands]
        elif not re.fullmatch(r"no-run: \S.*", reason):
            return count, f"{document.name}:{line}: after sh comes nothing, or `no-run: REASON`, not `{reason}`"
    if count == 0:
        return 0, None
    with tempfile.TemporaryDirectory(prefix="dateline-documents.") as folder:
        copy = pathlib.Path(folder) / "dateline"
        copy_of_project(root, copy)
        environment = {key: value for key, value in os.environ.items() if not key.startswith("DATELINE_")}
        environment |= {"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": folder}
        try:
            ran = subprocess.run(
                ["bash", "-c", "\n".join(script)], cwd=copy, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                timeout=TIME_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            return count, f"{document.name}: not done after {TIME_LIMIT_SECONDS} s"
    if ran.returncode != 0:
        last_block = ran.stdout.rpartition("@@ ")[2]
        return count, f"{last_block.strip()}\n{document.name}: exit status {ran.returncode}"
    return count, None


def main():
    """Runs every document and fails if one did."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    root = pathlib.Path(__file__).resolve().parents[2]
    program = pathlib.Path(sys.argv[1]).resolve()
    documents = [pathlib.Path(name) for name in sys.argv[2:]] or [root / "README.md", *sorted(root.glob("docs/*.md"))]
    failed = False
    for document in documents:
        count, fault = run_document(root, document, program)
        if fault:
            failed = True
            print(fault)
        elif count:
            print(f"{document.name}: {count} blocks ran")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
