"""The dialogs about brands: what they say, and that they can be used without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QDialog, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.dialogs.batch.batch_dialog import BatchDialog
from desktop.dialogs.brand_by_hand import BrandByHandDialog
from desktop.dialogs.brand_differences import BrandDifferencesDialog
from desktop.dialogs.brand_questions import DeleteBrandDialog, RenameBrandDialog, UnappliedDialog
from desktop.dialogs.left_as_is import LeftDialog
from desktop.dialogs.move_templates import MoveTemplatesDialog
from desktop.dialogs.new_brand import NewBrandDialog
from desktop.models.card import Card
from templates.brands.library import BrandEntry
from templates.brands.refresh import Difference
from templates.errors import StorageError
from templates.workspace import Workspace

ACME, BOLT = BrandEntry("acme", "Acme", "#1144aa", is_default=True), BrandEntry("bolt", "Bolt", "#b3261e")
DIFFERENCES = (
    Difference("name", "Acme", "Acme & Sons"),
    Difference("primary", "#1144aa", "#006600"),
    Difference("socials.x", "https://x.com/acme", ""),
)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """One without anything in it but the folders of two brands."""
    for slug in ("acme", "bolt"):
        (tmp_path / "agency" / "brands" / slug).mkdir(parents=True)
    (tmp_path / "agency" / "workspace.toml").write_text('format = 1\nname = "Agency"\n', "utf-8")
    return Workspace.open(tmp_path / "agency")


@pytest.fixture
def dialogs(jobs, workspace) -> dict[str, Callable[[], QDialog]]:
    """What makes each of the dialogs."""
    cards = [Card("sale.en", {"en": "Sale"}, "en", brand="bolt"), Card("news.en", {}, "en", brand="bolt")]
    error = StorageError("This disk is read-only.", place=Path("templates/sale.en"))
    return {
        "rename": lambda: RenameBrandDialog(workspace, ACME),
        "delete": lambda: DeleteBrandDialog(ACME, [BOLT], 3),
        "unapplied": lambda: UnappliedDialog("Acme", 2),
        "by hand": lambda: BrandByHandDialog(jobs),
        "site": lambda: NewBrandDialog(jobs),
        "move": lambda: MoveTemplatesDialog(ACME, cards, {"acme": ACME, "bolt": BOLT}, ["sale.en"]),
        "differences": lambda: BrandDifferencesDialog("Acme", DIFFERENCES),
        "left": lambda: LeftDialog(1, [error], ["modules/hero.mjml"]),
        "batch": lambda: BatchDialog(jobs, None),
    }


NAMES = ("rename", "delete", "unapplied", "by hand", "site", "move", "differences", "left", "batch")


@pytest.fixture
def shown(request, dialogs) -> Iterator[QDialog]:
    """One of them, open."""
    made = dialogs[request.param]()
    made.show()
    yield made
    if isValid(made):  # the test may have closed it
        made.close()


def controls(screen: QWidget) -> list[QWidget]:
    """What takes the keyboard and is ours."""
    inner = (QAbstractItemView, QScrollArea)
    return [
        each
        for each in screen.findChildren(QWidget)
        if each.isVisibleTo(screen)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.objectName().startswith("qt_")
        and not isinstance(each, QScrollArea)
        and not isinstance(each.parentWidget(), inner)
    ]


@pytest.mark.parametrize("shown", NAMES, indirect=True)
def test_every_control_has_a_name(shown):
    """A screen reader says what each is."""
    spoken = {each: QAccessible.queryAccessibleInterface(each) for each in controls(shown)}
    unnamed = [each for each, found in spoken.items() if not found or not found.text(QAccessible.Text.Name)]
    assert unnamed == []


@pytest.mark.parametrize("name", NAMES)
def test_they_die_when_they_are_closed(dialogs, dies, name):
    """Nothing holds them."""
    dies(dialogs[name])


@pytest.mark.parametrize("shown", ["differences"], indirect=True)
def test_what_the_site_merely_does_not_say_is_not_ticked(shown, qtbot):
    """An address that is gone from the page may still be right; the rest is taken over unless it is unticked."""
    assert shown.chosen == ["name", "primary"]
    shown.ticks["primary"].click()
    with qtbot.waitSignal(shown.wanted) as wanted:
        shown.go.click()
    assert wanted.args == [["name"]]


def test_nothing_has_changed(qapp):
    """Then there is nothing to choose."""
    dialog = BrandDifferencesDialog("Acme", ())
    dialog.show()
    assert dialog.go.isEnabled()
    assert not dialog.cancel.isVisible()
    dialog.close()


@pytest.mark.parametrize("shown", ["rename"], indirect=True)
def test_the_folder_follows_the_name_until_it_is_typed(shown, qtbot):
    """And what is wrong with it is told before it is pressed."""
    assert not shown.go.isEnabled()
    shown.name.setText("Été & Fils")
    assert shown.folder.text() == "ete-fils"
    shown.folder.selectAll()
    qtbot.keyClicks(shown.folder, "bolt")
    assert not shown.go.isEnabled()
    assert shown.problem.isVisible()
    shown.folder.selectAll()
    qtbot.keyClicks(shown.folder, "ete")
    shown.name.setText("Winter")
    assert shown.folder.text() == "ete"
    with qtbot.waitSignal(shown.renamed) as renamed:
        shown.go.click()
    assert renamed.args == ["Winter", "ete"]


@pytest.mark.parametrize("shown", ["move"], indirect=True)
def test_all_means_all_that_the_filter_shows(shown, qtbot):
    """A second click takes them away again; nothing ticked is nothing to press."""
    shown.search.setText("news")
    shown.all.click()
    assert shown.model.chosen == ["sale.en", "news.en"]
    shown.all.click()
    assert shown.model.chosen == ["sale.en"]
    shown.search.clear()
    assert shown.all.checkState() is Qt.CheckState.PartiallyChecked
    shown.model.tick(["sale.en"], on=False)
    assert not shown.go.isEnabled()


@pytest.mark.parametrize("shown", ["move"], indirect=True)
def test_an_empty_list_says_why(shown, qtbot):
    """Whether the search finds nothing, or there is nothing to move at all."""
    shown.search.setText("nothing is called so")
    assert shown.nothing.isVisible()
    assert "search" in shown.nothing.text()
    shown.search.clear()
    assert not shown.nothing.isVisible()
    empty = MoveTemplatesDialog(ACME, [], {"acme": ACME})
    qtbot.addWidget(empty)
    assert ACME.name in empty.nothing.text()


@pytest.mark.parametrize("shown", ["delete"], indirect=True)
def test_deleting_says_where_templates_go(shown, qtbot):
    """The brand that is chosen for them is told with the answer."""
    with qtbot.waitSignal(shown.agreed) as agreed:
        shown.go.click()
    assert agreed.args == ["bolt"]


@pytest.mark.parametrize("shown", ["left"], indirect=True)
def test_what_was_left_is_named(shown):
    """One line each: the reason with its place, and the shared module."""
    lines = shown.notes.toPlainText().splitlines()
    assert lines[0].startswith(str(Path("templates/sale.en")))
    assert lines[1].startswith("modules/hero.mjml")
