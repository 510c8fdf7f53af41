"""The two examples that mail services publish: a promotion for loyalty members, an event for those who live nearby."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from templates.assemble import assemble
from templates.dynamic.contact_file import parse_contacts
from templates.dynamic.properties import load_properties
from templates.dynamic.variants import coverage, principle, reached, study
from templates.dynamic.view import Recipient, asked
from templates.workspace import Workspace

MAIL = """<mjml><mj-body>
  <mj-section css-class="mw-s-intro"><mj-column><mj-text>Autumn news</mj-text></mj-column></mj-section>
  {% if segment.loyalty %}
  <mj-section css-class="mw-s-promo"><mj-column><mj-text>Your code: LOYAL15</mj-text></mj-column></mj-section>
  {% endif %}
  {% if segment.near_event %}
  <mj-section css-class="mw-s-event"><mj-column><mj-text>Meet us in New York</mj-text></mj-column></mj-section>
  {% endif %}
  {% if contact.city|default("") == "New York" and not segment.loyalty %}
  <mj-section css-class="mw-s-join"><mj-column><mj-text>Join and save</mj-text></mj-column></mj-section>
  {% endif %}
</mj-body></mjml>
"""
CONTACTS = """email,firstname,city,loyalty
ann@example.com,Ann,New York,true
bob@example.com,Bob,New York,false
cleo@example.com,Cleo,Paris,true
dan@example.com,Dan,Paris,
eve@example.com,Eve,,true
"""
PROMO, EVENT, JOIN = "LOYAL15", "Meet us in New York", "Join and save"


@pytest.fixture(scope="module")
def workspace(twenty: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the mail; its segments and properties are those that every new one has."""
    made = Workspace.open(shutil.copytree(twenty.root, tmp_path_factory.mktemp("published") / "sample"))
    folder = made.root / "templates" / "autumn.en"
    folder.mkdir()
    (folder / "template.mjml").write_text(MAIL, "utf-8")
    (folder / "template.toml").write_text('kind = "marketing"\n', "utf-8")
    return made


def test_each_segment_sees_its_own_sections(workspace: Workspace) -> None:
    """Members see the code, residents the event and, not being members, the invitation; the others see neither."""
    read = study(workspace, "autumn.en")
    labels = [read.components[index].label for index in read.rows]
    shown = {
        column.segment: {label for label, cell in zip(labels, column.cells, strict=True) if cell.shows == "always"}
        for column in coverage(read).columns
    }
    assert shown == {
        "loyalty": {"intro", "promo"},
        "travels": {"intro"},
        "near_event": {"intro", "event", "join"},
        "": {"intro"},
    }


def test_each_mail_reaches_the_contacts_that_it_is_for(workspace: Workspace) -> None:
    """A small file of contacts: four different mails, and how many get each."""
    read = study(workspace, "autumn.en")
    table = parse_contacts(CONTACTS.encode(), load_properties(workspace), Path("contacts.csv"))
    counted = reached(read, table)
    reach = {
        frozenset(read.components[index].label for index in one.shown) - {"intro"}: one.count
        for one in counted.variants
    }
    assert reach == {
        frozenset(["promo"]): 2,
        frozenset(["promo", "event"]): 1,
        frozenset(["event", "join"]): 1,
        frozenset(): 1,
    }
    assert counted.empty == 0
    assert [counted.variants[0].count, counted.variants[0].example] == [2, 2]


@pytest.mark.parametrize(
    ("segments", "words"),
    [(["loyalty"], [PROMO]), (["near_event"], [EVENT]), (["loyalty", "near_event"], [PROMO, EVENT]), ([], [])],
)
def test_the_mail_that_is_built_has_these_sections(workspace: Workspace, segments: list[str], words: list[str]) -> None:
    """What the reasoning says is what a build for the segments contains."""
    html = assemble(workspace, "autumn.en", segments=frozenset(segments)).html
    assert [each for each in (PROMO, EVENT) if each in html] == words


def test_there_are_four_mails_in_principle(workspace: Workspace) -> None:
    """Living in New York and being near the event are one and the same, so there are four mails and not eight."""
    found = principle(study(workspace, "autumn.en"))
    assert (found.count, found.bound) == (4, "exactly")


def test_starters_reach_what_their_builds_contain(twenty: Workspace) -> None:
    """The summer newsletter: for each segment the sections that always show are those of the built mail."""
    read = study(twenty, "summer-newsletter.en")
    for column in coverage(read).columns:
        member = asked(twenty, "summer-newsletter.en", Recipient.in_segments(*column.members))
        html = assemble(twenty, "summer-newsletter.en", **member).html
        for index, cell in zip(read.rows, column.cells, strict=True):
            component = read.components[index]
            if component.label and component.conditional:
                assert (f"mw-s-{component.label}" in html) == (cell.shows == "always"), component.label


def test_every_starter_can_be_studied(twenty: Workspace) -> None:
    """Their conditions are read, none is dead, and no mail is empty."""
    for folder in twenty.templates()[::2]:
        read = study(twenty, folder.name)
        kinds = {finding.kind for finding in coverage(read).findings()}
        assert not kinds & {"dead", "unknown-segment", "empty"}, folder.name
        assert principle(read).count >= 1
