#!/usr/bin/env python3
"""compile-foreign-countries.py BABEL

Writes Sources/Annotation/Resources/foreign-countries.txt: what countries are called in the languages of Europe that the
news is often written in, for texts in these languages. BABEL is the folder of the package Babel (BSD licence), whose names are
those of Unicode's CLDR (Unicode licence):

    pip install --target BABEL Babel==2.16.0

The same package gives the same bytes.
"""
import os, re, sys

sys.path.insert(0, sys.argv[1])
from babel import Locale  # noqa: E402

LANGUAGES = "da de es fi fr it nb nl pl pt sv".split()
NO_COUNTRIES = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
WORDS = {("nb", "Man")}  # common words of their language
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources/Annotation/Resources/foreign-countries.txt")
# Names the news uses beside those of the list.
MORE = {
    ("USA", "US"): "da de es fi fr it nb nl pl pt sv", ("EE.UU.", "US"): "es", ("EE. UU.", "US"): "es", ("EUA", "US"): "pt",
    ("Etats-Unis", "US"): "fr", ("Usa", "US"): "it", ("VS", "US"): "nl", ("Estados Unidos da América", "US"): "pt",
    ("Großbritannien", "GB"): "de", ("Grande-Bretagne", "GB"): "fr", ("Gran Bretaña", "GB"): "es",
    ("Gran Bretagna", "GB"): "it", ("Grã-Bretanha", "GB"): "pt", ("Groot-Brittannië", "GB"): "nl",
    ("Holland", "NL"): "de nl sv da nb", ("Holanda", "NL"): "es pt", ("Olanda", "NL"): "it",
    ("Weißrussland", "BY"): "de", ("Birma", "MM"): "de nl pl", ("Birmanie", "MM"): "fr", ("Türkei", "TR"): "de",
    ("Turquie", "TR"): "fr", ("Turquía", "TR"): "es", ("Turchia", "TR"): "it", ("Turquia", "TR"): "pt",
    ("Turkije", "TR"): "nl", ("Turcja", "TR"): "pl", ("Turkiet", "TR"): "sv", ("Südkorea", "KR"): "de",
    ("Nordkorea", "KP"): "de sv da nb", ("Sydkorea", "KR"): "sv da", ("Sør-Korea", "KR"): "nb", ("Corée du Sud", "KR"): "fr",
    ("Corée du Nord", "KP"): "fr",
}


def names():
    found = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if not re.fullmatch("[A-Z]{2}", code) or code in NO_COUNTRIES:
                continue
            if re.search(r"[()&]", name) or len(name) < 3:
                continue
            if (language, name) not in WORDS:
                found.setdefault((name, code), set()).add(language)
    for (name, code), languages in MORE.items():
        for language in languages.split():
            found.setdefault((name, code), set()).add(language)
    return found


def main():
    lines = [f"{name}\t{code}\t{' '.join(sorted(languages))}" for (name, code), languages in names().items()]
    with open(OUT, "w", encoding="utf8") as file:
        file.write("# Names of countries in other languages than English: the name, the country, the languages. Made by\n")
        file.write("# scripts/compile-foreign-countries.py from Unicode's CLDR.\n")
        file.write("\n".join(sorted(lines, key=lambda line: line.encode())) + "\n")


main()
