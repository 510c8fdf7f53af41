"""The fewest clients that cover so much."""

from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.opens.covering import covering


def test_the_largest_come_first():
    """As many as are needed, and all of them where they do not suffice."""
    shares = {"a": 0.2, "b": 0.5, "c": 0.2, "d": 0.0}
    assert covering(shares, 50) == ("b",)
    assert covering(shares, 70) == ("b", "a")
    assert covering(shares, 95) == ("b", "a", "c")
    assert covering({}, 90) == ()


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.floats(0, 0.1), max_size=8), st.integers(1, 100))
def test_one_less_would_not_do(shares, percent):
    """What is chosen reaches the percentage where anything does, and not without its last."""
    chosen = covering(shares, percent)
    reached = [sum(shares[id_] for id_ in chosen[:n]) for n in range(len(chosen) + 1)]
    assert all(each < percent / 100 for each in reached[:-1])
    assert reached[-1] >= percent / 100 - 1e-6 or set(chosen) == {id_ for id_, share in shares.items() if share}
