#!/usr/bin/env python3
"""Learn what each clue is worth for headline, authors and date.

    dateline-dev train evidence DATA… --traces evidence.jsonl
    scripts/train-evidence.py evidence.jsonl Sources/Extraction/Resources/evidence-weights.txt

Cross-validates over sites, so that no site is judged by weights that have seen it, then learns from all pages and writes the
table with a header that says what it was made from. Lines of fields that the traces do not have (modified) are set by
hand and stay. Needs NumPy (pip install numpy). The same traces give the same weights.
"""
import argparse
import hashlib
import json
import os

import numpy

# The price of a squared weight, by field; from 0.25 to 2 the figures on unseen sites differ by less than 0.02, and headlines
# of pages that are no articles are better at 1 than at 0.5.
PRICES = {"headline": 1.0, "bylines": 0.5, "published": 0.5}
# The confidence from which on a name is given: BylineReader.least.
LEAST_NAME = 0.52
# Bounds of the confidences of dates whose share of right ones the header tells.
BOUNDS = (0.8, 0.9, 0.95, 0.98, 1.01)
FIELDS = ("headline", "bylines", "published")
STEPS = 200


class Evidence:
    """The labelled candidates of one page for one field."""

    def __init__(self, page, field):
        self.site, self.part, self.corpus, self.weight = page["site"], page["part"], page["corpus"], page["weight"]
        self.gold = set(field["gold"])
        self.says = [set(candidate["says"]) for candidate in field["candidates"]]
        self.clues = [candidate["clues"] for candidate in field["candidates"]]
        self.is_right = numpy.array([candidate["right"] for candidate in field["candidates"]], dtype=bool)

    def groups(self, field):
        """Choices to learn from, as the engine makes them: rows of clues (None: no value at all), which of them are right, and
        how much the choice counts. At most one headline or date is right; each name is right or wrong for itself."""
        if not self.clues:
            return
        if field == "bylines":
            # A page of many names does not count as many times.
            weight = self.weight / max(1, len(self.clues) / 3) ** 0.5
            for clues, is_right in zip(self.clues, self.is_right):
                yield [clues, None], [is_right, not is_right], weight
        elif field == "published":
            yield self.clues + [None], [*self.is_right, not self.is_right.any()], self.weight
        elif self.is_right.any():
            yield self.clues, list(self.is_right), self.weight


class Choices:
    """Rows of clues in groups; of a group one row is chosen."""

    def __init__(self, evidence, field, clues):
        self.price = PRICES[field]
        columns = {clue: column for column, clue in enumerate(clues)}
        groups = [group for page in evidence for group in page.groups(field)]
        sizes = numpy.array([len(rows) for rows, _, _ in groups])
        self.starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
        self.group = numpy.repeat(numpy.arange(len(groups)), sizes)
        self.weights = numpy.array([weight for _, _, weight in groups])
        self.is_right = numpy.array([right for _, rights, _ in groups for right in rights], dtype=float)
        self.rows = numpy.zeros((len(self.group), len(clues)))
        for number, row in enumerate(row for rows, _, _ in groups for row in rows):
            self.rows[number, [columns[clue] for clue in row or []]] = 1

    def shares(self, point, among=1):
        """For each row its share of its group's odds, among some of the rows, and for each group the logarithm of their sum."""
        scores = self.rows @ point
        highest = numpy.maximum.reduceat(scores, self.starts)
        odds = numpy.exp(scores - highest[self.group]) * among
        sums = numpy.maximum(numpy.add.reduceat(odds, self.starts), 1e-300)
        return odds / sums[self.group], highest + numpy.log(sums)

    def loss(self, point):
        """What the right rows lack of their groups' odds, and the price of the weights."""
        _, whole = self.shares(point)
        _, right = self.shares(point, self.is_right)
        return (self.weights * (whole - right)).sum() + self.price / 2 * point @ point

    def learned(self):
        """The weights of least loss, by Newton's method; where several rows of a group are right, their shares are held fast
        for a step, which bounds the loss from above (expectation and maximisation)."""
        point = numpy.zeros(self.rows.shape[1])
        row_weights = self.weights[self.group]
        for _ in range(STEPS):
            shares, _ = self.shares(point)
            right, _ = self.shares(point, self.is_right)
            gradient = self.rows.T @ (row_weights * (shares - right)) + self.price * point
            means = numpy.add.reduceat(self.rows * shares[:, None], self.starts)
            curvature = self.rows.T @ (self.rows * (row_weights * shares)[:, None])
            curvature += self.price * numpy.eye(len(point)) - means.T @ (means * self.weights[:, None])
            step = numpy.linalg.solve(curvature, gradient)
            loss, length = self.loss(point), 1.0
            while length > 1e-6 and self.loss(point - length * step) > loss:
                length /= 2
            point = point - length * step
            if numpy.abs(step).max() < 1e-6:
                break
        return point


