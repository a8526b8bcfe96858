#!/usr/bin/env python3
"""Fails when a module imports what docs/architecture.md does not allow it to import.

The table below is the whole of it: a module may import the modules on its line, and the standard library's Foundation
and Glibc. What is not on a line, and not in EVERYWHERE, is an arrow that goes the wrong way.

Usage: arrows.py [ROOT]
"""

import pathlib
import sys

# Foundation's reading of resources and formatting of numbers is wanted in several places; what is not wanted of it
# (regular expressions, locales, calendars) is searched for by words.py.
EVERYWHERE = {"Swift", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"}

ARROWS = {
    "Records": set(),
    "Language": {"Records", "CLanguageDetector"},
    "Markup": {"Language", "Records", "CLibXML2", "CZlib", "CUchardet"},
    "Extraction": {"Markup", "Language", "Records"},
    "Annotation": {"Language", "Records"},
    "Pipeline": {"Extraction", "Annotation", "Markup", "Language", "Records", "CCrypto"},
    "Digest": {"Records", "Language", "Mustache"},
    "Desk": {"Pipeline", "Digest", "Records", "CLinux", "GRDB", "Yams", "Dispatch"},
    "dateline": {"Desk", "Pipeline", "Digest", "Records", "ArgumentParser"},
    "dateline-dev": {
        "Pipeline", "Digest", "Extraction", "Annotation", "Markup", "Language", "Records", "ArgumentParser",
    },
    "dateline-gauge": {"Pipeline", "Digest", "Extraction", "Markup", "Records"},
}

# Modules of C sources have no Swift imports to read.
C_MODULES = {"CCrypto", "CLanguageDetector", "CLibXML2", "CLinux", "CUchardet", "CZlib"}

ACCESS = {"public", "package", "internal", "fileprivate", "private"}
KINDS = {"struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"}


def imported_module(line):
    """The module an import line names, or None: `@preconcurrency public import struct A.B` names A."""
    words = line.split("//")[0].split()
    while words and (words[0].startswith("@") or words[0] in ACCESS):
        words.pop(0)
    if len(words) < 2 or words[0] != "import":
        return None
    name = words[2] if words[1] in KINDS and len(words) > 2 else words[1]
    return name.split(".")[0].rstrip(";")


def faults(root):
    """One line for each arrow that is not allowed, and for each module that the table does not know."""
    sources = root / "Sources"
    for module in sorted(path for path in sources.iterdir() if path.is_dir()):
        if module.name in C_MODULES:
            continue
        if module.name not in ARROWS:
            yield f"{module.relative_to(root)}: the table in scripts/checks/arrows.py has no line for this module"
            continue
        allowed = ARROWS[module.name] | EVERYWHERE
        for file in sorted(module.rglob("*.swift")):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
                name = imported_module(line.strip())
                if name and name not in allowed:
                    yield f"{file.relative_to(root)}:{number}: {module.name} may not import {name}"


def main():
    """Prints the faults and fails if there is one."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    found = list(faults(root))
    print("\n".join(found) or "Every arrow goes the way it should.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
