#!/usr/bin/env python3
"""Makes editions of three days of marked stories, of a day without files, of one with rejections only
and of one with a single article, and has them
judged by programs that are not ours: HTML by tidy, the feed by feedparser, calendars by icalendar, requests by
Chromium's network log. What is not installed is skipped, and said so. Links must lead somewhere, headings stand in
order, colours keep their contrast (WCAG 2.2, AA), and everything made again, also after a rebuild, must be the same.

Usage: editions.py PROGRAM
"""

import hashlib
import html.parser
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

from marked_stories import inboxes
from pages import output_of, page_faults

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORIES = ROOT / "Tests/Marked/stories.txt"
STYLE = ROOT / "Sources/Digest/Templates/style.css"
EMPTY_DAY, REJECTED_DAY, SINGLE_DAY = "2024-10-04", "2024-10-05", "2024-10-06"
CSP = "default-src 'none'"


def make(program, folder):
    """An Outbox with every edition."""
    outbox = folder / "Outbox"
    outbox.mkdir()
    days = inboxes(STORIES)
    days[REJECTED_DAY]["broken.html"] = "\0\1\2"
    days[SINGLE_DAY]["single.txt"] = (ROOT / "docs/samples/water-talks-geneva.txt").read_text(encoding="utf-8")
    for day, files in sorted(days.items()):
        inbox = folder / f"Inbox-{day}"
        inbox.mkdir()
        for name, text in files.items():
            (inbox / name).write_text(text, encoding="utf-8")
        # A day with rejections ends with 1.
        subprocess.run(
            [program, "run", "--once", "--date", day, "--inbox", str(inbox), "--outbox", str(outbox)],
            capture_output=True, check=False, timeout=300)
    output_of(program, "digest", "--date", EMPTY_DAY, "--outbox", str(outbox))
    return outbox


class Page(html.parser.HTMLParser):
    """Ids, links and headings of a page, and what it would fetch."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.headings, self.fetched, self.policy = [], [], [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag in ("link", "image", "use") and values.get("rel") != "alternate":
            self.fetched.append(f"{tag} {values.get('href')}")
        self.fetched += [f"{tag} {name}" for name in ("src", "srcset", "data", "poster") if name in values]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]


def link_faults(outbox, base, href, ids, name):
    """What is wrong with one link of a file in `base`."""
    target, _, anchor = href.partition("#")
    if target.startswith(("https://", "http://")):
        return
    if not target:
        if anchor not in ids:
            yield f"{name}: #{anchor} is not on the page"
        return
    path = (base / urllib.parse.unquote(target)).resolve()
    if outbox.resolve() not in path.parents or not path.exists():
        yield f"{name}: {href} leads nowhere"


def html_faults(outbox, file):
    """What is wrong with a page."""
    name = str(file.relative_to(outbox))
    yield from page_faults(file)
    page = Page(file.read_text(encoding="utf-8"))
    if len(set(page.ids)) != len(page.ids):
        yield f"{name}: an id stands there twice"
    for href in page.links:
        yield from link_faults(outbox, file.parent, href, set(page.ids), name)
    yield from (f"{name}: fetches {what}" for what in page.fetched)
    if not page.policy.startswith(CSP):
        yield f"{name}: its Content-Security-Policy does not begin with {CSP}"
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        yield f"{name}: does not begin with its only h1"
    for before, after in zip(page.headings, page.headings[1:]):
        if after > before + 1:
            yield f"{name}: an h{after} follows an h{before}"


def markdown_faults(outbox, file):
    """Links of the Markdown edition that lead nowhere."""
    text = file.read_text(encoding="utf-8")
    links = re.findall(r"^\[s\d+\]: (\S+)$", text, re.MULTILINE) + re.findall(r"\]\((\.\./\S+)\)", text)
    for href in links:
        yield from link_faults(outbox, file.parent, href, set(), str(file.relative_to(outbox)))


def feed_faults(outbox, days):
    """What feedparser says of the feed."""
    import feedparser

    feed = feedparser.parse((outbox / "feed.xml").read_bytes())
    if feed.bozo:
        yield f"feed.xml: {feed.bozo_exception}"
    if feed.version != "atom10":
        yield f"feed.xml: is {feed.version or 'no feed'}, not Atom"
    if len({entry.id for entry in feed.entries}) != days:
        yield f"feed.xml: {len(feed.entries)} entries, not {days} different ones"
    for entry in feed.entries:
        if not (entry.get("updated_parsed") and entry.get("title")):
            yield f"feed.xml: {entry.id} lacks its title or time"
        yield from link_faults(outbox, outbox, entry.link, set(), "feed.xml")


def calendar_faults(outbox):
    """What icalendar says of the calendars."""
    import icalendar

    for file in sorted(outbox.glob("digests/*/diary.ics")):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        events = calendar.walk("VEVENT")
        entries = json.loads((file.parent / "digest.json").read_bytes())["diary"]
        if len({str(event["UID"]) for event in events}) != len(entries):
            yield f"{file.parent.name}/diary.ics: {len(events)} events, not the {len(entries)} of the diary"
        for event, entry in zip(events, entries):
            if not (event["DTSTAMP"] and str(event["DTSTART"].dt) == entry["first"] and event["SUMMARY"]):
                yield f"{file.parent.name}/diary.ics: {event['UID']} is not the diary's entry"


def luminance(colour):
    """The relative luminance of #rrggbb or #rgb (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_faults():
    """Pairs of colours nearer to each other than AA allows: 4.5 for text, 3 for what a picture tells by colour."""
    css = STYLE.read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    if len(blocks) != 3:
        yield f"style.css: {len(blocks)} sets of colours, not light, dark and print"
    light = {}
    for name, block in zip(("light", "dark", "print"), blocks):
        colours = light | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
        light = light or colours
        pairs = [(text, ground, 4.5) for text in ("ink", "soft", "accent") for ground in ("paper", "tint")]
        pairs += [("now" if "now" in colours else "accent", "land", 3), ("bar", "paper", 3)]
        for front, ground, least in pairs:
            one, other = sorted((luminance(colours[front]), luminance(colours[ground])))
            ratio = (other + 0.05) / (one + 0.05)
            if ratio < least:
                yield f"style.css, {name}: {front} on {ground} has a contrast of {ratio:.2f}, not {least}"


