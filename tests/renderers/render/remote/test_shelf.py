"""What was fetched, on disk."""

import pytest

from renderers.render.remote.shelf import FAILED_S, FRESH_S, Fetched, Shelf

URL = "https://a.example/b.png"
CAME = Fetched("https://b.example/c.png", b"data", "latin-1")


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock to set."""
    return Clock()


@pytest.fixture
def shelf(tmp_path, clock) -> Shelf:
    """An empty shelf."""
    return Shelf(tmp_path, clock=clock)


def test_a_file_stays_fresh_for_a_day(shelf, clock):
    """Later it is fetched again; until that succeeds the old one will do."""
    assert shelf.get(URL) is None
    shelf.put(URL, CAME)
    assert shelf.get(URL) == CAME
    clock.now += FRESH_S
    assert shelf.get(URL) is None
    assert shelf.get(URL, stale=True) == CAME


def test_a_failure_is_remembered_for_minutes(shelf, clock):
    """A server that is down is not asked for each of sixty pictures."""
    failed = Fetched(URL, None)
    shelf.put(URL, failed)
    assert shelf.get(URL) == failed
    assert shelf.get(URL, stale=True) is None
    clock.now += FAILED_S
    assert shelf.get(URL) is None


def test_a_clock_that_was_set_back_keeps_nothing_for_ever(shelf, clock):
    """What is from the future is fetched again."""
    shelf.put(URL, CAME)
    clock.now -= 10
    assert shelf.get(URL) is None


@pytest.mark.parametrize("ending", ["bin", "json"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"other"])
def test_what_is_damaged_is_absent(shelf, tmp_path, ending, damage):
    """Nobody is shown half a picture."""
    shelf.put(URL, CAME)
    (path,) = tmp_path.glob(f"??/*.{ending}")
    path.write_bytes(damage)
    assert shelf.get(URL) is None


def test_the_oldest_make_room(tmp_path, clock):
    """Its size has a limit."""
    shelf = Shelf(tmp_path, limit=1000, clock=clock)
    for number in range(9):
        shelf.put(f"{URL}{number}", Fetched(URL, bytes(300)))
    assert sum(path.stat().st_size for path in tmp_path.glob("??/*.bin")) <= 1000
    assert shelf.get(f"{URL}8")
