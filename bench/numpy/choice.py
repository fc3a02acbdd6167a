"""The dense choice in vectorised numpy, single precision, a chunk of agents at a time. choice.py FOLDER"""
import json
import sys
import time

import numpy as np

CHUNK = 4096
folder = sys.argv[1]
floats = lambda name: np.fromfile(f"{folder}/{name}.f32", dtype=np.float32)
ints = lambda name: np.fromfile(f"{folder}/{name}.i32", dtype=np.int32)
agents, products, ticks = ints("head")
mu, rho = floats("scales")
a, b, floor, switching = (floats(x)[:, None] for x in ("inputWeight", "outputWeight", "qualityFloor", "switching"))
taste = mu * floats("taste").reshape(agents, products)
vendor, ln_quality, base = ints("vendorOf"), floats("lnQuality"), floats("base")
inputs, outputs = floats("input").reshape(ticks, products), floats("output").reshape(ticks, products)
columns = np.arange(products)
minus_infinity = np.float32(-np.inf)


def choose(rows, t, held):
    u = (base - (a[rows] * inputs[t] + b[rows] * outputs[t])) + taste[rows]
    holds = held >= 0
    sister = (vendor[held][:, None] == vendor) & holds[:, None]
    itself = (held[:, None] == columns)
    u += np.where(itself, switching[rows], np.where(sister, switching[rows] * rho, np.float32(0)))
    u = np.where(ln_quality < floor[rows], minus_infinity, u)
    pick = np.argmax(u, axis=1)
    return np.where(u[np.arange(len(pick)), pick] > minus_infinity, pick, -1)


def run():
    held = np.full(agents, -1)
    counts = np.zeros((ticks, products), dtype=np.int64)
    for t in range(ticks):
        for start in range(0, agents, CHUNK):
            rows = slice(start, min(agents, start + CHUNK))
            held[rows] = choose(rows, t, held[rows])
        counts[t] = np.bincount(held[held >= 0], minlength=products)
    return counts


for _ in sys.stdin:
    begun = time.perf_counter()
    counts = run()
    ms = (time.perf_counter() - begun) * 1e3
    print(json.dumps({"ms": ms, "counts": counts.ravel().tolist()}), flush=True)
