#!/usr/bin/env python3
"""Makes an Outbox of the samples and has it judged by programs that are not ours: every record against the published
JSON Schema (jsonschema), the digest by an HTML checker (tidy), feed and calendar by their syntax. Then makes it again
and compares: the same input gives the same record, byte for byte.

Usage: outbox.py PROGRAM
"""

import json
import os
import pathlib
import shutil
import sys
import tempfile
import xml.etree.ElementTree

try:
    import jsonschema
except ModuleNotFoundError:  # Debian's package belongs to Debian's own Python, which need not be the first in PATH
    if pathlib.Path(sys.executable).resolve() != pathlib.Path("/usr/bin/python3").resolve():
        os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
    raise

from pages import output_of, page_faults  # noqa: E402

# The day everything is filed under, so that no midnight falls between two runs.
DAY = "2025-03-13"


def make_outbox(program, samples, folder):
    """Runs one pass over the samples and returns the Outbox."""
    inbox, outbox = folder / "Inbox", folder / "Outbox"
    inbox.mkdir(parents=True)
    outbox.mkdir()
    for sample in samples:
        shutil.copy2(sample, inbox)
    output_of(str(program), "run", "--once", "--date", DAY, "--inbox", str(inbox), "--outbox", str(outbox))
    left = sorted(path.name for path in inbox.iterdir() if not path.name.startswith("."))
    if left:
        raise SystemExit(f"left in the Inbox: {', '.join(left)}")
    return outbox


def spans(value, path=""):
    """Every (path, part, range, text) in a record: wherever a range and a text stand side by side; the part of the record
    that the range counts in is `text` where `of` does not say otherwise."""
    waiting = [(path, value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("range"), list) and isinstance(value.get("text"), str):
                yield path, value.get("of", "text"), value["range"], value["text"]
            waiting += [(f"{path}/{key}", member) for key, member in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}/{index}", member) for index, member in enumerate(value)]


def record_faults(file, validator):
    """What is wrong with one record."""
    record = json.loads(file.read_text(encoding="utf-8"))
    for error in sorted(validator.iter_errors(record), key=lambda error: list(map(str, error.absolute_path))):
        yield f"{file.name}: {error.json_path}: {error.message[:200]}"
    for path, part, (start, end), text in spans(record):
        if record[part][start:end] != text:
            yield f"{file.name}: {path}: the range does not cut out the text beside it"


def edition_faults(outbox):
    """What is wrong with the digest: its pages, feed and calendar."""
    editions = sorted((outbox / "digests").glob("*/"))
    if len(editions) != 1:
        yield f"there should be one edition, not {len(editions)}"
    for edition in editions:
        for name in ("index.html", "digest.md", "digest.txt", "digest.json", "diary.ics"):
            if not (edition / name).is_file():
                yield f"{edition.name}/{name} is not there"
        yield from page_faults(edition / "index.html")
        calendar = (edition / "diary.ics").read_bytes()
        if not (calendar.startswith(b"BEGIN:VCALENDAR\r\n") and calendar.endswith(b"END:VCALENDAR\r\n")):
            yield "diary.ics: does not begin and end as a calendar"
        if any(len(line) > 75 for line in calendar.split(b"\r\n")):
            yield "diary.ics: has a line of more than 75 bytes"
    yield from page_faults(outbox / "index.html")
    try:
        xml.etree.ElementTree.parse(outbox / "feed.xml")
    except xml.etree.ElementTree.ParseError as error:
        yield f"feed.xml: {error}"


def records_of(outbox):
    """The records by name, without the folders of the day they came in."""
    return {file.name: file for file in sorted((outbox / "records").rglob("*.json"))}


def main():
    """Prints the faults and fails if there is one."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = pathlib.Path(sys.argv[1]).resolve()
    root = pathlib.Path(__file__).resolve().parents[2]
    samples = sorted(path for path in (root / "docs/samples").iterdir() if path.suffix in (".txt", ".html"))
    schema = json.loads(output_of(str(program), "schema", "record"))
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    kind.check_schema(schema)
    with tempfile.TemporaryDirectory(prefix="dateline-outbox.") as folder:
        first, second = (make_outbox(program, samples, pathlib.Path(folder) / turn) for turn in ("first", "second"))
        records, again = records_of(first), records_of(second)
        faults = [] if len(records) == len(samples) else [f"{len(samples)} samples gave {len(records)} records"]
        for name, file in records.items():
            faults += record_faults(file, kind(schema))
            if name not in again or again[name].read_bytes() != file.read_bytes():
                faults.append(f"{name}: not the same the second time")
        faults += edition_faults(first)
    print("\n".join(faults) or f"{len(records)} records and an edition stand up to jsonschema and tidy.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
