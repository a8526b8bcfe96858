#!/usr/bin/env python3
"""compile-firms.py RESOURCES

Writes listed-firms.txt: the names of the firms in twenty indexes of stock exchanges, from pytickersymbols 1.17.10 (MIT; pip install
pytickersymbols==1.17.10), without their legal forms. A name stays only where one of its words at least is no common
word, given name and so on in the lists that are already in RESOURCES, and where it is not in scripts/firms-not-alone.txt, whose names are also
somebody's or some place's. The same package gives the same file.
"""
import pathlib, re, sys

from pytickersymbols import PyTickerSymbols

LEGAL = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Companies|plc|PLC|Ltd|Limited|LLC|L\.P|LP|N\.?V|S\.?A|AG|SE|AB|ASA|Oyj|SpA"
    r"|S\.p\.A|KGaA|Group|Holdings?|Trust|REIT|N\.A|International|Class [A-C]|A/S)\.?|,? ?& (?:Co|Company|plc)\.?| \([^)]*\))+$")
OTHERS = ["common-words", "function-words", "given-names", "first-names", "surnames", "news-people", "calendar-words", "demonyms", "no-names",
          "honorifics", "roles", "known-events", "given-genders", "organization-heads", "place-heads", "event-heads", "name-particles"]


def words(path):
    with open(path, encoding="utf8") as lines:
        return {line.rstrip("\n").split("\t")[0] for line in lines if not line.startswith("#") and line.strip()}


def main(resources):
    other = {word.lower() for name in OTHERS for word in words(f"{resources}/{name}.txt")}
    alone = {word.lower() for word in words(pathlib.Path(__file__).parent / "firms-not-alone.txt")}
    listed = words(f"{resources}/more-organizations.txt") | words(f"{resources}/organizations.txt")
    names = set()
    for stock in PyTickerSymbols().get_all_stocks():
        name = stock["name"].replace("’", "'").replace("–", "-").strip()
        short = LEGAL.sub("", name).strip(" ,")
        for form in {short, LEGAL.sub("", re.sub(r" \([^)]*\)", "", name)) if "(" in name else short}:
            if len(form) < 2 or not form[0].isupper() or any(c in form for c in "()/+"):
                continue
            parts = form.lower().split(" ")
            if form.lower() in alone or parts[0] == "the" or all(part in other for part in parts):
                continue
            names.add(form)
    with open(f"{resources}/listed-firms.txt", "w", encoding="utf8") as out:
        out.write("# Firms that stock exchanges list.\n")
        out.writelines(f"{name}\n" for name in sorted(names - listed))


main(*sys.argv[1:])
