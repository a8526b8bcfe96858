#!/usr/bin/env python3
"""Times whole extraction of hostile inputs at growing sizes, and fails where the time of a byte grows with them.

The time is the processor's, spent by the program and its worker; what else the machine does counts little.

Each input is a piece over and over, as a text, within a page, or as markup of its own; it goes through the stream of
the built program, in its sandboxed worker, as a dropped file would. An answer may be a record or a rejection.

Usage: growth-test.py PROGRAM [--sizes BYTES...] [--only WORD]
"""

import argparse
import base64
import gzip
import json
import os
import pathlib
import subprocess
import sys

# The time of a byte may grow by this much from one size to the next, tenfold one: something quadratic has it grow by
# ten. Caches and memory account for less than two on an idle machine. Set by judgement.
MOST_GROWTH = 4
# Shorter runs are judged as if they took this long: the start of a document, and two ticks of the clock.
GRAIN_SECONDS = 0.02
TICKS = os.sysconf("SC_CLK_TCK")

# Words and marks that some annotator or reader looks ahead or back from.
WORDS = [
    "Monday ", "killed 12 and ", "John Smith ", "“", '"', '"a ', "“I say ", '" said John Smith, "', "(", "([{", "$1 ",
    "$",
    "5 percent of ", "12 to ", "J. R. ", "A. ", "A", "A and B and ", "and John ", "of the ",
    "President of the Bank of ",
    "Mr. ", "'s ", "the mayor ", "who was who ", "PARIS (AP) - ", "A: ", "a; ", "a\u200bb ", "\u200b", "\u202e",
    "a\u202eb ", "e\u0301\u0301", "\u0928\u093c", "سلام ", "中文", "👨‍👩‍👧", "hundred ", "1", "1,", "1990s, ",
    ".", "\n", "\n\n",
    "a\n\n", " ", ", ", "-", "---\n", "By John Smith\n", "“It is so,” said John Smith.\n\n", "> ", "- ", "[a](", "|",
    "*",
    "#", "\\", "\r", "\0", "http://a.b/", "John Smith said on Monday that 12 people were killed in Paris.\n\n",
]
# Markup that is never closed, nested, repeated, or not what it seems.
MARKUP = [
    "<div>", "<b>", "<p><b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<form>", "<font>", "<span>x", "</div>", "<",
    "</", "<!", "<?", "<!--", "<![CDATA[", "<script>", "<style>", "<svg>", "<math><mi>", "<select><option>",
    "<blockquote>", "<iframe>", "<template>", "<noscript>", "<nobr>", "<button>", "<object>", "<a b='<", '<a b="', "&",
    "&amp;", "&lt;", "&#x41;", "&notanentity;", "<td>a", "<i><p>", "<title>a", "<title>a</title>", "<plaintext>",
    "<h2>a</h2><p>b</p>", "<li>a</li>", "<br>", "<img src=x>", "<meta name=author content='John Smith'>", "<link>",
    "<time>1 May 2024</time>", '<p class="byline">By John Smith</p>', "<article><p>John said so today.</p></article>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
]
ARCHIVE = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n"


