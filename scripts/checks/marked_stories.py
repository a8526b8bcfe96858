#!/usr/bin/env python3
"""Writes the marked stories as text files with header lines, a folder a day.

Usage: marked_stories.py STORIES FOLDER
"""

import collections
import pathlib
import re
import sys


def inboxes(file):
    """The texts of a file of marked stories by day and name."""
    days = collections.defaultdict(dict)
    for number, block in enumerate(re.split(r"\n@ ", file.read_text(encoding="utf-8"))[1:]):
        head, rest = block.split("\n", 1)
        day, site = [field.strip() for field in head.split("|")][:2]
        title, text = re.split(r"\n(?:= |! )", rest)[0].strip().split("\n", 1)
        host = re.sub(r"\W", "", site.lower()) + ".example"
        days[day][f"{number}.txt"] = (
            f"Title: {title}\nDate: {day}T{6 + number % 12:02}:{number % 60:02}:00Z\n"
            f"URL: https://{host}/{number}\nSource: {site}\n\n{text.strip()}\n")
    return days


def main():
    """Writes the files."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for day, files in inboxes(pathlib.Path(sys.argv[1])).items():
        folder = pathlib.Path(sys.argv[2]) / day
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
