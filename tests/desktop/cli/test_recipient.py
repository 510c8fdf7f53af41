"""``build`` and ``preview`` for members of segments and for one contact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from templates.files import write_text

TEXT = """<mjml><mj-head><mj-title>{{ contact.firstname|default("Hello") }}</mj-title></mj-head><mj-body>
<mj-section><mj-column><mj-text>{% if segment.loyalty %}For regulars{% endif %}
{% if segment.near_event %}Near you{% endif %} {{ contact.birthdate|default("") }}</mj-text></mj-column></mj-section>
</mj-body></mjml>"""
CONTACTS = "E-mail;Prénom;Ville;Loyalty;Date de naissance\nlea@example.com;Léa;New York;oui;24/12/1990\n"


@pytest.fixture
def template(workspace: Path) -> Path:
    folder = workspace / "templates" / "welcome.en"
    write_text(folder / "template.mjml", TEXT)
    return folder


def test_a_member_of_segments(run, template: Path) -> None:
    """Exactly these segments, whatever the data set says; several may be given."""
    write_text(template / "data" / "default.json", '{"var": {}, "data": {}, "segment": {"loyalty": true}}')
    assert "For regulars" in run("build", template).stdout
    near = run("build", template, "--segment", "near_event").stdout
    assert "Near you" in near
    assert "For regulars" not in near
    both = run("build", template, "--segment", "near_event", "--segment", "loyalty").stdout
    assert "Near you" in both
    assert "For regulars" in both


def test_an_unknown_segment_is_answered_with_the_known_ones(run, template: Path) -> None:
    """A typing mistake must not look like an empty mail."""
    done = run("build", template, "--segment", "loyalti")
    assert done.returncode == 1
    assert "There is no segment `loyalti`." in done.stderr
    assert "loyalty, travels, near_event" in done.stderr
    assert not done.stdout


def test_a_contact_of_a_file(run, template: Path, tmp_path: Path) -> None:
    """The row's properties, typed, and the segments whose rules hold for it."""
    write_text(tmp_path / "people.csv", CONTACTS)
    done = run("build", template, "--contact", "Lea@example.com", "--contacts", tmp_path / "people.csv", "--json")
    answer = json.loads(done.stdout)
    assert answer["subject"] == "Léa"
    for words in ("For regulars", "Near you", "1990-12-24"):
        assert words in answer["html"]


def test_contacts_beside_the_workspace_are_found(run, template: Path, workspace: Path) -> None:
    """Without --contacts it is contacts.csv beside workspace.toml; an address that is not in it is said."""
    missing = run("build", template, "--contact", "lea@example.com")
    assert missing.returncode == 1
    assert "There is no contact file." in missing.stderr
    write_text(workspace / "contacts.csv", CONTACTS)
    assert "For regulars" in run("build", template, "--contact", "lea@example.com").stdout
    unknown = run("build", template, "--contact", "nobody@example.com")
    assert unknown.returncode == 1
    assert "`nobody@example.com` in contacts.csv" in unknown.stderr


def test_a_broken_file_and_flags_that_do_not_go_together(run, template: Path, tmp_path: Path) -> None:
    """Each is one sentence with its place."""
    write_text(tmp_path / "people.csv", 'email\n"lea@example.com\n')
    broken = run("build", template, "--contact", "lea@example.com", "--contacts", tmp_path / "people.csv")
    assert "people.csv:2: A quote that is opened in this line is never closed." in broken.stderr.replace("\n", "")
    both = run("build", template, "--contact", "lea@example.com", "--segment", "loyalty")
    assert both.returncode == 1
    assert "Give either --segment or --contact." in both.stderr


@pytest.mark.browser
def test_pictures_for_segments_and_a_contact(run, template: Path, tmp_path: Path, browser_path: Path) -> None:
    """One picture a segment; a contact's is its own and is not kept as the template's."""
    write_text(tmp_path / "people.csv", CONTACTS)
    common = ("preview", template, "--clients", "plain-desktop", "--json", "--out", tmp_path / "out")
    segments = json.loads(run(*common, "--segment", "loyalty", "--segment", "travels").stdout)
    assert [one["segment"] for one in segments] == ["loyalty", "travels"]
    proofs = template.parents[1] / "proofs"
    kept = sorted(proofs.rglob("*"))
    contact = json.loads(run(*common, "--contact", "lea@example.com", "--contacts", tmp_path / "people.csv").stdout)
    assert [Path(one["file"]).is_file() for one in contact] == [True]
    assert sorted(proofs.rglob("*")) == kept


@pytest.mark.parametrize("flags", [["--contacts", "people.csv"], ["--contact", ""], ["--contact", " "]])
@pytest.mark.parametrize("verb", ["build", "preview"])
def test_a_contact_has_to_be_named(run, template: Path, verb: str, flags: list[str]) -> None:
    """A file of contacts alone, or no address, must not look like a mail for everybody."""
    done = run(verb, template, *flags)
    assert done.returncode == 1
    assert "No contact is named. Give --contact with an e-mail address." in done.stderr
    assert not done.stdout
