"""Tests of renderers/clients/notes.py and its data."""

from __future__ import annotations

import dataclasses

from renderers.clients.notes import Note, notes, told
from renderers.clients.profile import profiles
from renderers.clients.rules.attribute_rule import AttributeRule
from renderers.clients.rules.declaration_rule import DeclarationRule
from renderers.clients.support import Table, table


def _known(note: Note) -> bool:
    feature = table().features.get(note.feature)
    return feature is not None and note.says in {each.strip() for each in feature.notes.values()}


def test_every_note_is_one_of_the_table():
    """By its very words: a note that a newer table words anew must be read again before it is followed."""
    assert [(note.feature, note.says) for note in notes() if not _known(note)] == []


def test_every_note_is_listed_once_and_means_something():
    """Two entries for one note would apply twice."""
    keys = [(note.feature, note.says) for note in notes()]
    assert len(keys) == len(set(keys))
    assert all(note.rules() for note in notes())


def test_a_note_is_followed_in_the_clients_that_carry_it():
    """The rule comes with the test's own date and the note's number; Apple Mail has no such note."""
    found = [each for each in told("yahoo/ios", "", table(), DeclarationRule) if each.name == "caniemail.css-height"]
    assert [(each.rule.to, each.evidence) for each in found] == [("min-height", found[0].evidence)]
    assert found[0].evidence is not None
    assert dataclasses.astuple(found[0].evidence) == ("caniemail css-height note 1", "2019-09", "certain")
    assert not [each for each in told("apple-mail/ios", "", table(), DeclarationRule) if each.rule.to == "min-height"]


def test_some_notes_hold_for_some_mail_boxes():
    """Gmail's app reads less in a mail box of another house, and shadows only there."""

    def properties(account: str) -> set[str]:
        rules = told("gmail/ios", account, table(), DeclarationRule)
        return {name for each in rules for name in each.rule.properties}

    assert "box-shadow" in properties("google") - properties("other") - properties("")
    assert "object-fit" in properties("other") - properties("google") - properties("")


def test_a_test_that_found_support_outweighs_an_older_partial():
    """GMX was found to support position, and still carries the note that it supports sticky only."""
    cell = table().column("gmx/desktop-webmail")["css-position"]
    assert (cell.code, cell.notes) == ("y", ("2",))
    names = {each.name for each in told("gmx/desktop-webmail", "", table(), DeclarationRule)}
    assert "caniemail.css-position" not in names
    assert "caniemail.css-background" in names


def test_a_table_that_numbers_its_notes_anew_is_understood():
    """Notes are found by their words."""
    feature = table().features["html-dir"]
    notes_anew = {"8" if number == "2" else number: text for number, text in feature.notes.items()}
    stats = {"orange": {"ios": {"2027-01": "a #8"}}}
    rows = Table("2027-01-01", {"html-dir": dataclasses.replace(feature, notes=notes_anew, stats=stats)})
    assert [each.rule.elements for each in told("orange/ios", "", rows, AttributeRule)] == [("table", "td")]


def test_every_client_with_notes_is_told_so():
    """A profile whose client carries such notes lists a stage that follows them, unless its own code is modelled."""
    stages = ("unknown-elements", "at-rules", "selectors", "declarations", "attributes")
    followed = {each.id for each in profiles() for name, settings in each.steps if name in stages and settings["notes"]}
    silent = {
        each.id
        for each in profiles()
        if each.caniemail and each.id not in followed and told(each.caniemail, "", table(), DeclarationRule)
    }
    assert {name.split("-")[0] for name in silent} <= {"outlook", "windows", "proton", "thunderbird", "free"}
