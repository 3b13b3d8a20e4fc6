"""False claims as Hypothesis tests over numpy, as a competent user would write them. CPU seconds to the first violation
in doubles, unverified.

Arguments: claim seed cap-in-seconds. Prints "seconds examples" or "miss examples".
"""
import sys
import time
import warnings

import numpy as np
from hypothesis import HealthCheck, Phase, assume, given, seed, settings, target
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

warnings.simplefilter("ignore")
np.seterr(all="ignore")


def reals(low, high, **more):
    return st.floats(low, high, allow_nan=False, allow_infinity=False, **more)


def vector(n, low, high):
    return arrays(np.float64, n, elements=reals(low, high))


class Violation(Exception):
    pass


class OutOfTime(Exception):
    pass


START = [0.0]
EXAMPLES = [0]
CAP = [60.0]


def tick():
    EXAMPLES[0] += 1
    if time.process_time() - START[0] > CAP[0]:
        raise OutOfTime


def holds(lhs, rhs, rounding=1e-9):
    """lhs <= rhs up to rounding; steers towards failure."""
    gap = rhs - lhs
    if not np.isfinite(gap):
        return
    target(float(-gap))
    if gap < -rounding * (abs(lhs) + abs(rhs)):
        raise Violation


def one_step(most_eta):
    @given(reals(0.01, 3), reals(0.01, 3), reals(0, most_eta, exclude_min=True))
    def test(u, v, eta):
        tick()
        assume(eta * (u * u + v * v) <= 0.75)
        g = u * v - 1
        after = (u - eta * g * v) * (v - eta * g * u) - 1
        holds(after * after / 2, g * g / 2)

    return test


@given(st.integers(-30, 30), st.integers(-30, 30), st.integers(1, 40))
def lands_tenths(a, b, h):
    tick()
    u, v, eta = a / 10, b / 10, h / 10
    assume(a * b != 0 and eta * (u * u + v * v) < 4)
    for _ in range(16):
        p, size = u * v, eta * (u * u + v * v)
        if abs(p) < 1e-9 and size > 2 + 1e-9:
            raise Violation
        if abs(p) < 1e-9 or not np.isfinite(size):
            return
        u, v = u - eta * p * v, v - eta * p * u


def basin(mu_factor, bound):
    @given(reals(-4, 4), reals(-4, 4), reals(0, 2, exclude_min=True), reals(0, 2, exclude_min=True))
    def test(x, y, mu, eta):
        tick()
        assume(eta * mu < 1 and eta * (x * x + y * y + mu_factor * mu) < 4)
        most = 0.0
        for _ in range(65):
            most = max(most, bound(x, y, mu, eta))
            if not np.isfinite(most) or most > 0:
                break
            g = x * y - mu
            x, y = x - eta * g * y, y - eta * g * x
        target(float(most) if np.isfinite(most) else 1.0)
        if most > 1e-9:
            raise Violation

    return test


@given(reals(0, 2, exclude_min=True), reals(0.125, 4), reals(0, 2, exclude_min=True))
def tied(u, y, eta):
    tick()
    assume(u * u <= y and 4 * eta * y <= 1.04)
    worst = 0.0
    for _ in range(64):
        w = u * u
        u = u - eta * 2 * (w - y) * u
        worst = max(worst, (w - u * u) / y, (u * u - y) / y)
    target(worst)
    if worst > 1e-9:
        raise Violation


@st.composite
def interpolators(draw, dual, sizes):
    """Data with a null vector a, a dual vector, a shift s along a and a scale: the flow's limit needs no solver."""
    n, d = draw(st.integers(1, 2)), draw(sizes)
    M = draw(arrays(np.float64, (n, d), elements=reals(-1, 1)))
    a = draw(vector(d, -1, 1))
    s, alpha = draw(reals(-2, 2)), draw(reals(2.0**-60, 1))
    return d, M, a, s, draw(vector(n, -dual, dual)), alpha


def annihilated(M, a):
    assume(a @ a > 1e-12)
    return M - np.outer(M @ a, a) / (a @ a)


@given(interpolators(20, st.integers(2, 4)))
def flow_l1(data):
    tick()
    d, M, a, s, lam, alpha = data
    w = 2 * alpha**2 * np.sinh(annihilated(M, a).T @ lam)
    holds(np.abs(w).sum(), np.abs(w + s * a).sum())


