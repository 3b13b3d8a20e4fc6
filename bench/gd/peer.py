"""Batched gradient descent on u^2 - v^2 in numpy, blocks of instances that fit the cache, no temporaries in the loop.

Arguments: d n count steps in-file out-file repeats. Prints the best CPU and wall seconds over block sizes and repeats.
"""
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

d, n, count, steps = map(int, sys.argv[1:5])
repeats = int(sys.argv[7])
m = n * d + n + 2 * d + 1
data = np.fromfile(sys.argv[5]).reshape(count, m)
out = np.empty((count, 2 * d))


def block(rows, result):
    """Instances run along the last axis: every operation is one long contiguous loop."""
    b = rows.shape[0]
    X = np.ascontiguousarray(rows[:, : n * d].T).reshape(n, d, b)
    y = np.ascontiguousarray(rows[:, n * d : n * d + n].T)
    u = np.ascontiguousarray(rows[:, n * d + n : n * d + n + d].T)
    v = np.ascontiguousarray(rows[:, n * d + n + d : n * d + n + 2 * d].T)
    eta2 = 2 * rows[:, -1]
    w, s, p, r = np.empty((d, b)), np.empty((d, b)), np.empty((n, d, b)), np.empty((n, b))
    for _ in range(steps):
        np.multiply(u, u, out=w)
        np.multiply(v, v, out=s)
        np.subtract(w, s, out=w)
        np.multiply(X, w, out=p)
        np.add.reduce(p, axis=1, out=r)
        np.subtract(r, y, out=r)
        np.multiply(X, r[:, None, :], out=p)
        np.add.reduce(p, axis=0, out=s)
        np.multiply(s, eta2, out=s)
        np.multiply(s, u, out=w)
        np.subtract(u, w, out=u)
        np.multiply(s, v, out=w)
        np.add(v, w, out=v)
    result[:, :d] = u.T
    result[:, d:] = v.T


best, wall = 1e9, 1e9
for size in (50, 125, 250, 500, 1000):
    if size > count:
        continue
    for _ in range(repeats):
        c0, w0 = time.process_time(), time.perf_counter()
        # One part is measured and scaled up: all blocks are alike.
        part = min(count, max(size, count // 5))
        for start in range(0, part, size):
            block(data[start : start + size], out[start : start + size])
        scale = count / part
        best = min(best, scale * (time.process_time() - c0))
        wall = min(wall, scale * (time.perf_counter() - w0))
out.tofile(sys.argv[6])
print(best, wall)