def request_faults(pages):
    """What Chromium's network log says that the pages asked for."""
    with tempfile.TemporaryDirectory(prefix="dateline-chromium.") as folder:
        log = pathlib.Path(folder) / "net.json"
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        for page in pages:
            subprocess.run(
                ["chromium", "--headless", *sandbox, "--disable-gpu", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-default-apps",
                 f"--user-data-dir={folder}/profile", f"--log-net-log={log}", "--dump-dom", page.as_uri()],
                capture_output=True, check=False, timeout=120)
            text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
            asked = set(re.findall(r'"url":"((?:https?|wss?)://[^"]+)"', text))
            # The browser's own errands are no request of the page.
            own = re.compile(r"https?://([\w.-]+\.)?(google|googleapis|gstatic|gvt1)\.com[/:]")
            yield from (f"{page.parent.name}: asks for {url}" for url in sorted(asked) if not own.match(url))


def digests(outbox):
    """The SHA-256 of every file of the editions."""
    files = sorted(outbox.glob("digests/*/*")) + [outbox / "index.html", outbox / "feed.xml"]
    return {str(file.relative_to(outbox)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def sameness_faults(program, outbox, days):
    """Files that come out otherwise when made again, and after the ledger was made again."""
    before = digests(outbox)
    for turn in ("again", "after a rebuild"):
        if turn == "after a rebuild":
            output_of(program, "rebuild", "--outbox", str(outbox))
        shutil.rmtree(outbox / "digests")
        for day in days:
            output_of(program, "digest", "--date", day, "--outbox", str(outbox))
        after = digests(outbox)
        yield from (f"{name}: not the same {turn}" for name in before.keys() | after.keys()
                    if before.get(name) != after.get(name))


def optional(module, faults):
    """The faults, where the module that finds them is installed."""
    if importlib.util.find_spec(module) is None:
        print(f"skipped: Python has no {module} (Debian: python3-{module})")
        return []
    return list(faults)


def with_modules():
    """Starts again under Debian's own Python where that has the modules: it need not be the first in PATH."""
    own = pathlib.Path("/usr/bin/python3")
    is_lacking = any(importlib.util.find_spec(module) is None for module in ("icalendar", "feedparser"))
    if is_lacking and own.exists() and pathlib.Path(sys.executable).resolve() != own.resolve():
        os.execv(own, [str(own), *sys.argv])


def main():
    """Prints the faults and fails if there is one."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with_modules()
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="dateline-editions.") as folder:
        outbox = make(program, pathlib.Path(folder))
        days = sorted(path.name for path in (outbox / "digests").iterdir())
        pages = [outbox / "index.html", *sorted(outbox.glob("digests/*/index.html"))]
        faults = [] if len(days) == 6 else [f"six editions were to be made, not {len(days)}"]
        for page in pages:
            faults += html_faults(outbox, page)
        for file in sorted(outbox.glob("digests/*/digest.md")):
            faults += markdown_faults(outbox, file)
        faults += contrast_faults()
        faults += optional("feedparser", feed_faults(outbox, len(days)))
        faults += optional("icalendar", calendar_faults(outbox))
        if shutil.which("chromium"):
            faults += request_faults(pages[:3])
        else:
            print("skipped: there is no Chromium to watch; the pages were read for what they would fetch")
        faults += sameness_faults(program, outbox, days)
    print("\n".join(faults) or f"{len(pages)} pages, their feed and calendars stand up to other programs.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
