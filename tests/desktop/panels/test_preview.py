"""The preview: the selected template below its line in the inbox."""

from __future__ import annotations

import pytest

from templates.files import write_text

pytestmark = pytest.mark.webengine


def shown(window, qtbot, name: str) -> None:
    window.gallery.select(name)
    qtbot.waitUntil(lambda: not window.jobs.running and window.preview.name == name, timeout=20_000)


def test_the_inbox_line_says_what_a_reader_sees_first(opened, qtbot):
    """Sender, subject and preheader come from the mail as it is built."""
    shown(opened, qtbot, "password-reset.en")
    build = opened.preview.mail.build
    assert opened.preview.inbox.isVisible()
    assert opened.preview.inbox.sender_name.text() == "Kettlewren"
    assert opened.preview.inbox.subject.text() == build.subject != ""
    assert opened.preview.inbox.preheader.text() == build.preheader != ""


def test_another_data_set_fills_the_template_anew(opened, qtbot):
    """The choice lists the template's data sets, and the mail changes with it."""
    shown(opened, qtbot, "welcome.en")
    first = opened.preview.mail.build.html
    sets = opened.preview.data_sets
    assert [sets.itemData(place) for place in range(sets.count())] == ["default", "long", "minimal"]
    sets.setCurrentIndex(sets.findData("minimal"))
    sets.activated.emit(sets.currentIndex())
    qtbot.waitUntil(lambda: opened.preview.mail.data_set == "minimal", timeout=20_000)
    assert opened.preview.mail.build.html != first


def test_the_data_set_stays_from_template_to_template(opened, qtbot):
    """Whoever compares long texts does not choose them again for each template."""
    sets = opened.preview.data_sets
    sets.setCurrentIndex(sets.findData("long"))
    sets.activated.emit(sets.currentIndex())
    shown(opened, qtbot, "password-reset.fr")
    assert opened.preview.mail.data_set == "long"


def test_an_error_is_shown_in_place_and_goes_when_it_is_repaired(opened, qtbot):
    """What happened, file and line, and what to do stand where the mail would be."""
    path = opened.workspace.workspace.root / "templates" / "welcome.en" / "template.mjml"
    text = path.read_text("utf-8")
    write_text(path, "<mjml><mj-body>\n{% if segment.loyalty %}\n</mj-body></mjml>\n")
    opened.refresh()
    qtbot.waitUntil(opened.preview.trouble.isVisible, timeout=20_000)
    assert "templates/welcome.en/template.mjml:2" in opened.preview.trouble.place.text()
    assert opened.preview.trouble.what.text()
    assert opened.preview.trouble.advice.text()
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    assert opened.workspace.model.card("welcome.en").error is not None
    write_text(path, text)
    opened.refresh()
    qtbot.waitUntil(opened.preview.canvas.isVisible, timeout=20_000)


def test_the_file_of_an_error_can_be_shown(opened, qtbot, monkeypatch):
    """A click leads to the template's folder."""
    urls: list[str] = []
    monkeypatch.setattr(opened, "open_url", lambda url: urls.append(url.toLocalFile()))
    opened.preview.reveal.emit("welcome.en")
    assert urls == [str(opened.workspace.workspace.root / "templates" / "welcome.en")]


def test_a_mail_that_comes_too_late_is_dropped(opened, qtbot):
    """Only the template that is selected now is shown."""
    shown(opened, qtbot, "welcome.en")
    late = opened.preview.mail
    shown(opened, qtbot, "welcome.fr")
    opened.preview.show_mail(late)
    assert opened.preview.mail.template == "welcome.fr"


def test_a_picture_that_is_missing_is_no_failure(opened, qtbot):
    """The mail is shown with a broken picture, as a client would."""
    path = opened.workspace.workspace.root / "templates" / "welcome.en" / "template.mjml"
    body = "<mjml><mj-body><mj-section><mj-column>"
    body += '<mj-image src="brands/kettlewren/no.png" alt="no" /></mj-column></mj-section></mj-body></mjml>'
    write_text(path, body)
    opened.preview.ask_for("welcome.en")
    qtbot.waitUntil(lambda: "no.png" in opened.preview.mail.build.html, timeout=20_000)
    assert opened.preview.mail.page.images == {}
