"""What a condition keeps out of the mail that is shown is said, with the way to see it."""

from __future__ import annotations

import pytest

from desktop.document import OpenDocument
from desktop.dynamic.hidden_note import HiddenNote
from desktop.dynamic.viewing import Viewing
from desktop.live import LiveMailer
from templates.workspace import Workspace

MAIL = """<mjml><mj-body>
{% if segment.loyalty %}<mj-section css-class="mw-s-one"><mj-column><mj-text>One</mj-text></mj-column></mj-section>
{% endif %}<mj-section css-class="mw-s-two"><mj-column><mj-text>Two</mj-text></mj-column></mj-section>
</mj-body></mjml>
"""


@pytest.fixture
def viewing(folder, jobs, qtbot):
    """A mail with a section that its data hides."""
    workspace = Workspace.open(folder)
    workspace.template("welcome.en").mjml_path.write_text(MAIL, "utf-8")
    document = OpenDocument(workspace, "welcome.en")
    live, made = LiveMailer(document, jobs), Viewing(jobs)
    made.show_document(document, live)
    with qtbot.waitSignal(live.built, timeout=20_000):
        live.start()
    yield made
    made.show_document(None, None)
    document.close()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    document.deleteLater()


def test_a_hidden_component_is_said_and_can_be_seen(viewing: Viewing, qtbot) -> None:
    """For the section and what is in it, not for what is seen; the button shows the whole mail."""
    note = HiddenNote()
    qtbot.addWidget(note)
    tree = viewing.document.tree
    one, two = tree.sections()
    for node, hidden in ((one, True), (two, False), (tree.elements("mj-text")[0], True)):
        note.show_for(viewing, node.id)
        assert note.isHidden() is not hidden
    with qtbot.waitSignal(viewing.live.built, timeout=20_000):
        note.show_whole.click()
    note.show_for(viewing, one.id)
    assert note.isHidden()


def test_nothing_is_said_before_the_mail_is_known(viewing: Viewing, qtbot) -> None:
    """While the mail of an edit is on its way, it stays as it was; without a selection there is nothing to say."""
    note = HiddenNote()
    qtbot.addWidget(note)
    document = viewing.document
    one = document.tree.sections()[0]
    note.show_for(viewing, one.id)
    document.edit("Change", [], origin="test")
    note.show_for(viewing, one.id)
    assert not note.isHidden()
    note.show_for(viewing, 0)
    assert note.isHidden()
