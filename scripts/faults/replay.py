"""What a disk may hold after a power cut: the recorded calls of a run, and every state they allow.

The model is that of "All File Systems Are Not Created Equal" (Pillai et al., OSDI 2014), as hard as it can be made: of
what was not flushed, anything may be missing, whatever came before or after it. What was written into a file lasts from
the file's next flush on; an entry that was made or removed lasts from its folder's next flush on, whether or not the file
was flushed; a move lasts when both its folders were flushed. Only a move by itself is whole: done or not.
"""

import hashlib
import os
import random


class Thing:
    """A file or a folder, whatever it is called."""

    def __init__(self, is_folder, content=b"", time=None):
        self.is_folder, self.content, self.time = is_folder, content, time


class Operation:
    """A change, when it lasts, and what it does to a state."""

    def __init__(self, kind, thing, *more):
        self.kind, self.thing, self.more = kind, thing, more
        # The folders whose entries it changes.
        self.folders = {"make": more[:1], "remove": more[:1], "move": more[:1] + more[2:3]}.get(kind, ())
        self.lasts_from = None


class Recording:
    """The calls of one or more runs over a scene, from its first state on."""

    def __init__(self, folder):
        self.first, self.by_number, self.operations, self.flushes = {}, {}, [], []
        self.root = self.snapshot(folder)

    def snapshot(self, path):
        """Takes in what lies on the disk before the first call; that has been there for long."""
        status = path.lstat()
        thing = Thing(path.is_dir(), b"" if path.is_dir() else path.read_bytes(), status.st_mtime)
        self.by_number[status.st_ino] = thing
        if thing.is_folder:
            self.first[thing] = {entry.name: self.snapshot(entry) for entry in sorted(path.iterdir())}
        return thing

    def add(self, record):
        """Adds the calls of a run. Raises KeyError where one was on something nobody recorded."""
        data = record.with_name(record.name + ".data").read_bytes()
        for line in record.read_text(errors="surrogateescape").splitlines():
            kind, *fields = line.split("\t")
            if kind == "flush":
                self.flush(self.by_number[int(fields[0])])
            elif kind in ("create", "mkdir"):
                thing = self.by_number[int(fields[2])] = Thing(kind == "mkdir")
                if thing.is_folder:
                    self.first[thing] = {}
                self.note(Operation("make", thing, self.by_number[int(fields[0])], fields[1]))
            elif kind == "unlink":
                self.note(Operation("remove", None, self.by_number[int(fields[0])], fields[1]))
            elif kind == "rename":
                left, entered = self.by_number[int(fields[0])], self.by_number[int(fields[2])]
                self.note(Operation("move", self.by_number[int(fields[4])], left, fields[1], entered, fields[3]))
            elif kind == "write":
                offset, count, place = map(int, fields[1:])
                self.note(Operation("write", self.by_number[int(fields[0])], offset, data[place:place + count]))
            elif kind == "truncate":
                self.note(Operation("truncate", self.by_number[int(fields[0])], int(fields[1])))

    def note(self, operation):
        operation.waits_for = set(operation.folders) or {operation.thing}
        self.operations.append(operation)

    def flush(self, thing):
        """All that was done to a file or in a folder lasts from here on."""
        for operation in self.operations:
            if operation.lasts_from is None and thing in operation.waits_for:
                operation.waits_for.discard(thing)
                if not operation.waits_for:
                    operation.lasts_from = len(self.operations)

    def pending(self, point):
        """The operations that were done at a point and need not last: their numbers."""
        return [
            number for number, operation in enumerate(self.operations[:point])
            if operation.lasts_from is None or operation.lasts_from > point]

    def choices(self, point, chance, most):
        """What of the pending operations of a point may have reached the disk: sets of numbers that are missing, and how
        the last write that is there arrived. All of the usual ones, and some by chance."""
        pending = self.pending(point)
        yield frozenset(), "whole"
        if not pending:
            return
        yield frozenset(pending), "whole"
        for how in ("half", "blank"):
            yield frozenset(), how
        in_folders = [number for number in pending if self.operations[number].folders]
        yield frozenset(in_folders), "whole"
        yield frozenset(set(pending) - set(in_folders)), "whole"
        singles = in_folders + chance.sample(pending, min(len(pending), most))
        for number in dict.fromkeys(singles):
            yield frozenset([number]), "whole"
            yield frozenset(pending) - {number}, "whole"
        for _ in range(most):
            yield frozenset(number for number in pending if chance.random() < 0.5), chance.choice(("whole", "half"))

    def state(self, point, missing, how):
        """The folders and contents at a point without what is missing: entries by folder, and contents by file."""
        folders = {folder: dict(entries) for folder, entries in self.first.items()}
        contents = {}
        pending = set(self.pending(point)) if how != "whole" else set()
        for number, operation in enumerate(self.operations[:point]):
            if number in missing:
                continue
            thing, more = operation.thing, operation.more
            if operation.kind == "make":
                folders[more[0]][more[1]] = thing
            elif operation.kind == "remove":
                folders[more[0]].pop(more[1], None)
            elif operation.kind == "move":
                if folders[more[0]].get(more[1]) is thing:
                    del folders[more[0]][more[1]]
                folders[more[2]][more[3]] = thing
            else:
                content = contents.setdefault(thing, bytearray(thing.content))
                if operation.kind == "truncate":
                    resize(content, more[0])
                    continue
                offset, written = more
                if number in pending and how == "half":
                    written = written[:len(written) // 2]
                elif number in pending and how == "blank":
                    written = bytes(len(written))
                resize(content, max(len(content), offset))
                content[offset:offset + len(written)] = written
        return folders, contents

    def digest(self, folders, contents):
        """What tells a state from others that look the same."""
        digest = hashlib.sha256()
        for path, thing in self.walk(folders):
            digest.update(f"{path}\0{thing.is_folder}\0".encode(errors="surrogateescape"))
            digest.update(contents.get(thing, thing.content))
        return digest.digest()

    def walk(self, folders):
        """What can be reached in a state, by path."""
        waiting = [("", self.root)]
        while waiting:
            path, folder = waiting.pop()
            for name, thing in sorted(folders[folder].items()):
                yield f"{path}{name}", thing
                if thing.is_folder:
                    waiting.append((f"{path}{name}/", thing))

    def materialise(self, folders, contents, target):
        """Makes a state on the disk."""
        for path, thing in self.walk(folders):
            place = target / path
            if thing.is_folder:
                place.mkdir()
            else:
                place.write_bytes(contents.get(thing, thing.content))
            if thing.time is not None and not thing.is_folder:
                os.utime(place, (thing.time,) * 2)

    def states(self, seed, most, start=0, points=None):
        """Every distinct state from a point on, each with how it came about; those of so many points where a number is
        given, the last among them."""
        chance, seen = random.Random(seed), set()
        all_points = range(start, len(self.operations) + 1)
        if points is not None and points < len(all_points):
            all_points = sorted(chance.sample(all_points[:-1], points - 1)) + [all_points[-1]]
        for point in all_points:
            for missing, how in self.choices(point, chance, most):
                folders, contents = self.state(point, missing, how)
                digest = self.digest(folders, contents)
                if digest not in seen:
                    seen.add(digest)
                    yield point, missing, how


def resize(content, size):
    """Makes a content longer or shorter, with zeros behind it."""
    if len(content) > size:
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))
