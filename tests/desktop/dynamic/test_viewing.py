"""Choosing whom the mail is shown for: stepping, contact files, and what is known the next time."""

from __future__ import annotations

import pytest

from desktop.document import OpenDocument
from desktop.dynamic.remembered import recall
from desktop.dynamic.viewing import Position, Viewing
from desktop.live import LiveMailer
from templates.dynamic.view import BY_DATA, WHOLE, Recipient
from templates.files import write_text
from templates.workspace import Workspace

CONTACTS = "email,firstname,loyalty\nlea@example.com,Léa,true\nmax@example.com,Max,false\nzoe@example.com,Zoé,false\n"


@pytest.fixture
def open_(folder, jobs, qtbot):
    """Open a document as the editor does, each time with a mailer and a viewing of their own."""
    made = []

    def open_one(name: str = "welcome.en", viewing: Viewing | None = None) -> Viewing:
        document = OpenDocument(Workspace.open(folder), name)
        made.append(document)
        viewing = viewing or Viewing(jobs, jobs)  # ends with the jobs, on this thread
        viewing.show_document(document, LiveMailer(document, jobs))
        return viewing

    yield open_one
    qtbot.waitUntil(lambda: not jobs.running)
    for document in made:
        document.close()
        document.deleteLater()


@pytest.fixture
def contacts(tmp_path):
    path = tmp_path / "people.csv"
    write_text(path, CONTACTS)
    return path


@pytest.fixture
def with_contacts(open_, contacts, qtbot):
    viewing = open_()
    with qtbot.waitSignal(viewing.changed, check_params_cb=lambda: viewing.source is not None):
        viewing.choose_file(contacts)
    return viewing


def test_stepping_through_segments_goes_round(open_):
    """Each segment of the workspace, then who is in none, then the first again; backwards as well."""
    viewing = open_()
    viewing.show_segments("travels")
    assert viewing.position == Position(2, 4)
    seen = []
    for _ in range(4):
        viewing.step(1)
        seen.append(viewing.recipient.segments)
    assert seen == [("near_event",), (), ("loyalty",), ("travels",)]
    viewing.step(-1)
    assert viewing.recipient == Recipient.in_segments("loyalty")
    viewing.show_segments("loyalty", "near_event")
    viewing.step(1)
    assert viewing.recipient == Recipient.in_segments()


def test_the_other_views_have_nothing_to_step_through(open_):
    """The whole mail and the data set are one mail each."""
    viewing = open_()
    for show, recipient in ((viewing.show_whole, WHOLE), (viewing.show_by_data, BY_DATA)):
        show()
        assert viewing.position == Position()
        viewing.step(1)
        assert viewing.recipient == recipient


def test_a_chosen_file_shows_its_first_contact_and_is_stepped_through(with_contacts):
    """The contacts come in the order of the file, round and round."""
    viewing = with_contacts
    assert (viewing.recipient.contact["firstname"], viewing.position) == ("Léa", Position(1, 3))
    viewing.step(-1)
    assert (viewing.recipient.contact["firstname"], viewing.position) == ("Zoé", Position(3, 3))
    viewing.step(1)
    assert viewing.position == Position(1, 3)
    assert [place for place, _ in viewing.find("zoe", 5)] == [2]
    viewing.show_contact(1)
    assert viewing.recipient.contact == {"email": "max@example.com", "firstname": "Max", "loyalty": False}


def test_a_broken_file_is_said_and_changes_nothing(open_, tmp_path, qtbot):
    """The mail stays as it was, and the error names the line."""
    viewing = open_()
    path = tmp_path / "broken.csv"
    write_text(path, 'email\n"a\n')
    with qtbot.waitSignal(viewing.failed) as failed:
        viewing.choose_file(path)
    assert failed.args[0].place.line == 2
    assert (viewing.recipient, viewing.source) == (BY_DATA, None)


def test_the_choice_is_there_when_the_document_is_opened_again(with_contacts, open_, qtbot):
    """A contact is found again by address once the file is read; segments and the whole mail at once."""
    workspace = with_contacts.workspace
    with_contacts.show_contact(1)
    qtbot.waitUntil(lambda: recall(workspace, "welcome.en").email == "max@example.com")
    again = open_()
    qtbot.waitUntil(lambda: again.recipient.kind == "contact")
    assert again.recipient.contact["firstname"] == "Max"
    assert again.position == Position(2, 3)
    again.show_whole()
    again.show_document(None, None)
    assert open_().recipient == WHOLE
    assert open_("welcome.fr").recipient == BY_DATA


def test_a_segment_that_is_gone_is_not_shown_again(open_, folder):
    """Then the mail is shown as its data says."""
    viewing = open_()
    viewing.show_segments("travels")
    viewing.show_document(None, None)
    write_text(folder / "segments.toml", "segments = []\n")
    assert open_().recipient == BY_DATA


def test_a_segment_that_is_deleted_or_broken_meanwhile(open_, folder):
    """What is left of the choice is shown, in the end the data set; a file that cannot be read changes nothing."""
    viewing = open_()
    viewing.show_segments("travels", "loyalty")
    write_text(folder / "segments.toml", '[[segments]]\nid = "loyalty"\n')
    viewing.follow_segments()
    assert viewing.recipient == Recipient.in_segments("loyalty")
    write_text(folder / "segments.toml", "[[segments\n")
    viewing.follow_segments()
    assert viewing.recipient == Recipient.in_segments("loyalty")
    assert viewing.position == Position(0, 1)
    write_text(folder / "segments.toml", "segments = []\n")
    viewing.follow_segments()
    assert viewing.recipient == BY_DATA
    viewing.show_segments()
    viewing.follow_segments()
    assert viewing.recipient == Recipient.in_segments()


def test_each_document_has_its_own_recipient(open_):
    """Going to another document and back changes nothing."""
    viewing = open_()
    viewing.show_whole()
    first = (viewing.document, viewing.live)
    open_("welcome.fr", viewing)
    viewing.show_segments("loyalty")
    viewing.show_document(*first)
    assert viewing.recipient == WHOLE


def test_a_file_that_is_gone_or_a_contact_that_is_gone(open_, contacts, with_contacts, qtbot):
    """Without the contact the mail is shown as its data says, and the other contacts are there."""
    with_contacts.show_contact(2)
    with_contacts.show_document(None, None)
    write_text(contacts, CONTACTS.replace("zoe@", "eve@"))
    again = open_()
    qtbot.waitUntil(lambda: again.source is not None)
    assert again.recipient == BY_DATA
    assert again.source.count == 3
    contacts.unlink()
    assert open_().source is None


def test_the_sample_contacts_are_one_step_away(open_, qtbot):
    """Sixty people who ship with the application."""
    viewing = open_()
    viewing.use_samples()
    qtbot.waitUntil(lambda: viewing.position.count == 60)
    assert viewing.recipient.contact["email"].endswith("@example.com")
