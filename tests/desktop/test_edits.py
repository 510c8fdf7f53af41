"""Every action that changes the document can be undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QDialog

from desktop.actions import ACTIONS
from desktop.app import Application
from desktop.document import OpenDocument
from desktop.editor.history import ab_verbs
from desktop.main_window import MainWindow
from templates.source.text_edit import TextEdit

EDITS = [row.id for row in ACTIONS if row.edits]
IN_THE_MAIL = [name for name in EDITS if name.startswith("text.")]


@dataclass
class Stage:
    """A window with an open mail, and somebody who uses it."""

    application: Application
    window: MainWindow
    document: OpenDocument
    qtbot: object

    def trigger(self, name: str) -> None:
        self.application.actions.refresh()
        action = self.application.actions[name]
        assert action.isEnabled(), name
        action.trigger()

    @property
    def state(self) -> tuple[object, ...]:
        """Everything that an edit may change."""
        document = self.document
        names = ("template.toml", "data/default.json", "data/long.json", "versions/versions.toml")
        return (document.text, *(document.side(name) for name in names))


def _section(stage: Stage, place: int = 1) -> None:
    stage.document.select(stage.document.tree.sections()[place].id, "test")


def _copied(stage: Stage) -> None:
    _section(stage)
    stage.trigger("structure.copy")


def _conditional(stage: Stage) -> None:
    tree = stage.document.tree
    stage.document.select(next(one.id for one in tree.sections() if tree.blocks(one)), "test")


def _code(stage: Stage) -> None:
    stage.trigger("view.code")
    stage.window.editor.code.editor.set_caret(stage.document.text.index("<mj-section"))


def _wrong(stage: Stage) -> None:
    """A mail with a number that lacks its unit, the problem known and the caret on it."""
    at = stage.document.text.index("<mj-column") + len("<mj-column")
    stage.document.edit("Typing", [TextEdit(at, at, ' padding="12"')])
    stage.document.stack.clear()
    _code(stage)
    stage.window.editor.code.editor.set_caret(at + len(' padding="1'))
    stage.qtbot.waitUntil(lambda: bool(stage.window.editor.problems.problems), timeout=20_000)


def _module(stage: Stage) -> None:
    _section(stage, 2)
    stage.trigger("module.save")
    modules = stage.window.editor.modules
    stage.qtbot.waitUntil(lambda: modules.current is not None, timeout=20_000)
    stage.document.stack.clear()


def _include(stage: Stage) -> None:
    body = stage.document.tree.elements("mj-body")[0]
    stage.document.select(next(one.id for one in body.children if getattr(one, "name", "") == "mj-include"), "test")


def _unsaved(stage: Stage) -> None:
    stage.document.edit("Typing", [TextEdit(0, 0, " ")])


def _two_versions(stage: Stage) -> None:
    ab_verbs.add(stage.document, "Other")
    stage.document.edit("Typing", [TextEdit(0, 0, " ")])


def _lacking(stage: Stage) -> None:
    """A data set without what the mail needs."""
    stage.document.set_side("Data", "data/default.json", "{}")


def _long_data(stage: Stage) -> None:
    stage.window.editor.data.show_set("long")


PREPARED: dict[str, Callable[[Stage], None]] = {
    "structure.cut": _section,
    "structure.paste": _copied,
    "structure.duplicate": _section,
    "structure.delete": _section,
    "structure.move_up": lambda stage: _section(stage, 2),
    "structure.move_down": _section,
    "structure.unwrap": _conditional,
    "code.comment": _code,
    "problems.fix": _wrong,
    "problems.fix_all": _wrong,
    "module.insert_synced": _module,
    "module.insert_copy": _module,
    "module.unlink": _include,
    "data.fill_samples": _lacking,
    "data.delete_set": _long_data,
    "history.restore": _unsaved,
    "ab.switch": _two_versions,
}


@pytest.fixture
def stage(application, opened, qtbot) -> Stage:
    """The welcome mail in the editor."""
    return Stage(application, opened, opened.open_template("welcome.en"), qtbot)


def test_every_edit_is_tried():
    """Whoever adds an action that changes the document says here how to come to it."""
    assert sorted([*PREPARED, *IN_THE_MAIL]) == sorted(EDITS)


@pytest.mark.parametrize("name", PREPARED)
def test_an_edit_is_undone_and_done_again(stage, qtbot, name):
    """Undo gives back every byte, redo makes the same change."""
    PREPARED[name](stage)
    before = stage.state
    stage.trigger(name)
    qtbot.waitUntil(lambda: stage.state != before, timeout=20_000)
    after = stage.state
    stage.trigger("edit.undo")
    assert stage.state == before
    stage.trigger("edit.redo")
    assert stage.state == after


def _popup(stage: Stage) -> QDialog:
    """The one that opened last."""
    found: list[QDialog] = []

    def opened() -> bool:
        found[:] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
        return bool(found)

    stage.qtbot.waitUntil(opened, timeout=20_000)
    return found[-1]


def _link(stage: Stage) -> None:
    popup = _popup(stage)
    popup.line.setText("https://example.com/new")
    popup.apply.click()


def _picked(stage: Stage) -> None:
    _popup(stage).picked.emit("{{ brand.name }}")


def _coloured(stage: Stage) -> None:
    stage.window.editor.design.formatting.colour("#7a2fb5")


CHOSEN: dict[str, Callable[[Stage], None]] = {
    "text.link": _link, "text.tag": _picked, "text.emoji": _picked, "text.colour": _coloured,
}  # fmt: skip


@pytest.fixture(scope="module")
def plain_mail() -> str:
    """A mail with one text, part of it strong."""
    return (
        "<mjml><mj-body><mj-section><mj-column><mj-text>One <strong>two</strong> three</mj-text>"
        "</mj-column></mj-section></mj-body></mjml>"
    )


@pytest.mark.webengine
def test_each_format_is_undone_and_done_again(stage, plain_mail):
    """What the formatting bar does to selected words is a step like any other."""
    document, shown = stage.document, []
    stage.window.editor.design.shown.connect(shown.append)
    for name in IN_THE_MAIL:
        stage.window.editor.design.text.finish()
        document.replace_text("Plain", plain_mail)
        document.stack.clear()
        stage.qtbot.waitUntil(lambda: bool(shown) and shown[-1] >= document.revision, timeout=20_000)
        _select_words(stage)
        stage.trigger(name)
        if name in CHOSEN:
            CHOSEN[name](stage)
        stage.qtbot.waitUntil(lambda: document.text != plain_mail, timeout=20_000)
        after = document.text
        stage.trigger("edit.undo")
        assert document.text == plain_mail, name
        stage.trigger("edit.redo")
        assert document.text == after, name


def _select_words(stage: Stage) -> None:
    """Write in the only text of the mail, all of it selected."""
    design = stage.window.editor.design
    design.text.start(stage.document.tree.elements("mj-text")[0].id)
    stage.qtbot.waitUntil(lambda: design.text.active, timeout=20_000)
    _in_page(stage, "document.activeElement.isContentEditable")
    design.canvas.run_script("getSelection().selectAllChildren(document.activeElement)")
    _in_page(stage, "String(getSelection()).includes('two')")


def _in_page(stage: Stage, code: str) -> None:
    """Wait until ``code`` is true in the page."""
    answers: list[object] = []

    def asked() -> bool:
        stage.window.editor.design.canvas.run_script(f"Boolean({code})", answers.append)
        return True in answers

    stage.qtbot.waitUntil(asked, timeout=20_000)
