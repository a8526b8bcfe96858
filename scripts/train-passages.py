#!/usr/bin/env python3
"""Train the forest that tells article text from boilerplate.

    dateline-dev train passages DATA… --features passages.jsonl --tables Sources/Extraction/Resources
    scripts/train-passages.py passages.jsonl Sources/Extraction/Resources/forest.txt

Cross-validates over sites, so that no site is judged by a forest that has seen it, then trains on all pages and writes the
forest with a header that says what it was made from. Needs LightGBM and NumPy (pip install lightgbm). The same features
and the same LightGBM give the same forest.
"""
import argparse
import base64
import hashlib
import json
import os

import lightgbm
import numpy

# Of 7, 1 and 2 none is better on unseen sites than chance has it; docs/extraction.md has their figures.
SEED = 7
PARAMETERS = dict(
    objective="binary", learning_rate=0.07, num_leaves=31, min_data_in_leaf=60, feature_fraction=0.6,
    bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, max_bin=63, verbose=-1, num_threads=1, seed=SEED,
    deterministic=True, force_row_wise=True,
)


class Page:
    """The labelled passages of one page."""

    def __init__(self, line):
        page = json.loads(line)
        self.site, self.part = page["site"], page["part"]
        self.corpus, self.digest = page["corpus"], page["sha256"]
        self.features = numpy.frombuffer(base64.b64decode(page["features"]), dtype="<f4").reshape(-1, page["width"])
        share = numpy.array(page["labels"], dtype=numpy.float64)
        self.words = numpy.array(page["words"], dtype=numpy.float64)
        self.is_text = share >= 0.5
        # Long passages count more, doubtful ones less, and a page of many passages not as many times as it has passages.
        weight = (numpy.minimum(self.words, 60) ** 0.5 + 0.7) * (0.3 + 0.7 * numpy.abs(share - 0.5) * 2)
        self.weights = weight / weight.sum() ** 0.5 * page["weight"]


def trained(pages, rounds):
    data = lightgbm.Dataset(
        numpy.concatenate([page.features for page in pages]),
        numpy.concatenate([page.is_text for page in pages]),
        weight=numpy.concatenate([page.weights for page in pages]),
    )
    return lightgbm.train(PARAMETERS, data, rounds)


def overlap(page, odds):
    """Precision, recall and F1 over the words of a page's passages."""
    kept = odds > 0
    right = page.words[kept & page.is_text].sum()
    precision = right / max(1, page.words[kept].sum())
    recall = right / max(1, page.words[page.is_text].sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def cross_validated(pages, rounds, folder):
    """For each page the log-odds of its passages, by a forest (and tables of words) that has not seen its site. With a
    folder the forest of each part is kept there."""
    odds = [None] * len(pages)
    for part in sorted({page.part for page in pages}):
        forest = trained([page for page in pages if page.part != part], rounds)
        if folder:
            with open(os.path.join(folder, str(part), "forest.txt"), "w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines(forest))
        for index, page in enumerate(pages):
            if page.part == part:
                odds[index] = forest.predict(page.features, raw_score=True)
    return odds


def figures(pages, odds):
    """For each corpus the mean precision, recall and F1 over the words of its pages' passages."""
    found = {}
    for page, own in zip(pages, odds):
        if page.is_text.any():
            found.setdefault(page.corpus, []).append(overlap(page, own))
    return {corpus: numpy.mean(rows, axis=0) for corpus, rows in sorted(found.items())}


def lines(forest):
    """The trees in the form that DecisionForest reads: feature, threshold, left, right; or -1 and a leaf's value."""
    for tree in forest.dump_model()["tree_info"]:
        yield "tree"
        nodes, waiting = [None], [(tree["tree_structure"], 0)]
        while waiting:
            node, place = waiting.pop()
            if "leaf_value" in node and "split_feature" not in node:
                nodes[place] = f"-1\t{node['leaf_value']:.4g}"
                continue
            assert node["decision_type"] == "<="
            left, right = len(nodes), len(nodes) + 1
            nodes += [None, None]
            nodes[place] = f"{node['split_feature']}\t{numpy.float32(node['threshold']):.7g}\t{left}\t{right}"
            waiting += [(node["right_child"], right), (node["left_child"], left)]
        yield from nodes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", help="what dateline-dev train passages wrote")
    parser.add_argument("forest", help="the file to write")
    parser.add_argument("--rounds", type=int, default=150, help="trees (150)")
    parser.add_argument("--parts", help="the folder of dateline-dev train passages --parts, for each part's forest")
    parser.add_argument("--odds", help="a file for the cross-validated log-odds, one JSON array a page")
    parser.add_argument("--about", default="WCXB (CC-BY-4.0) and Fundus (MIT)", help="what the pages are")
    options = parser.parse_args()
    with open(options.features, encoding="utf-8") as file:
        pages = [Page(line) for line in file]
    width = pages[0].features.shape[1]
    digests = "\n".join(sorted(page.digest for page in pages))
    odds = cross_validated(pages, options.rounds, options.parts)
    if options.odds:
        with open(options.odds, "w", encoding="utf-8") as file:
            file.writelines(json.dumps([round(value, 3) for value in own.tolist()]) + "\n" for own in odds)
    header = [
        "forest/1: gradient-boosted trees; a node is feature, threshold, left, right, a leaf -1 and its value.",
        f"Made by scripts/train-passages.py with LightGBM {lightgbm.__version__}, seed {SEED}, {options.rounds} trees.",
        f"Corpus: {options.about}; {len(pages)} pages, {len({page.site for page in pages})} sites, "
        f"{sum(len(page.words) for page in pages)} passages.",
        f"Corpus digest: {hashlib.sha256(digests.encode()).hexdigest()}",
        f"Features: {width}",
        f"Words of passages on unseen sites, {len({page.part for page in pages})} parts of the sites:",
    ]
    for corpus, (precision, recall, f1) in figures(pages, odds).items():
        header.append(f"  {corpus}: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
    forest = trained(pages, options.rounds)
    with open(options.forest, "w", encoding="utf-8") as file:
        file.write("".join(f"# {line}\n" for line in header))
        file.write("".join(f"{line}\n" for line in lines(forest)))
    print("\n".join(header))


if __name__ == "__main__":
    main()
