#!/usr/bin/env python3
"""compile-gazetteer.py TRAINING.jsonl[.gz]… RESOURCES

Writes the annotation module's lists of names that come from texts: first-names.txt, surnames.txt, organizations.txt,
common-words.txt and news-people.txt from texts with PER, ORG and LOC spans in the public domain (Groningen Meaning Bank) or
under MIT (CrossNER). Deterministic: the same inputs give the same files. Lists written by hand (demonyms, roles, organisation
words) are not touched; places are compile-places.py's.
"""
import collections, gzip, json, sys


def training(paths):
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf8") as lines:
            for line in lines:
                yield json.loads(line)


def count_words(paths):
    """Lower-case frequencies, and how often a string is a name of each type."""
    lower, names = collections.Counter(), collections.defaultdict(collections.Counter)
    firsts, lasts, others = collections.Counter(), collections.Counter(), collections.Counter()
    orgs_last = collections.Counter()
    for sentence in training(paths):
        tokens, inside = sentence["tokens"], set()
        for start, end, kind in sentence["spans"]:
            inside.update(range(start, end))
            names[" ".join(tokens[start:end])][kind] += 1
            if kind == "PER":
                if end - start > 1:
                    firsts[tokens[start]] += 1
                lasts[tokens[end - 1]] += 1
            else:
                others.update(tokens[start:end])
            if kind == "ORG" and end - start > 1:
                orgs_last[tokens[end - 1]] += 1
        for index, token in enumerate(tokens):
            if index not in inside:
                lower[token] += 1
    return lower, names, firsts, lasts, others, orgs_last


def write(path, comment, rows):
    with open(path, "w", encoding="utf8") as out:
        out.write("# " + comment + "\n")
        for row in sorted(set(rows)):
            out.write("\t".join(str(field) for field in row).rstrip("\t") + "\n")


def main(argv):
    *texts, resources = argv
    lower, names, firsts, lasts, others, orgs_last = count_words(texts)
    isname = lambda word: word[:1].isupper() and any(c.islower() for c in word) and "." not in word and len(word) > 1
    person = lambda table, word, least: isname(word) and table[word] >= least and table[word] > 2 * others[word] \
        and lower[word] + lower[word.lower()] < table[word]
    write(f"{resources}/first-names.txt", "Given names.", [(w,) for w in firsts if person(firsts, w, 2)])
    write(f"{resources}/surnames.txt", "Family names.", [(w,) for w in lasts if person(lasts, w, 2)])

    def majority(kind, least):
        for name, kinds in names.items():
            total = sum(kinds.values()) + lower[name] + (lower[name.lower()] if name != name.lower() else 0)
            if not all(word[0].isupper() or len(word) <= 3 for word in name.split()):
                continue
            if kinds[kind] >= least and kinds[kind] >= 0.75 * total and name[:1].isupper() and len(name) > 1:
                yield (name.replace(" 's", "'s"),)
    write(f"{resources}/organizations.txt", "Organisations much in the news.", majority("ORG", 4))
    write(f"{resources}/common-words.txt", "Words that the news writes small; a capital at a sentence's start makes them no name.",
          [(w,) for w, n in lower.items() if n >= 4 and w.isalpha() and w.islower() and n > 0.2 * lower[w.capitalize()]])
    write(f"{resources}/news-people.txt", "People much in the news whose names look like none.",
          [(n,) for (n,) in majority("PER", 5) if " " not in n])


main(sys.argv[1:])
