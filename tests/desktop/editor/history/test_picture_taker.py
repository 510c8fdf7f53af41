"""Pictures of pairs: each taken once, and only the last one asked for is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.editor.history.picture_taker import Pair, PictureTaker
from renderers.proofs.compare import Compared
from templates.errors import MailwrightError


@pytest.fixture
def pair(document) -> Pair:
    """The document's text, and the same with a comment."""
    return Pair(document.workspace, document.name, document.text, f"<!-- x -->{document.text}", "plain-mobile")


@pytest.fixture
def taker(jobs, document) -> PictureTaker:
    """Without a cache on disk."""
    return PictureTaker(jobs, None, document)


def test_asking_twice_takes_once(taker, pair, jobs, qtbot):
    """While it is under way nothing begins anew; afterwards it is known."""
    with qtbot.waitSignal(taker.taken) as heard:
        taker.take(pair)
        taker.take(pair)
        assert len(jobs.running) == 1
    assert isinstance(heard.args[0], Compared)
    assert taker.known(pair) == heard.args[0]


def test_the_last_pair_asked_for_wins(taker, pair, jobs, qtbot):
    """The one before is dropped without a word."""
    heard = []
    taker.taken.connect(heard.append)
    other = replace(pair, before="<mjml>{% if %}")
    taker.take(pair)
    taker.take(other)
    qtbot.waitUntil(lambda: not jobs.running)
    assert [isinstance(one.before, MailwrightError) for one in heard] == [True]
    assert taker.known(pair) is None


def test_only_some_pairs_are_kept(taker, pair, jobs, qtbot):
    """Pictures are large: the oldest go."""
    pairs = [replace(pair, after=f"<!-- {number} -->{pair.after}") for number in range(10)]
    for each in pairs:
        with qtbot.waitSignal(taker.taken):
            taker.take(each)
    assert [taker.known(each) is not None for each in pairs] == [False] * 2 + [True] * 8
