#!/usr/bin/env python3
"""Makes Sources/Markup/Resources/single-byte-sets.txt: what the bytes from 0x80 on mean in the character sets of one byte a
character, as this machine's iconv has them. Sets are left out whose letters iconv joins (windows-1255, windows-1258), and any
that are not ASCII below 0x80.

Usage: compile-encodings.py ENCODINGS OUTPUT    (ENCODINGS is Sources/Markup/Resources/encodings.txt)
"""

import subprocess
import sys

# Of several bytes a character, or joining letters.
WIDE = {"BIG5-HKSCS", "EUC-JP-MS", "UHC", "GB18030", "ISO-2022-JP", "CP932", "UTF-16BE", "UTF-16LE", "CP1255", "CP1258"}


def meaning(converter, byte):
    """The one code point that a byte stands for, U+FFFD where it has no meaning."""
    run = subprocess.run(["iconv", "-f", converter, "-t", "UTF-8"], input=bytes([byte]), capture_output=True, check=False)
    text = run.stdout.decode("utf-8")
    if run.returncode != 0 or not text:
        return 0xFFFD
    if len(text) != 1:
        sys.exit(f"{converter}: byte {byte:02X} is {len(text)} code points")
    return ord(text)


def main():
    """Writes the sets, sorted by their converters' names."""
    fields = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8") if line[0] != "#"]
    converters = sorted({row[2] for row in fields if len(row) > 2 and row[2]} - WIDE)
    with open(sys.argv[2], "w", encoding="utf-8") as output:
        output.write("# What the bytes 80 to FF mean in character sets of one byte a character, by the name of iconv's converter;\n"
                     "# FFFD: nothing. Made by scripts/compile-encodings.py.\n")
        for converter in converters:
            if any(meaning(converter, byte) != byte for byte in range(0x80)):
                sys.exit(f"{converter} is not ASCII below 80")
            points = " ".join(f"{meaning(converter, byte):04X}" for byte in range(0x80, 0x100))
            output.write(f"{converter}\t{points}\n")


if __name__ == "__main__":
    main()
