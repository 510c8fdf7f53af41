"""Choosing: groups, presets, search and modes; the last choice is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.preferences import Preferences
from desktop.proofs.choice_pane import ChoicePane
from desktop.proofs.choices import Choices, read_choices
from desktop.proofs.preset_box import offered
from desktop.proofs.wish import LastChoice, last_choice, remember_choice
from renderers.clients.clients_file import ClientsFile, OpensTable, OwnPreset
from renderers.clients.presets import presets
from renderers.clients.profile import profiles
from renderers.proofs.proof import Shot
from renderers.wish import Wish
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


def chosen(pane: ChoicePane, name: str) -> None:
    """Choose a preset as the menu does."""
    next(action for action in pane.presets.list.actions() if action.data() == name).trigger()


def test_presets_are_those_of_the_command_line(pane, qtbot):
    """A click ticks exactly its clients; the preset is named as long as they are."""
    assert [each.id for each in offered()] == ["popular", "france", "outlook", "mobile-first", "all"]
    assert pane.presets.text == "Choose a preset…"
    for name in ("popular", "france", "outlook", "mobile-first"):
        chosen(pane, name)
        assert set(pane.tree.chosen) == set(presets()[name].clients)
        assert pane.presets.text == presets()[name].names["en"]
    pane.tree.choose(("gmail-web",))
    assert pane.presets.text == "A choice of your own"
    pane.clear.click()
    assert pane.tree.chosen == ()
    assert pane.presets.current is None


def test_presets_of_ones_own(pane, qtbot):
    """They and the audience stand below the shipped ones; only one's own can be renamed and deleted."""
    preset = OwnPreset(name="A & B", clients=["gmail-web", "yahoo-web"])
    opens = OpensTable(percent=80, lines={"Apple iPhone": 0.9, "Mailo": 0.1})
    pane.show_choices(Choices(clients=ClientsFile(presets={"ours": preset}, opens=opens)))
    chosen(pane, "audience")
    assert pane.tree.chosen == ("apple-mail-iphone",)
    assert pane.presets.text == "My audience, 80%"
    assert pane.asked.shares == {"apple-mail-iphone": 0.9}
    chosen(pane, "ours")
    assert pane.presets.text == "A & B"
    own = [action.text() for action in pane.presets.list.actions() if action.isVisible()][-3:]
    assert own == ["Save these clients as…", "Rename “A && B”…", "Delete “A && B”"]
    with qtbot.waitSignal(pane.presets.delete_wanted) as deleted:
        pane.presets.list.actions()[-1].trigger()
    assert deleted.args == ["ours"]
    chosen(pane, "popular")
    assert not pane.presets.list.actions()[-1].isVisible()


def test_there_is_always_a_mode(pane, qtbot):
    """The last one cannot be taken away."""
    pane.modes["light"].click()
    assert pane.chosen_modes == ("light",)
    pane.modes["dark"].click()
    pane.modes["light"].click()
    assert pane.chosen_modes == ("dark",)


def test_the_wish_says_data_and_segments(pane):
    """Everybody and the default set are proposed; what is ticked stays when the lists come anew."""
    assert pane.wish == Wish(("welcome.en",), ())
    choices = Choices(("default", "long"), (("vip", "Best customers"),))
    pane.show_choices(choices)
    pane.data_sets.choose(("default", "long"))
    pane.segments.choose(("vip",))
    pane.show_choices(choices)
    assert (pane.wish.data_sets, pane.wish.segments) == (("default", "long"), ("vip",))
    assert pane.segments.text == "Best customers"
    pane.show_choices(Choices())
    assert (pane.wish.data_sets, pane.wish.segments) == (("default",), ("",))


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, without a screen
def test_several_are_ticked_without_closing_the_list(pane, qtbot):
    """Mouse and keyboard tick; the last one cannot be taken away."""
    pane.show_choices(Choices(("default", "long")))
    pane.show()
    box = pane.data_sets
    qtbot.keyClick(box, Qt.Key.Key_Down)
    first, second = box.list.actions()
    with qtbot.waitSignal(pane.changed):
        qtbot.mouseClick(box.list, Qt.MouseButton.LeftButton, pos=box.list.actionGeometry(second).center())
    assert pane.wish.data_sets == ("default", "long")
    box.list.setActiveAction(first)
    qtbot.keyClick(box.list, Qt.Key.Key_Space)
    box.list.setActiveAction(second)
    qtbot.keyClick(box.list, Qt.Key.Key_Space)
    assert pane.wish.data_sets == ("long",)
    assert box.list.isVisible()
    qtbot.keyClick(box.list, Qt.Key.Key_Escape)
    assert not box.list.isVisible()


def test_a_budget_is_part_of_the_question(pane, qtbot):
    """None as long as the box is not ticked."""
    assert pane.asked.most is None
    with qtbot.waitSignal(pane.changed):
        pane.budget.box.click()
    pane.budget.amount.setValue(7)
    assert pane.asked.most == 7


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
    assert len(pane.segments.list.actions()) == 1


def test_broken_presets_are_said(folder: Path, pane):
    """With the line; the shipped ones are there all the same."""
    (folder / "clients.toml").write_text("[presets.x]\nclients = []\n", "utf-8")
    pane.show_choices(read_choices(Workspace.open(folder), ["welcome.en"]))
    assert "clients.toml" in pane.trouble.text()
    assert "`presets.x.name` is missing" in pane.trouble.text()
    chosen(pane, "france")
    assert pane.tree.chosen


def test_the_last_choice_is_remembered(qapp):
    """Clients that are gone, and a file that somebody edited, do no harm."""
    preferences = Preferences()
    assert last_choice(preferences) == LastChoice(presets()["popular"].clients)
    remember_choice(preferences, LastChoice(("gmail-web", "no-such-client"), ("light", "dark"), 7))
    assert last_choice(Preferences()) == LastChoice(("gmail-web",), ("light", "dark"), 7)
    preferences.keep_state("proofs", preferences.state("proofs").left(9))
    assert last_choice(preferences) == LastChoice(presets()["popular"].clients)
