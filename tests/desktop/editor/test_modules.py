"""Modules beside the mail: saved from it, named in place, put into it linked or as a copy, deleted and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.document import OpenDocument
from desktop.editor import modules as modules_panel
from desktop.editor.modules import ModulesPanel
from desktop.language import set_language
from desktop.live import LiveMailer
from templates.modules import Module, modules, save_module
from templates.source import edit
from templates.source.text_edit import TextEdit
from templates.source.tree import Element
from templates.workspace import Workspace

SECTION = '<mj-section css-class="mw-s-offer">\n  <mj-column><mj-text>Offer</mj-text></mj-column>\n</mj-section>'


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace.open(folder)


@pytest.fixture
def open_document(workspace: Workspace, qapp) -> Iterator[Callable[[str], OpenDocument]]:
    opened = []

    def open_one(name: str) -> OpenDocument:
        opened.append(OpenDocument(workspace, name))
        return opened[-1]

    yield open_one
    for document in opened:
        document.close()
        document.deleteLater()  # with its mailer, before a thread of the next test collects it as garbage
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def document(open_document) -> OpenDocument:
    return open_document("welcome.en")


@pytest.fixture
def panel(jobs, qtbot, document) -> ModulesPanel:
    """The panel beside a template, with what is on disk listed."""
    made = ModulesPanel(jobs)
    qtbot.addWidget(made)
    made.resize(264, 600)
    made.set_document(document, None)
    made.show()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    return made


@pytest.fixture
def settled(jobs, qtbot) -> Callable[[], None]:
    """Wait until nothing is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)

    return wait


def select(document: OpenDocument, label: str) -> Element:
    tree = document.tree
    found = next(each for each in tree.sections() if tree.name_of(each) == label)
    document.select(found.id, "test")
    return found


def select_link(document: OpenDocument, path: str) -> None:
    found = next(one for one in document.tree.elements("mj-include") if one.value("path") == path)
    document.select(found.id, "test")


def offered(panel: ModulesPanel, module: str, settled: Callable[[], None]) -> None:
    """Save a module and choose it in the list."""
    assert panel.document
    save_module(panel.document.workspace, module, SECTION)
    panel.shelf.read()
    settled()
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of(Module(module))))


def names(workspace: Workspace) -> list[str]:
    return [one.name for one in modules(workspace)]


def test_an_empty_list_says_what_to_do(panel):
    """Nobody is left with an empty list; the buttons wait for a selection."""
    assert panel._empty_title.isVisible()
    assert "Select a section" in panel._empty_text.text()
    assert not any(each.isEnabled() for each in (panel.save, panel.link, panel.copy, panel.rename, panel.delete))


def test_a_section_is_saved_and_named_in_its_place(panel, document, workspace, settled, qtbot):
    """It is called like the section; typing gives it another name, and the mail is not touched."""
    before = document.text
    select(document, "steps")
    assert panel.save.isEnabled()
    panel.save.click()
    settled()
    assert names(workspace) == ["steps"]
    text = (workspace.root / "modules" / "steps.mjml").read_text("utf-8")
    assert text.startswith('{% if steps|default("") %}\n<mj-section css-class="mw-s-steps">')
    field = panel.view.findChild(QLineEdit, "name-field")
    assert field.accessibleName() == "Name"
    field.setText("First steps")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.current == Module("first-steps"))
    assert names(workspace) == ["first-steps"]
    assert document.text == before


def test_what_was_saved_can_be_linked_where_it_is(panel, document, workspace, settled):
    """The strip offers it; one undo brings the section back."""
    before = document.text
    select(document, "steps")
    panel.save_selection()
    settled()
    panel.strip._button.click()
    assert 'path="modules/steps.mjml"' in document.text
    assert "mw-s-steps" not in document.text
    document.stack.undo()
    assert document.text == before


def test_a_section_that_changed_meanwhile_stays(panel, document, settled):
    """The link would show something else than what is there, so it is not made."""
    element = select(document, "steps")
    panel.save_selection()
    settled()
    at = document.tree.node(element.id).open_end
    document.edit("Type", [TextEdit(at, at, "\n<mj-column />")])
    before = document.text
    panel.strip._button.click()
    assert document.text == before
    assert "not what was saved" in panel.strip.text


