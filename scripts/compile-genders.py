#!/usr/bin/env python3
"""Makes Sources/Annotation/Resources/given-genders.txt from the person providers of Faker (MIT) and the names kept by hand in
given-genders-by-hand.txt beside this script: a name is one gender's when at least three times as many of the providers' lists
give it to that gender. Names are written in small letters, and once more without their accents unless that is another name. Needs
Faker: pip install faker.

Usage: compile-genders.py OUTPUT
"""

import collections
import importlib
import pathlib
import pkgutil
import re
import sys
import unicodedata

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’-]+")
CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye")) | {
    "ъ": "a", "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ќ": "k", "ѓ": "g", "џ": "dzh", "ѕ": "dz",
    "’": "", "'": "", "-": "-"}
GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφωάέήίόύώϊϋ", "avgdeziiklmnxoprsstyfoaeiioyoiy")) | {"θ": "th", "χ": "ch", "ψ": "ps"}
# Letters that do not come apart into a base and an accent.
BASES = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
# Lists of one-syllable names written alike in Latin letters tell nothing.
ROMANISED_ONLY = {"zh_CN", "zh_TW", "ko_KR", "ja_JP"}


def latin(name, locale):
    """The ways to write a name in Latin letters; none for scripts that are not transcribed here."""
    if LATIN.fullmatch(name):
        return [name]
    small = name.lower()
    if all(letter in CYRILLIC for letter in small):
        plain = "".join(CYRILLIC[letter] for letter in small)
        ways = {plain}
        if locale == "uk_UA":
            ways |= {plain.replace("g", "h"), plain.replace("iy", "ii").replace("g", "h")}
        for ending, others in (("iy", ("y", "i")), ("ay", ("ai",)), ("ey", ("ei",))):
            ways |= {re.sub(ending + "$", other, way) for way in ways for other in others}
        ways |= {way.replace("ye", "e") for way in ways}
        return [way.capitalize() for way in ways]
    if all(letter in GREEK for letter in small):
        plain = "".join(GREEK[letter] for letter in small).replace("oy", "ou")
        return [plain.capitalize(), plain.replace("ii", "i").capitalize()]
    return []


def small(name):
    """A name as `WordHash.folded` writes it: the capitals of ASCII and Latin-1 are small, a curly apostrophe is straight."""
    letters = (letter.lower() if letter < "\u0080" or "À" <= letter <= "Þ" and letter != "×" else letter for letter in name)
    return "".join(letters).replace("’", "'")


def plain(name):
    """A name as `NameSpelling.plain` writes it: small letters without accents and marks."""
    parts = unicodedata.normalize("NFD", name).lower()
    return "".join(BASES.get(part, part) for part in parts if part.isalpha())


def spellings(genders):
    """The genders by the ways to write the names. A name that is written so wins over one that has other accents."""
    written = {small(name): genders[name] for name in sorted(genders)}
    for name in sorted(genders):
        written.setdefault(plain(name), genders[name])
    return written


def votes():
    """For each name how many lists give it to men and to women."""
    import faker.providers.person as person

    counts = collections.defaultdict(lambda: [0, 0])
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, word in enumerate(("male", "female")):
            lists = [] if module.name in ROMANISED_ONLY else [getattr(provider, f"first_names_{word}", ())]
            lists.append(getattr(provider, f"first_romanized_names_{word}", ()))
            lists.append([part for pair in getattr(provider, f"first_name_{word}_pairs", ()) for part in pair])
            for name in {way for names in lists for name in names for way in latin(name.strip(), module.name)}:
                counts[name][gender] += 3 if module.name == "en_US" else 1
    return counts


def main():
    """Writes the list."""
    genders = {}
    for name, (men, women) in votes().items():
        if len(name) > 1 and men >= 3 * women:
            genders[name] = "m"
        elif len(name) > 1 and women >= 3 * men:
            genders[name] = "f"
    for line in pathlib.Path(__file__).with_name("given-genders-by-hand.txt").read_text(encoding="utf-8").splitlines():
        gender, *names = line.split() or ["#"]
        if gender in ("m", "f"):
            genders.update(dict.fromkeys(names, gender))
        elif gender == "-":
            for name in names:
                genders.pop(name, None)
    with open(sys.argv[1], "w", encoding="utf-8") as output:
        output.write("# Given names with the gender they are nearly always given to: m or f. From the person providers of Faker\n"
                     "# (https://github.com/joke2k/faker, MIT), those of other scripts in Latin letters, and by hand.\n")
        output.write("# In small letters, and once more without accents; sorted.\n")
        written = spellings(genders)
        for name in sorted(written, key=str.encode):
            output.write(f"{name}\t{written[name]}\n")


if __name__ == "__main__":
    main()
