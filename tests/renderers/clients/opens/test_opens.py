"""Shares of profiles from the lines of an export, what nobody knows, and what people say by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.clients_file import CLIENTS, read_clients_file
from renderers.clients.opens.opens import Opens, keep_opens, opens_in
from renderers.clients.own_presets import save_preset
from templates.errors import InputError
from templates.workspace import Workspace

LINES = {"Apple iPhone": 0.4, "Gmail (mobile)": 0.2, "Mailo": 0.3, "Other": 0.1}


def opens(**names: tuple[str, ...]) -> Opens:
    """The lines, with some given by hand."""
    return Opens("october.csv", date(2026, 11, 1), LINES, names)


def test_a_name_for_several_profiles_is_split_evenly():
    """Exports do not tell them apart."""
    assert opens().shares == pytest.approx({"apple-mail-iphone": 0.4, "gmail-android": 0.1, "gmail-ios": 0.1})
    assert list(opens().unmatched.items()) == [("Mailo", 0.3), ("Other", 0.1)]
    assert opens().known == pytest.approx(0.6)


def test_what_people_say_wins():
    """A line given to clients counts for them; one that is left out is no part of the whole any more."""
    by_hand = opens(mailo=("free-web", "no-such-client"), Other=())
    assert by_hand.shares["free-web"] == pytest.approx(0.3 / 0.9)
    assert by_hand.known == pytest.approx(1)
    assert by_hand.unmatched == {}
    assert by_hand.is_left_out("Other")


def test_a_profile_that_is_gone_leaves_its_line_unmatched():
    """It is not silently left out."""
    assert opens(Mailo=("no-such-client",)).unmatched["Mailo"] == pytest.approx(0.3)


@given(
    st.dictionaries(st.sampled_from([*LINES, "Orange", "Outlook", "x"]), st.floats(0, 1), max_size=6),
    st.dictionaries(st.sampled_from([*LINES, "Orange"]), st.sampled_from([(), ("gmail-web",), ("gone",)]), max_size=3),
)
def test_nothing_is_lost_and_nothing_added(lines, names):
    """Known and unmatched shares are never more than all; without what is left out, exactly what is listed."""
    whole = max(1.0, sum(lines.values()))
    made = Opens("", None, {name: share / whole for name, share in lines.items()}, names)
    found = sum(made.shares.values()) + sum(made.unmatched.values())
    assert found <= 1 + 1e-9
    if not any(made.is_left_out(name) for name in lines):
        assert found == pytest.approx(sum(made.lines.values()))


def test_kept_in_the_workspace(tmp_path: Path):
    """Other parts of the file stay; lines of the export before are gone."""
    workspace = Workspace.create(tmp_path / "mails", name="Mails")
    save_preset(workspace, "Shop", ["gmail-web"])
    path = workspace.root / CLIENTS
    path.write_text(f"# Ours.\n{path.read_text('utf-8')}", "utf-8")
    keep_opens(workspace, read_clients_file(workspace), opens(Mailo=("free-web",)))
    newer = Opens("november.csv", date(2026, 12, 1), {"Orange": 1.0}, {}, 75)
    keep_opens(workspace, read_clients_file(workspace), newer)
    file = read_clients_file(workspace)
    assert opens_in(file) == newer
    assert list(file.presets) == ["shop"]
    assert path.read_text("utf-8").startswith("# Ours.\n")
    assert "Mailo" not in path.read_text("utf-8")


def test_percents_by_hand_are_parts(tmp_path: Path):
    """Somebody who writes the file may count to a hundred; below nothing there is nothing."""
    workspace = Workspace.create(tmp_path / "mails", name="Mails")
    (workspace.root / CLIENTS).write_text("[opens.lines]\ngmail-web = 75\nOther = 25\n", "utf-8")
    assert opens_in(read_clients_file(workspace)).shares == {"gmail-web": 0.75}
    (workspace.root / CLIENTS).write_text("[opens.lines]\ngmail-web = -1\n", "utf-8")
    with pytest.raises(InputError, match=r"clients\.toml:2:\d+: .* must be 0"):
        read_clients_file(workspace)