def test_a_second_of_the_name_gets_a_number(panel, document, workspace, settled):
    """Nothing is overwritten by saving twice."""
    select(document, "hero")
    for _ in range(2):
        panel.save_selection()
        settled()
    assert names(workspace) == ["hero", "hero-2"]


def test_outside_of_sections_there_is_nothing_to_save(panel, document, settled):
    """The body, the head and a link are no sections."""
    document.select(document.tree.elements("mj-body")[0].id, "test")
    assert not panel.save.isEnabled()
    panel.save_selection()
    settled()
    assert panel.model.rowCount() == 0


def test_a_module_is_inserted_linked(panel, document, settled):
    """Below what is selected, as one step."""
    offered(panel, "offer", settled)
    before = document.text
    select(document, "hero")
    panel.link.click()
    assert '<mj-include path="modules/offer.mjml" />' in document.text
    document.stack.undo()
    assert document.text == before


def test_enter_and_drag_link_too(panel, document, settled, qtbot):
    """The quickest ways are those that keep mails in step."""
    offered(panel, "offer", settled)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert document.text.count("modules/offer.mjml") == 1


def test_a_module_is_inserted_as_a_copy(panel, document, settled):
    """Its sections stand in the text then, and no link."""
    offered(panel, "offer", settled)
    before = document.text
    panel.copy.click()
    settled()
    assert "mw-s-offer" in document.text
    assert "modules/offer" not in document.text
    document.stack.undo()
    assert document.text == before


def test_a_link_becomes_a_copy(panel, document, settled):
    """Unlinking puts the sections in its place; other shared parts can be unlinked as well."""
    offered(panel, "offer", settled)
    panel.insert_link()
    assert panel.can_unlink
    before = document.text
    panel.unlink()
    assert "mw-s-offer" in document.text
    assert "modules/offer" not in document.text
    document.stack.undo()
    assert document.text == before
    header = next(one.value("path") for one in document.tree.elements("mj-include") if "header" in one.value("path"))
    select_link(document, header)
    panel.unlink()
    assert "mw-s-header" in document.text


def test_what_cannot_be_unlinked_is_said(panel, document, settled):
    """The brand's head has settings that a copy would lose; a missing file cannot be copied."""
    head = next(one.value("path") for one in document.tree.elements("mj-include") if "head.mjml" in one.value("path"))
    select_link(document, head)
    before = document.text
    panel.unlink()
    assert "can only stay linked" in panel.strip.text
    assert document.text == before


def test_a_deleted_module_can_be_brought_back(panel, workspace, settled):
    """The strip says what went, and has the way back."""
    offered(panel, "offer", settled)
    panel.delete.click()
    settled()
    assert names(workspace) == []
    assert "Offer" in panel.strip.text
    panel.strip._button.click()
    settled()
    assert names(workspace) == ["offer"]
    assert panel.strip.isHidden()


def test_a_linked_module_is_not_deleted(panel, document, workspace, settled):
    """Also when the link is not saved yet; the sentence names the template."""
    offered(panel, "offer", settled)
    panel.insert_link()
    panel.delete_current()
    settled()
    assert "welcome.en" in panel.strip.text
    assert names(workspace) == ["offer"]


def test_where_a_module_is_linked_is_counted(panel, document, settled, qtbot):
    """The count follows the text, saved or not."""
    offered(panel, "offer", settled)
    panel.insert_link()
    qtbot.waitUntil(lambda: bool(panel.model.entries[0].users))
    assert panel.model.entries[0].users == ("welcome.en",)
    document.stack.undo()
    qtbot.waitUntil(lambda: not panel.model.entries[0].users)


def test_a_renamed_module_is_followed_by_open_templates(panel, document, open_document, workspace, settled):
    """Those that link it are changed and saved; those on disk are changed there."""
    other = open_document("welcome.fr")
    panel.shelf.opened = lambda: [document, other]
    offered(panel, "offer", settled)
    panel.insert_link()
    document.save()
    panel.model.setData(panel.model.index(0), "Summer deal")
    settled()
    assert names(workspace) == ["summer-deal"]
    assert 'path="modules/summer-deal.mjml"' in document.text
    assert document.is_clean
    assert document.text == workspace.template("welcome.en").text()
    assert other.is_clean


