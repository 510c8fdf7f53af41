"""The model against recorded answers of the real Roundcube 1.6.5, which are kept in recorded.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CASES = {each["name"]: each for each in json.loads((Path(__file__).parent / "recorded.json").read_text("utf-8"))}


def test_there_are_enough_of_them():
    """Fifty mails are the least."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("client", ["roundcube-web", "free-web"])
def test_a_mail_becomes_what_roundcube_makes_of_it(name, client, page, ours):
    """A browser reads the same tree from ours and from Roundcube's."""
    case = CASES[name]
    assert ours(case["mail"], case.get("mode", "light"), client) == page(case["washed"])
