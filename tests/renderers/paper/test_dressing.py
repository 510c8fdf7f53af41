"""What stands below each printed page, and its fonts."""

from __future__ import annotations

import re

import pytest

from renderers.paper.dressing import fonts, margins


@pytest.mark.parametrize("name", ['"}</style><script>', "}@page{margin:0}", "\\", "Zoë’s", "N" * 200])
def test_a_name_is_only_shown(name):
    """Nothing but letters and digits stands as itself in the style sheet; a long one is cut."""
    css = margins(name, "November 2026", "Page {page} of {pages}")
    left = css.partition("@bottom-left{content:")[2].partition("}")[0]
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', left)
    shown = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), left[1:-1])
    assert shown == f"{name if len(name) <= 60 else 'N' * 60 + '…'} · November 2026"
    assert css.count("counter(") == 2


def test_the_fonts_are_inside():
    """Three weights, as data."""
    assert re.findall(r"font-weight:(\d+)", fonts()) == ["400", "600", "700"]
    assert set(re.findall(r"url\(\"([^;]+;)", fonts())) == {"data:font/ttf;"}
