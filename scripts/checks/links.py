#!/usr/bin/env python3
"""Fails when a document links to a file or a heading of the project that is not there.

Usage: links.py [ROOT]
"""

import pathlib
import re
import sys

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(`{3,}|~{3,})")
HEADING = re.compile(r"^#+\s+(.*?)\s*#*$")


def prose(text):
    """The numbered lines of a document outside its code."""
    fence = None
    for number, line in enumerate(text.splitlines(), start=1):
        match = FENCE.match(line)
        if match and fence in (None, match.group(1)):
            fence = None if fence else match.group(1)
        elif fence is None:
            yield number, re.sub(r"`[^`]*`", "", line)


def anchors(file):
    """The anchors of a document's headings, as GitHub makes them."""
    headings = (HEADING.match(line) for _, line in prose(file.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", match.group(1).lower()).replace(" ", "-") for match in headings if match}


def faults(root):
    """One line for each link that leads nowhere."""
    for document in [*sorted(root.glob("*.md")), *sorted(root.glob("docs/*.md"))]:
        for number, line in prose(document.read_text(encoding="utf-8")):
            for target in LINK.findall(line):
                if re.match(r"[a-z]+:", target):
                    continue
                name, _, anchor = target.partition("#")
                file = (document.parent / name) if name else document
                if not file.exists():
                    yield f"{document.relative_to(root)}:{number}: {target} is not there"
                elif anchor and file.suffix == ".md" and anchor not in anchors(file):
                    yield f"{document.relative_to(root)}:{number}: {target} has no such heading"


def main():
    """Prints the faults and fails if there is one."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = list(faults(root))
    print("\n".join(found) or "Every link leads somewhere.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
