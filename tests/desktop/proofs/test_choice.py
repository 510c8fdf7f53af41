"""Choosing: groups, presets, search and modes; the last choice is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.preferences import Preferences
from desktop.proofs.choice_pane import ChoicePane, offered
from desktop.proofs.choices import Choices, read_choices
from desktop.proofs.wish import Wish, last_choice, remember_choice
from renderers.clients.presets import presets
from renderers.clients.profile import MODES, profiles
from renderers.proofs.proof import Shot
from templates.workspace import Workspace


@pytest.fixture
def pane(qapp) -> Iterator[ChoicePane]:
    """The left side, with nothing chosen."""
    made = ChoicePane(["welcome.en"])
    made.choose((), ("light",))
    yield made
    made.deleteLater()


def test_a_group_ticks_what_is_to_be_seen_of_it(pane):
    """While something is searched, a group means what was found of it."""
    pane.search.setText("thunderbird")
    pane.tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    assert pane.tree.chosen
    assert all("thunderbird" in client for client in pane.tree.chosen)
    pane.search.clear()
    desktop = pane.tree.topLevelItem(0)
    assert desktop.checkState(0) is Qt.CheckState.PartiallyChecked
    assert desktop.text(1) == f"{len(pane.tree.chosen)} of {sum(each.group == 'desktop' for each in profiles())}"


def test_words_that_nobody_is_called_by(pane):
    """The list says so instead of being empty."""
    pane.search.setText("no such client")
    assert not pane.nothing.isHidden()
    assert pane.tree.isHidden()


def test_presets_are_those_of_the_command_line(pane, qtbot):
    """A click ticks exactly its clients; the preset is marked as long as they are."""
    assert [each.id for each in offered()] == [name for name in presets() if name != "plain"]
    for name in ("popular", "france", "outlook", "mobile"):
        pane.presets[name].click()
        assert set(pane.tree.chosen) == set(presets()[name].clients)
        assert pane.presets[name].isChecked()
    pane.clear.click()
    assert pane.tree.chosen == ()
    assert not any(made.isChecked() for made in pane.presets.values())


def test_there_is_always_a_mode(pane, qtbot):
    """The last one cannot be taken away."""
    pane.modes["light"].click()
    assert pane.chosen_modes == ("light",)
    pane.modes["dark"].click()
    pane.modes["light"].click()
    assert pane.chosen_modes == ("dark",)


def test_the_wish_says_data_and_segment(pane):
    """Everybody and the default set are proposed; what is chosen stays when the lists come anew."""
    assert pane.wish == Wish(("welcome.en",), ())
    pane.show_choices(Choices(("default", "long"), (("vip", "Best customers"),)))
    pane.data_sets.setCurrentIndex(1)
    pane.segments.setCurrentIndex(1)
    pane.show_choices(Choices(("default", "long"), (("vip", "Best customers"),)))
    assert (pane.wish.data_set, pane.wish.segment) == ("long", "vip")


def test_a_client_without_the_mode_is_shown_in_its_first():
    """Every client has a picture, none has the same twice."""
    light = next(each.id for each in profiles() if "dark" not in each.modes)
    assert Wish(("a",), (light,), ("dark",)).shots == [Shot("a", "default", "", light, "light")]


def test_data_sets_are_those_that_all_templates_have(folder: Path):
    """A picture with a data set that is missing would only be an error."""
    extra = folder / "templates" / "welcome.en" / "data" / "extra.json"
    extra.write_text("{}", "utf-8")
    workspace = Workspace.open(folder)
    assert "extra" in read_choices(workspace, ["welcome.en"]).data_sets
    both = read_choices(workspace, ["welcome.en", "password-reset.en"])
    assert both.data_sets[0] == "default"
    assert "extra" not in both.data_sets


def test_broken_segments_are_said(folder: Path, pane):
    """The rest can be rendered all the same."""
    (folder / "segments.toml").write_text("[[segments]", "utf-8")
    pane.show_choices(read_choices(Workspace.open(folder), ["welcome.en"]))
    assert "segments.toml" in pane.trouble.text()
    assert pane.segments.count() == 1


def test_the_last_choice_is_remembered(qapp):
    """Clients that are gone, and a file that somebody edited, do no harm."""
    preferences = Preferences()
    assert last_choice(preferences) == (presets()["popular"].clients, MODES[:1])
    remember_choice(preferences, ("gmail-web", "no-such-client"), ("light", "dark"))
    assert last_choice(Preferences()) == (("gmail-web",), ("light", "dark"))
    preferences.keep_state("proofs", preferences.state("proofs").left(9))
    assert last_choice(preferences)[1] == MODES[:1]