def over_and_over(piece, opening="", closing=""):
    """Makes inputs of a size from a piece."""
    return lambda size: (opening + piece * max(1, size // len(piece.encode())) + closing).encode()


def catalogue():
    """Each input's name in the report, its file name, and what makes it at a size."""
    for piece in WORDS:
        yield f"text {piece!a}", "a.txt", over_and_over(piece)
        yield f"page {piece!a}", "a.html", over_and_over(piece, "<html><body><article><p>", "</p></article>")
    for piece in MARKUP:
        yield f"markup {piece!a}", "a.html", over_and_over(piece, closing="<p>x")
    for opening in ("e", "E", "“I say e", "$1", "By E"):
        yield f"all the marks on {opening!a}", "a.txt", over_and_over("\u0301\u0323", opening)
        yield f"all the marks on {opening!a}, a page", "a.html", over_and_over("&#x301;&#x323;", f"<p>{opening}")
    yield "marks with hidden letters between", "a.html", over_and_over(
        "\u0301\u0323" * 15 + "<i hidden>x</i>", "<html><body><p>e")
    for piece in ("👩\u200d", "🇩🇪", "\u1100", "क\u094d", "\u034f\u0301\u0323"):
        yield f"characters without an end, {piece!a}", "a.txt", over_and_over(piece, "E")
        yield f"characters without an end, {piece!a}, a page", "a.html", over_and_over(piece, "<p>E")
    yield "marks in linked data", "a.html", over_and_over(
        "\\u0301\\u0323", '<script type="application/ld+json">{"@type":"NewsArticle","headline":"e', '"}</script>x')
    yield "names, each another", "a.txt", lambda size: " ".join(names(size // 24)).encode()
    yield "attributes, each another", "a.html", lambda size: f"<p {attributes(size)}>x".encode()
    yield "one attribute again and again", "a.html", over_and_over("class=x ", "<p ", ">x")
    yield "one long attribute", "a.html", over_and_over("byline ", '<p class="', '">x')
    script = '<script type="application/ld+json">'
    for piece in ("[", '{"a":'):
        yield f"linked data {piece!a}", "a.html", over_and_over(piece, script, "</script>x")
        yield f"JSON {piece!a}", "a.json", over_and_over(piece)
    doctype = '<!DOCTYPE html [<!ENTITY a "b">'
    yield "declared entities", "a.html", over_and_over('<!ENTITY b "&a;&a;">', doctype, "]>&b;")
    yield "gzip bomb", "a.html.gz", lambda size: gzip.compress(b"<p>a</p>" * (size * 20 // 8))
    yield "parts of an archive", "a.mht", over_and_over("--x\nContent-Type: text/html\n\n<p>a\n", ARCHIVE + "\n")
    yield "a folded header", "a.mht", over_and_over(" a\n", ARCHIVE)
    yield "encoded words", "a.mht", over_and_over("=?utf-8?q?a?= ", ARCHIVE + "Subject: ", "\n\n<p>x")
    yield "header lines", "a.txt", over_and_over("Author: John Smith\n", "Title: x\n", "\nText.")


def names(count):
    """Sentences with a name each, no two the same."""
    for number in range(count):
        letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
        yield f"Jo{letters} Smi{letters[::-1]}h said so."


def attributes(size):
    """Attributes with names of their own."""
    return " ".join(f"a{number}=1" for number in range(size // 9))


def spent(process):
    """The ticks that a process spent, in the program and in the kernel, then those of its children that ended."""
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return [int(field) for field in fields[11:15]]


class Stream:
    """The program's stream of documents."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [str(program), "extract", "--stream"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        self.ask(b"The council met.", "a.txt")

    def ask(self, content, name):
        """The seconds that a document takes, and what became of it."""
        line = json.dumps({"id": 1, "name": name, "contentBase64": base64.b64encode(content).decode()}).encode()
        start = self.seconds()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return self.seconds() - start, "record" if "record" in answer else answer["rejected"]["code"]

    def seconds(self):
        """The processor's time that the program has taken, its workers, those that ended among them."""
        own = pathlib.Path(f"/proc/{self.process.pid}")
        ticks = sum(spent(own)[:4])
        for children in own.glob("task/*/children"):
            ticks += sum(sum(spent(pathlib.Path("/proc") / child)[:2]) for child in children.read_text().split())
        return ticks / TICKS

    def shortest(self, content, name, most):
        """The time of a document; one that takes longer than it may is tried twice more before it is believed."""
        seconds, outcome = self.ask(content, name)
        for _ in range(2):
            if seconds > most:
                seconds = min(seconds, self.ask(content, name)[0])
        return seconds, outcome


def main():
    """Times the catalogue, prints a line for each input, and fails when the time of a byte grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], metavar="BYTES")
    parser.add_argument("--only", default="", metavar="WORD", help="the inputs whose name has this in it")
    options = parser.parse_args()
    stream, tried, grown = Stream(options.program.resolve()), 0, 0
    for title, name, make in catalogue():
        if options.only not in title:
            continue
        tried += 1
        told, fault, before = [], "", None
        for size in options.sizes:
            most = float("inf") if before is None else max(before[1], GRAIN_SECONDS) * size / before[0] * MOST_GROWTH
            seconds, outcome = stream.shortest(make(size), name, most)
            told.append(f"{seconds * 1000:9.0f} ms {outcome:12}")
            if seconds > most:
                fault = "  the time of a byte grows"
            before = size, seconds
        grown += bool(fault)
        print(f"{title[:48]:48} {''.join(told)}{fault}", flush=True)
    print(f"{tried} hostile inputs at {', '.join(map(str, options.sizes))} bytes: the time of a byte grows in {grown}.")
    sys.exit(1 if grown else 0)


if __name__ == "__main__":
    main()