@pytest.mark.parametrize(("title", "said"), [("!!!", "cannot be a module's name"), ("Other", "already")])
def test_a_name_that_cannot_be_is_said(panel, workspace, settled, title, said):
    """The module keeps its own."""
    save_module(workspace, "other", SECTION)
    offered(panel, "offer", settled)
    panel.model.setData(panel.model.index(panel.model.row_of(Module("offer"))), title)
    settled()
    assert said in panel.strip.text
    assert names(workspace) == ["offer", "other"]


def test_a_module_follows_the_section_it_was_made_of(panel, document, workspace, settled):
    """Replacing it changes every mail that links it; the strip has the way back."""
    offered(panel, "offer", settled)
    select(document, "hero")
    assert panel.can_replace
    panel.replace_current()
    settled()
    path = workspace.root / "modules" / "offer.mjml"
    assert "mw-s-hero" in path.read_text("utf-8")
    assert "Offer" in panel.strip.text
    panel.strip._button.click()
    settled()
    assert path.read_text("utf-8") == SECTION + "\n"


def test_open_mails_show_the_new_module(panel, document, jobs, settled, qtbot):
    """Whatever is open and links it is built anew."""
    offered(panel, "offer", settled)
    live = LiveMailer(document, jobs)
    panel.insert_link()
    select(document, "hero")
    panel.replace_current()
    qtbot.waitUntil(lambda: live.view and live.view.mail.html.count("hero-welcome.png") == 2, timeout=20_000)
    settled()


def test_a_module_is_not_put_into_itself(panel, document, workspace, settled):
    """A wrapper around its link cannot be what it holds."""
    offered(panel, "offer", settled)
    body = document.tree.elements("mj-body")[0]
    wrapper = f'<mj-wrapper css-class="mw-s-around">{Module("offer").link}</mj-wrapper>'
    document.edit("Insert", edit.insert(document.tree, body, wrapper, "inside"))
    select(document, "around")
    panel.replace_current()
    settled()
    assert "link to itself" in panel.strip.text
    assert (workspace.root / "modules" / "offer.mjml").read_text("utf-8") == SECTION + "\n"


def test_unsaved_changes_hold_a_rename_up(panel, document, workspace, settled):
    """Otherwise the mail on disk would have a link to nowhere."""
    offered(panel, "offer", settled)
    panel.insert_link()
    panel.model.setData(panel.model.index(0), "Summer deal")
    settled()
    assert "unsaved changes" in panel.strip.text
    assert names(workspace) == ["offer"]


def test_in_a_read_only_template_modules_are_looked_at(panel, open_document, settled):
    """Nothing is inserted, renamed or deleted there."""
    offered(panel, "offer", settled)
    panel.set_document(open_document("welcome.en"), None)
    settled()
    assert panel.model.rowCount() == 1
    panel.view.setCurrentIndex(panel.model.index(0))
    assert not any(each.isEnabled() for each in (panel.save, panel.link, panel.copy, panel.rename, panel.delete))
    panel.set_document(None, None)
    assert panel.model.rowCount() == 0


def test_a_right_click_offers_the_actions(panel, settled, monkeypatch):
    """On a card, not beside one."""
    shown = []
    monkeypatch.setattr(modules_panel, "show_context_menu", lambda widget, ids, at: shown.append(ids))
    offered(panel, "offer", settled)
    panel._menu(panel.view.visualRect(panel.model.index(0)).center())
    panel._menu(panel.view.viewport().rect().bottomRight())
    assert shown == [modules_panel.MENU]


def test_every_control_has_a_name(panel):
    """In both languages."""
    for language in ("en", "fr"):
        set_language(language)
        for control in (panel.view, panel.rename, panel.delete):
            assert control.accessibleName()
        for control in (panel.save, panel.link, panel.copy):
            assert control.text()
    set_language("en")
