#!/usr/bin/env python3
"""Fails on a Swift file of more than 600 lines, or a README of more than 300; lists files over 400 lines and
functions over 60, which deserve a second look (docs/style.md).

Usage: sizes.py [ROOT]
"""

import pathlib
import re
import sys

SECOND_LOOK_LINES = 400
MOST_LINES = 600
LONG_FUNCTION_LINES = 60
MOST_README_LINES = 300

FUNCTION = re.compile(r"^(\s*)(?:@\S+\s+|[a-z]+(?:\([a-z]+\))?\s+)*(?:func\s+([^\s(<]+)|(init)[?!]?)\s*[(<]")
NO_DECLARATION = ("//", "try ", "return ", "let ", "var ", "self.", "super.")


def long_functions(lines):
    """The functions over the limit, as (first line, name, length). The formatter puts the brace that ends a function
    at the indentation of its first line; whatever else stands there first, the function had no body."""
    for first, line in enumerate(lines):
        match = FUNCTION.match(line)
        if not match or line.lstrip().startswith(NO_DECLARATION) or line.rstrip().endswith("}"):
            continue
        indent = match.group(1)
        for last in range(first + 1, len(lines)):
            rest = lines[last][len(indent):] if lines[last].startswith(indent) else ""
            if rest.startswith("}"):
                if last - first + 1 > LONG_FUNCTION_LINES:
                    yield first + 1, match.group(2) or match.group(3), last - first + 1
                break
            if rest and not rest[0].isspace() and not rest.startswith((")", "where ", "#")):
                break


def main():
    """Prints what is long, and fails on what is too long."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    failed = False
    lengths = []
    files = [file for folder in ("Sources", "Tests", "Benchmarks") for file in (root / folder).rglob("*.swift")]
    for file in sorted(file for file in files if ".build" not in file.parts):
        lines = file.read_text(encoding="utf-8").splitlines()
        lengths.append(len(lines))
        name = file.relative_to(root)
        if len(lines) > MOST_LINES:
            failed = True
            print(f"{name}: {len(lines)} lines, {MOST_LINES} is the most")
        elif len(lines) > SECOND_LOOK_LINES:
            print(f"{name}: {len(lines)} lines, worth a second look")
        for number, function, length in long_functions(lines):
            print(f"{name}:{number}: {function} has {length} lines, worth a second look")
    readme = root / "README.md"
    if readme.exists() and len(readme.read_text(encoding="utf-8").splitlines()) >= MOST_README_LINES:
        failed = True
        print(f"README.md: {MOST_README_LINES} lines or more")
    if lengths:
        print(f"{len(lengths)} Swift files, {sum(lengths)} lines, the median file {sorted(lengths)[len(lengths) // 2]}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