@given(st.integers(3, 5), interpolators(1, st.integers(2, 3)))
def deep_scale(D, data):
    tick()
    d, M, a, s, lam, alpha = data
    dual = annihilated(M, a).T @ lam
    assume(np.abs(dual).max() < 1)
    p = D / (D - 2)
    w = alpha**D * ((1 - dual) ** -p - (1 + dual) ** -p)
    norm = np.abs(w).sum()
    holds(norm - np.abs(w + s * a).sum(), D / 2 * alpha**D * d ** (1 - 2 / D) * norm ** (2 / D))


@given(interpolators(20, st.integers(2, 4)))
def positive_any_sign(data):
    tick()
    d, M, a, s, lam, alpha = data
    x = alpha**2 * np.exp(annihilated(M, a).T @ lam)
    size = np.abs(x + s * a).sum()
    assume(size > d * alpha**2)
    gain = np.log(size / (d * alpha**2))
    holds(x.sum() * gain, size * (gain + np.log(d)))


@st.composite
def neurons(draw):
    K = draw(st.integers(1, 2))
    X = draw(arrays(np.float64, (2, 2), elements=reals(-2, 2)))
    W = draw(arrays(np.float64, (K, 2), elements=reals(-2, 2)))
    return X, W, draw(vector(K, -2, 2)), draw(reals(0, 1))


@given(neurons())
def relu_duality(data):
    tick()
    X, W, c, p = data
    assume((W * W).sum(1).min() > 1e-12 and (X * X).sum(1).min() > 1e-12)
    phi = lambda s: np.maximum(s, 0)
    f = lambda x: c @ phi(W @ x)
    g = lambda w: abs(p * phi(w @ X[0]) - (1 - p) * phi(w @ X[1]))
    margin = min(f(X[0]), -f(X[1]))
    size = (np.abs(c) * np.linalg.norm(W, axis=1)).sum()
    holds(margin, size * max(g(X[0]) / np.linalg.norm(X[0]), g(X[1]) / np.linalg.norm(X[1])))


@st.composite
def stable_points(draw):
    n, d = draw(st.integers(1, 2)), draw(st.integers(1, 3))
    X = draw(arrays(np.float64, (n, d), elements=reals(-2, 2)))
    return X, draw(vector(d, -2, 2)), draw(vector(d, -2, 2)), draw(reals(0, 2, exclude_min=True))


@given(stable_points())
def stable_l1(data):
    tick()
    X, u, v, eta = data
    n = X.shape[0]
    assume(eta * np.linalg.eigvalsh(X @ np.diag(u * u + v * v) @ X.T / n).max() <= 2)
    holds(((X * X).sum(0) / n * np.abs(u * v)).sum(), 1 / eta)


TESTS = {
    "descent/one-step-3-4": one_step(4),
    "bench/one-step-eta-3-72": one_step(3.72),
    "bench/lands-on-tenths": lands_tenths,
    "bench/basin-1-9": basin(1.9, lambda x, y, mu, eta: eta * (x * x + y * y) - 8),
    "factorization/large-step-monotone": basin(2, lambda x, y, mu, eta: eta * (x * x + y * y + 2 * mu) - 4),
    "descent/tied-no-overshoot-1-04": tied,
    "bias/flow-limit-l1-exact": flow_l1,
    "bias/deep-limit-l1-scale": deep_scale,
    "bias/positive-limit-l1-any-sign": positive_any_sign,
    "margin/relu-duality-data": relu_duality,
    "sharpness/stable-l1-no-n": stable_l1,
}


def main():
    name, number, CAP[0] = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    test = settings(
        max_examples=10**7,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.target],
    )(seed(number)(TESTS[name]))
    START[0] = time.process_time()
    found = False
    try:
        test()
    except Violation:
        found = True
    except BaseException as problem:  # noqa: BLE001 - Hypothesis wraps what it replays
        found = isinstance(problem.__cause__ or problem, Violation)
        if not found and not isinstance(problem, OutOfTime) and "OutOfTime" not in repr(problem) + repr(problem.__cause__):
            raise
    print(f"{time.process_time() - START[0]:.4f}" if found else "miss", EXAMPLES[0])


main()