def weights(evidence, field):
    """The weights of a field's clues by name, learned from some pages, as the table has them."""
    clues = sorted({clue for page in evidence for row in page.clues for clue in row})
    point = Choices(evidence, field, clues).learned()
    return {clue: round(float(value), 2) for clue, value in zip(clues, point) if abs(value) >= 0.005}


def confidences(page, field, table):
    """How probable each candidate of a page is by a table of weights, and that the page gives none; as the engine reckons."""
    scores = numpy.array([sum(table.get(clue, 0) for clue in row) for row in page.clues])
    if field == "bylines":
        return 1 / (1 + numpy.exp(-scores)), 0
    if not len(scores):
        return scores, 1
    highest = max(scores.max(), 0)
    odds = numpy.exp(scores - highest)
    none = numpy.exp(-highest) if field == "published" else 0
    return odds / (odds.sum() + none), none / (odds.sum() + none)


def given(page, field, table):
    """The candidates that the engine would give."""
    found, none = confidences(page, field, table)
    if field == "bylines":
        return [index for index, value in enumerate(found) if value >= LEAST_NAME]
    return [int(found.argmax())] if len(found) and found.max() >= none else []


def score(page, field, chosen):
    """The name of the figure that a page counts for, and what it adds: as `dateline-dev evaluate extraction` reckons."""
    says = set().union(*(page.says[index] for index in chosen))
    if not page.gold:
        return f"{field} without gold", bool(says)
    if field == "bylines":
        return "bylines F1", 2 * len(says & page.gold) / (len(says) + len(page.gold))
    return f"{field} exact", says == page.gold


def cross_validated(evidence, field):
    """For each page a table of weights that has not seen its site."""
    parts = sorted({page.part for page in evidence})
    tables = {part: weights([page for page in evidence if page.part != part], field) for part in parts}
    return [tables[page.part] for page in evidence]


def figures(evidence, field, tables):
    """Lines that tell how well pages are judged by their tables, corpus by corpus."""
    found = {}
    for page, table in zip(evidence, tables):
        name, value = score(page, field, given(page, field, table))
        found.setdefault(page.corpus, {}).setdefault(name, []).append(value)
    for corpus, own in sorted(found.items()):
        told = (f"{name} {numpy.mean(values):.3f} of {len(values)}" for name, values in sorted(own.items()))
        yield f"  {corpus}: {', '.join(told)}"


def calibration(evidence, tables):
    """A line that tells how many of the dates given with some confidence are right."""
    told = []
    for low, high in zip(BOUNDS, BOUNDS[1:]):
        right = []
        for page, table in zip(evidence, tables):
            found, _ = confidences(page, "published", table)
            right += [page.is_right[index] for index in given(page, "published", table) if low <= found[index] < high]
        if right:
            told.append(f"{low} to {min(high, 1)}: {numpy.mean(right):.3f} of {len(right)}")
    return "  dates right by confidence: " + ", ".join(told)


def kept(path):
    """The lines of a table whose fields are not learned."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    return [line for line in lines if line.split("\t")[0] not in FIELDS]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("traces", help="what dateline-dev train evidence wrote")
    parser.add_argument("table", help="the file to write")
    parser.add_argument("--about", default="WCXB (CC-BY-4.0) and Fundus (MIT)", help="what the pages are")
    options = parser.parse_args()
    with open(options.traces, encoding="utf-8") as file:
        pages = [json.loads(line) for line in file]
    digests = "\n".join(sorted(page["sha256"] for page in pages))
    counted = {page["corpus"]: page["weight"] for page in pages}
    header = [
        "evidence/1: field, clue, and what the clue is worth for the field, as logarithms of odds.",
        f"Made by scripts/train-evidence.py with NumPy {numpy.__version__}, prices "
        + ", ".join(f"{field} {price:g}" for field, price in PRICES.items())
        + ". Fields that it does not learn are set by hand.",
        f"Corpus: {options.about}; {len(pages)} pages, {len({page['site'] for page in pages})} sites; no text of them is here.",
        "Pages count " + ", ".join(f"{corpus} {weight:g}" for corpus, weight in sorted(counted.items())) + ".",
        f"Corpus digest: {hashlib.sha256(digests.encode()).hexdigest()}",
        f"Values given on unseen sites, {len({page['part'] for page in pages})} parts of the sites:",
    ]
    lines = kept(options.table)
    for field in FIELDS:
        evidence = [Evidence(page, own) for page in pages for own in page["fields"] if own["field"] == field]
        tables = cross_validated(evidence, field)
        header += figures(evidence, field, tables)
        if field == "published":
            header.append(calibration(evidence, tables))
        lines += [f"{field}\t{clue}\t{value:.2f}" for clue, value in weights(evidence, field).items()]
    with open(options.table, "w", encoding="utf-8") as file:
        file.write("".join(f"# {line}\n" for line in header))
        file.write("".join(f"{line}\n" for line in sorted(lines)))
    print("\n".join(header))


if __name__ == "__main__":
    main()
