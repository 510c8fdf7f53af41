"""The document as a mail: built off the GUI thread, the newest text wins."""

from __future__ import annotations

import json
import re

import pytest

from desktop.document import OpenDocument
from desktop.live import LiveMailer
from templates.assemble import assemble
from templates.dynamic.view import WHOLE, Recipient
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace


@pytest.fixture
def live(qapp, folder, jobs, qtbot):
    """The welcome mail with its mailer."""
    document = OpenDocument(Workspace.open(folder), "welcome.en")
    made = LiveMailer(document, jobs)
    yield made
    qtbot.waitUntil(lambda: not jobs.running)
    document.close()
    document.deleteLater()


def test_the_first_mail_carries_the_id_of_every_component(live, qtbot):
    """Each component of the document's body is found in the HTML by its class."""
    with qtbot.waitSignal(live.built) as built:
        live.start()
    (view,) = built.args
    marked = {int(number) for number in re.findall(r"mw-n-(\d+)", view.mail.html)}
    sections = {section.id for section in live.document.tree.sections()}
    assert sections <= marked
    names = {live.document.tree.node(number).name for number in marked}
    assert {"mj-include", "mj-section", "mj-column", "mj-text"} <= names
    assert view.images


def test_the_marks_take_no_class_away(live, qtbot):
    """Links, dark rules and phone rules of the brand's head hold in the canvas: it is the mail that is sent."""
    with qtbot.waitSignal(live.built) as built:
        live.start()
    sent = assemble(live.document.workspace, "welcome.en").html_before_inlining
    shown = re.sub(r" ?mw-n-\d+(-outlook)?", "", built.args[0].mail.html)
    assert sent.count("mw-text") > 3
    for name in ("mw-text", "mw-muted", "mw-button", "mw-balance"):
        assert shown.count(name) == sent.count(name)


def test_typing_shows_the_newest_text(live, qtbot):
    """Of several quick changes the last is what is shown in the end; the revision says which."""
    with qtbot.waitSignal(live.built):
        live.start()
    at = live.document.text.index("</mj-text>")
    for character in "xyz":
        live.document.edit("Typing", [TextEdit(at, at, character)])
    qtbot.waitUntil(lambda: live.view.revision == live.document.revision)
    assert "zyx" in live.view.mail.html


def test_a_broken_text_keeps_the_last_mail_and_says_where(live, qtbot):
    """An error has its place; the mail comes back when the text is well again."""
    with qtbot.waitSignal(live.built):
        live.start()
    view = live.view
    at = live.document.text.index("</mj-text>")
    with qtbot.waitSignal(live.failed) as failed:
        live.document.edit("Typing", [TextEdit(at, at, "{{ nobody. }}")])
    assert failed.args[0].place.line == live.document.text[:at].count("\n") + 1
    assert live.view is view
    with qtbot.waitSignal(live.built):
        live.document.stack.undo()


def test_the_mail_is_checked_and_weighed_when_typing_rests(live, qtbot):
    """The findings are those of the text, and the weight in bytes is that of the mail as it is sent."""
    with qtbot.waitSignal(live.checked) as checked:
        live.start()
    (found,) = checked.args
    assert found.error is None
    sent = assemble(live.document.workspace, "welcome.en")
    assert abs(found.weight - len(sent.html.encode())) < 100  # white space between sections
    with qtbot.waitSignal(live.checked) as checked:
        at = live.document.text.index("<mj-button") + len("<mj-button")
        live.document.edit("Typing", [TextEdit(at, at, ' colour="red"')])
    assert any("colour" in finding.message for finding in checked.args[0].findings)


def test_other_data_and_a_data_set_that_is_being_edited_are_shown(live, qtbot):
    """The mail follows the choice of the data set, and its text before it is saved."""
    with qtbot.waitSignal(live.built):
        live.start()
    with qtbot.waitSignal(live.built) as built:
        live.show_data("long")
    assert built.args[0].shown.data == "long"
    text = live.document.text
    at = text.index("</mj-text>")
    live.document.edit("Typing", [TextEdit(at, at, "{{ shown_word }}")])
    with qtbot.waitSignal(live.built, timeout=5000):
        data = json.loads(live.document.side("data/long.json"))
        data["var"]["shown_word"] = "Kingfisher"
        live.document.set_side("Data", "data/long.json", json.dumps(data))
    qtbot.waitUntil(lambda: "Kingfisher" in live.view.mail.html)


CONDITIONAL = """<mjml><mj-body>
{% if segment.loyalty %}
<mj-section><mj-column><mj-text>For regulars {{ code }}</mj-text></mj-column></mj-section>
{% else %}
<mj-section><mj-column><mj-text>For others {{ contact.firstname|default("you") }}</mj-text></mj-column></mj-section>
{% endif %}
</mj-body></mjml>
"""


def shows(live, qtbot, act) -> str:
    """The HTML that comes of ``act``; a mail that was being built before it may come first."""

    def is_it(view) -> bool:
        return view.shown is live.shown and view.revision == live.document.revision

    with qtbot.waitSignal(live.built, check_params_cb=is_it) as built:
        act()
    return built.args[0].mail.html


def test_the_mail_follows_the_recipient(live, qtbot):
    """The whole mail has both branches and what is missing in it, a segment its own, a contact what the rules say."""
    document = live.document
    document.edit("Text", [TextEdit(0, len(document.text), CONDITIONAL)])
    document.set_side("Data", "data/default.json", '{"var": {}, "data": {"firstname": "Ada"}, "segment": {}}')
    assert "For others Ada" in shows(live, qtbot, live.start)
    whole = shows(live, qtbot, lambda: live.show_recipient(WHOLE))
    assert "For regulars" in whole
    assert "For others Ada" in whole
    contact = Recipient.person({"email": "lea@example.com", "loyalty": False})
    assert "For others you" in shows(live, qtbot, lambda: live.show_recipient(contact))
    with qtbot.waitSignal(live.failed) as failed:  # a member would get no mail: the code is nowhere
        live.show_recipient(Recipient.in_segments("loyalty"))
    assert failed.args[0].place.line == 3


def test_in_the_whole_mail_words_are_typed_and_faults_have_their_line(live, qtbot):
    """The openings move along with words; a new tag is filled at once; an error names the line of the source."""
    document = live.document
    document.edit("Text", [TextEdit(0, len(document.text), CONDITIONAL)])
    assert "For regulars" in shows(live, qtbot, lambda: live.show_recipient(WHOLE))
    at = document.text.index("For others")
    for place, character in enumerate("Not "):
        document.edit("Typing", [TextEdit(at + place, at + place, character)])
    qtbot.waitUntil(lambda: live.view.revision == document.revision)
    assert "Not For others" in live.view.mail.html
    at = document.text.index("For regulars")
    document.edit("Typing", [TextEdit(at, at, "{{ unheard.of }} ")])
    qtbot.waitUntil(lambda: live.view.revision == document.revision)
    assert "For regulars" in live.view.mail.html
    with qtbot.waitSignal(live.failed) as failed:
        document.edit("Typing", [TextEdit(at, at, "{{ 1 + }}")])
    assert failed.args[0].place.line == 3


def test_the_check_is_of_the_mail_that_is_sent(live, qtbot):
    """Samples are for looking at: what the data lacks is still said."""
    document = live.document
    text = CONDITIONAL.replace("{{ code }}", "").replace("For others", "{{ nobody }}")
    document.edit("Text", [TextEdit(0, len(document.text), text)])
    with qtbot.waitSignal(live.checked) as checked:
        live.show_recipient(WHOLE)
    assert live.view is not None
    assert checked.args[0].error.values["name"] == "nobody"
