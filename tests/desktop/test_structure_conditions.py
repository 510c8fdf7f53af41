"""Conditions, alternatives and loops around components: each one exact step, with the right thing selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop import structure, structure_conditions
from desktop.document import OpenDocument
from templates.compile.pipeline import build_tagged
from templates.source.loop import Loop
from templates.source.tree import Element
from templates.workspace import Workspace

MAIL = """\
<mjml>
  <mj-body>
    <mj-section css-class="mw-s-one">
      <mj-column><mj-text>First</mj-text></mj-column>
      <mj-column><mj-text>Beside</mj-text></mj-column>
    </mj-section>

    {% if segment.vip %}
    <mj-section css-class="mw-s-two">
      <mj-column><mj-text>Second</mj-text></mj-column>
    </mj-section>
    {% endif %}
    <mj-section css-class="mw-s-three"><mj-column><mj-text>Third</mj-text></mj-column></mj-section>
  </mj-body>
</mjml>
"""


@pytest.fixture
def open_mail(qapp, folder: Path) -> Iterator[Callable[[str], OpenDocument]]:
    """Open a text as a document."""
    made = []

    def make(text: str = MAIL) -> OpenDocument:
        workspace = Workspace.open(folder)
        workspace.template("welcome.en").mjml_path.write_text(text, "utf-8")
        made.append(OpenDocument(workspace, "welcome.en"))
        return made[-1]

    yield make
    for document in made:
        document.close()
        document.deleteLater()


@pytest.fixture
def document(open_mail) -> OpenDocument:
    return open_mail(MAIL)


def choose(document: OpenDocument, label: str) -> Element:
    """Select the section of that label."""
    found = next(one for one in document.tree.sections() if document.tree.name_of(one) == label)
    document.select(found.id, "test")
    return found


def chosen(document: OpenDocument) -> str:
    return document.tree.name_of(document.selected_element) if document.selected_element else ""


def there_and_back(document: OpenDocument, before: str) -> None:
    """What was done is one step, taken back and done again to the byte; what was selected then is selected again."""
    after, label = document.text, chosen(document)
    number = [one.id for one in document.tree.sections()].index(document.selected) if label else -1
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after
    if label:
        document.select(document.tree.sections()[number].id, "test")


def test_a_condition_comes_changes_and_goes(document):
    """On lines of its own; changed in place; without it the text is what it was."""
    choose(document, "one")
    assert structure_conditions.set_condition(document, 'contact.city|default("") == "Paris"')
    assert '{% if contact.city|default("") == "Paris" %}\n    <mj-section css-class="mw-s-one">' in document.text
    there_and_back(document, MAIL)
    assert structure_conditions.set_condition(document, "segment.b")
    assert document.text.count("{% if") == 2
    assert "{% if segment.b %}" in document.text
    assert not structure_conditions.set_condition(document, "segment.b")
    assert not structure_conditions.set_condition(document, "")
    assert structure_conditions.remove_condition(document)
    assert document.text == MAIL
    assert not structure_conditions.remove_condition(document)
    assert not structure_conditions.set_condition(document, "")


def test_a_copy_is_shown_otherwise(document):
    """It is selected, and becomes an alternative with a test of its own, and one for all others again."""
    choose(document, "two")
    assert [kind for kind, _ in structure_conditions.sources(document.tree, document.selected_element)] == [
        *("copy", "above", "below"),
    ]
    assert structure_conditions.add_alternative(document, "copy")
    there_and_back(document, MAIL)
    assert document.text.count("mw-s-two") == 2
    copies = [one for one in document.tree.sections() if document.tree.name_of(one) == "two"]
    assert document.selected == copies[1].id
    assert structure_conditions.set_condition(document, "segment.new")
    assert "{% elif segment.new %}" in document.text
    assert structure_conditions.set_condition(document, "")
    assert "{% else %}" in document.text
    assert structure_conditions.remove_branch(document, 1)
    assert document.text == MAIL
    assert chosen(document) == "two"


@pytest.mark.parametrize(("source", "label"), [("above", "one"), ("below", "three")])
def test_a_neighbour_moves_in(source, label, document):
    """What stood above or below is what the others see; it is selected."""
    choose(document, "two")
    assert structure_conditions.add_alternative(document, source)
    tree = document.tree
    assert [tree.name_of(one) for one in tree.sections()].index(label) == (1 if source == "above" else 2)
    assert chosen(document) == label
    assert tree.blocks(document.selected_element)[0].branches[1].statement.keyword == "else"
    there_and_back(document, MAIL)


def test_a_neighbour_keeps_its_own_condition_as_its_test(open_mail):
    """Two conditions one after the other become one with two branches."""
    document = open_mail(
        "<mjml><mj-body>{% if segment.a %}<mj-section />{% endif %}"
        '{% if not segment.a %}<mj-section css-class="mw-s-b" />{% endif %}</mj-body></mjml>'
    )
    document.select(document.tree.sections()[0].id, "test")
    assert structure_conditions.add_alternative(document, "below")
    assert document.text == (
        "<mjml><mj-body>{% if segment.a %}<mj-section />"
        '{% elif not segment.a %}<mj-section css-class="mw-s-b" />{% endif %}</mj-body></mjml>'
    )
    assert chosen(document) == "b"


def test_alternatives_change_places(document):
    """With their tests; what moved is selected, and what is for all others stays the last."""
    choose(document, "two")
    structure_conditions.add_alternative(document, "below", "segment.b")
    structure_conditions.add_alternative(document, "copy")
    choose(document, "three")
    before = document.text
    assert structure_conditions.move_branch(document, 1, -1)
    assert document.text.index("{% if segment.b %}") < document.text.index("mw-s-three")
    assert document.text.index("mw-s-three") < document.text.index("{% elif segment.vip %}")
    assert chosen(document) == "three"
    there_and_back(document, before)
    assert not structure_conditions.move_branch(document, 1, 1)
    assert not structure_conditions.move_branch(document, 7, 1)
    assert structure_conditions.remove_branch(document, 0)
    assert "segment.b" not in document.text
    assert chosen(document) == "two"


def test_the_condition_of_many_is_changed_by_its_level(open_mail):
    """Without a level a component in a condition with others gets one of its own."""
    document = open_mail("<mjml><mj-body>{% if a %}<mj-section /><mj-section />{% endif %}</mj-body></mjml>")
    document.select(document.tree.sections()[1].id, "test")
    assert structure_conditions.set_condition(document, "b", level=0)
    assert "{% if b %}<mj-section /><mj-section />{% endif %}" in document.text
    assert structure_conditions.set_condition(document, "c")
    assert "{% if b %}<mj-section />{% if c %}<mj-section />{% endif %}{% endif %}" in document.text
    assert not structure_conditions.remove_condition(document, level=7)


def test_a_loop_comes_changes_and_goes(document):
    """With a limit; a new name is that of its tags too."""
    section = choose(document, "one")
    text = document.tree.elements("mj-text")[0]
    assert structure_conditions.set_loop(document, Loop("offer", "offers", 3))
    there_and_back(document, MAIL)
    assert '{% for offer in offers[:3] %}\n    <mj-section css-class="mw-s-one">' in document.text
    assert structure_conditions.set_loop(document, Loop("one", "offers"), section.id)
    assert "{% for one in offers %}" in document.text
    assert structure_conditions.remove_loop(document)
    assert document.text == MAIL
    assert not structure_conditions.remove_loop(document, text.id)


def test_a_column_with_a_condition_gets_its_width(document):
    """So that the mail can still go out with its tags; the columns beside it too."""
    column = document.tree.elements("mj-column")[1]
    assert structure_conditions.set_condition(document, "segment.vip", column.id)
    assert document.text.count('<mj-column width="50%">') == 2
    build_tagged(document.text)
    assert structure_conditions.add_alternative(document, "copy", node_id=document.tree.elements("mj-column")[1].id)
    build_tagged(document.text)


KINDS = {
    "mj-wrapper": "<mj-wrapper><mj-section /></mj-wrapper>",
    "mj-section": "<mj-section />",
    "mj-hero": "<mj-hero><mj-text>a</mj-text></mj-hero>",
    "mj-column": "<mj-section><mj-column><mj-text>a</mj-text></mj-column><mj-column /></mj-section>",
    "mj-group": "<mj-section><mj-group><mj-column /></mj-group></mj-section>",
    **{
        name: f"<mj-section><mj-column>{source}<mj-divider /></mj-column></mj-section>"
        for name, source in {
            "mj-text": "<mj-text>a</mj-text>",
            "mj-image": '<mj-image src="a.png" alt="" />',
            "mj-button": '<mj-button href="/">a</mj-button>',
            "mj-table": "<mj-table><tr><td>a</td></tr></mj-table>",
            "mj-social-element": '<mj-social><mj-social-element name="x" href="/">a</mj-social-element></mj-social>',
            "mj-navbar-link": '<mj-navbar><mj-navbar-link href="/">a</mj-navbar-link></mj-navbar>',
        }.items()
    },
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_component_can_have_both(name, open_mail):
    """A condition with an alternative in a loop: the mail still goes out with its tags, and all can be taken back."""
    document = open_mail(f"<mjml><mj-body>{KINDS[name]}</mj-body></mjml>")
    before = document.text
    document.select(document.tree.elements(name)[0].id, "test")
    assert structure_conditions.set_condition(document, "segment.vip")
    assert structure_conditions.add_alternative(document, "copy")
    assert structure_conditions.set_loop(document, Loop("item", "items", 2))
    assert {"{% if segment.vip %}", "{% else %}", "{% endif %}", "{% for item in items[:2] %}", "{% endfor %}"} <= set(
        _tags(build_tagged(document.text).html)
    )
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == before


def _tags(html: str) -> list[str]:
    return [f"{{%{part.partition('%}')[0]}%}}" for part in html.split("{%")[1:]]


def test_what_there_is_not_is_not_changed(document):
    """Without a selection, for the frame of the mail, without a condition: nothing happens."""
    verbs = structure_conditions
    body = document.tree.elements("mj-body")[0].id
    assert not verbs.set_condition(document, "a")
    assert not verbs.set_condition(document, "a", body)
    assert not verbs.set_loop(document, Loop("a", "b"), body)
    choose(document, "one")
    assert verbs.sources(document.tree, document.selected_element) == []
    assert not verbs.add_alternative(document, "copy")
    assert not verbs.move_branch(document, 0, 1)
    assert not verbs.remove_branch(document, 0)
    choose(document, "three")
    assert not verbs.remove_loop(document)
    assert not structure.unwrap(document)
    assert document.text == MAIL


@pytest.mark.parametrize("remove", [structure.unwrap, structure_conditions.remove_condition])
def test_what_goes_with_a_condition_is_told(open_mail, remove) -> None:
    """Only the branch at hand is kept; the others are named with whom they were for. A lone one loses nothing."""
    two, three = ('<mj-section css-class="mw-s-two" />', '<mj-section css-class="mw-s-old-hero" />')
    document = open_mail(
        f"<mjml><mj-body>{{% if segment.loyalty %}}{two}{{% elif segment.travels %}}{three}{{% else %}}"
        '<mj-include path="parts/footer-night.en.mjml" />{% endif %}</mj-body></mjml>'
    )
    said: list[str] = []
    document.notified.connect(lambda _level, text: said.append(text))
    choose(document, "two")
    assert remove(document)
    assert said == ["Also removed: Old hero (Travels this summer), Footer night (otherwise). Undo brings it back."]
    document.stack.undo()
    assert three in document.text
    choose(document, "two")
    assert structure_conditions.remove_branch(document, 1)
    choose(document, "two")
    assert structure_conditions.remove_branch(document, 1)
    choose(document, "two")
    assert remove(document)
    assert len(said) == 1
