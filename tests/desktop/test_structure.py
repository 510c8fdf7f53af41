"""The verbs on components: each is one exact edit, undone and redone, with the right thing selected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import structure, structure_conditions
from desktop.document import OpenDocument
from templates.source.tree import Element, SourceTree
from templates.source.validate import validate
from templates.workspace import Workspace

MAIL = """\
<mjml>
  <mj-head>
    <mj-title>Hello</mj-title>
  </mj-head>
  <mj-body>
    <mj-section css-class="mw-s-one">
      <mj-column>
        <mj-text>First</mj-text>
        <mj-button href="/">Go</mj-button>
      </mj-column>
      <mj-column>
        <mj-image src="a.png" />
      </mj-column>
    </mj-section>

    {% if segment.vip %}
    <mj-section css-class="mw-s-two">
      <mj-column><mj-text>Second</mj-text></mj-column>
    </mj-section>
    {% endif %}

    {% for item in items %}
    <mj-section css-class="mw-s-three"><mj-column><mj-text>{{ item }}</mj-text></mj-column></mj-section>
    <mj-section css-class="mw-s-four"><mj-column /></mj-section>
    {% endfor %}
  </mj-body>
</mjml>
"""
BUTTON = '<mj-button href="https://acme.test">Buy</mj-button>'
Open = Callable[[str], OpenDocument]


@pytest.fixture
def open_mail(folder: Path, qapp) -> Open:
    """Opens a text as the template welcome.en."""

    def opened(text: str = MAIL) -> OpenDocument:
        (folder / "templates/welcome.en/template.mjml").write_text(text, "utf-8")
        return OpenDocument(Workspace.open(folder), "welcome.en")

    return opened


def section(tree: SourceTree, name: str) -> Element:
    """The section of that label."""
    return next(each for each in tree.sections() if tree.name_of(each) == name)


def labels(document: OpenDocument) -> list[str]:
    """The labels of the sections, in order."""
    return [document.tree.name_of(each) for each in document.tree.sections()]


def selected(document: OpenDocument) -> Element:
    """What is selected; there must be something."""
    element = structure.element_of(document)
    assert element is not None
    return element


def undoes(document: OpenDocument, before: str) -> None:
    """Check that one undo gives ``before`` and one redo gives the text back."""
    after = document.text
    assert after != before
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after


def test_delete_takes_the_condition_along(open_mail):
    """A section goes with the condition that holds nothing else, and what follows is selected."""
    document = open_mail()
    document.select(section(document.tree, "two").id, "test")
    assert structure.delete(document)
    assert "segment.vip" not in document.text
    assert document.tree.name_of(selected(document)) == "three"
    undoes(document, MAIL)


def test_delete_of_the_last_selects_what_it_stood_in(open_mail):
    """With no neighbour left the parent is selected."""
    document = open_mail()
    document.select(document.tree.elements("mj-image")[0].id, "test")
    assert structure.delete(document)
    assert selected(document).name == "mj-column"
    undoes(document, MAIL)


@pytest.mark.parametrize("name", ["mjml", "mj-head", "mj-body"])
def test_the_frame_of_the_mail_stays(open_mail, name):
    """Nobody deletes, copies or moves the mail itself."""
    document = open_mail()
    node = document.tree.elements(name)[0].id
    document.select(node, "test")
    assert not structure.can_change(document)
    assert not structure.delete(document)
    assert not structure.duplicate(document)
    assert not structure.move_up(document)
    assert not structure.rename_section(document, "x")
    assert document.text == MAIL


def test_duplicate_selects_the_copy(open_mail):
    """The copy stands behind the original, with its condition, and is selected."""
    document = open_mail()
    first = section(document.tree, "two").id
    document.select(first, "test")
    assert structure.duplicate(document)
    assert labels(document) == ["one", "two", "two", "three", "four"]
    assert document.text.count("{% if segment.vip %}") == 2
    assert selected(document).id == document.tree.sections()[2].id != first
    undoes(document, MAIL)


@pytest.mark.parametrize(
    ("name", "by", "expected"),
    [
        ("one", 1, ["two", "one", "three", "four"]),
        ("two", -1, ["two", "one", "three", "four"]),
        ("two", 1, ["one", "three", "four", "two"]),
        ("three", 1, ["one", "two", "four", "three"]),
    ],
)
def test_sections_move_past_their_neighbours(open_mail, name, by, expected):
    """A step passes a whole neighbour; the moved one stays selected and keeps its condition."""
    document = open_mail()
    document.select(section(document.tree, name).id, "test")
    assert structure.can_step(document, by)
    assert (structure.move_down if by > 0 else structure.move_up)(document)
    assert labels(document) == expected
    assert document.tree.name_of(selected(document)) == name
    assert [block.keyword for block in document.tree.blocks(section(document.tree, "two"))] == ["if"]
    undoes(document, MAIL)


def test_nothing_leaves_a_loop_by_a_key(open_mail):
    """Outside, its tags would mean nothing."""
    document = open_mail()
    document.select(section(document.tree, "three").id, "test")
    assert not structure.can_step(document, -1)
    assert not structure.move_up(document)
    assert document.text == MAIL


def test_what_leaves_a_condition_keeps_it(open_mail):
    """Moving up does not show to everybody what was for a few."""
    text = MAIL.replace("{% for item in items %}", "{% if segment.new %}").replace("{% endfor %}", "{% endif %}")
    document = open_mail(text)
    document.select(section(document.tree, "three").id, "test")
    assert structure.move_up(document)
    assert labels(document) == ["one", "two", "three", "four"]
    assert document.text.count("{% if segment.new %}") == 2
    assert [len(document.tree.blocks(each)) for each in document.tree.sections()] == [0, 1, 1, 1]
    undoes(document, text)


def test_a_text_goes_on_into_the_next_column(open_mail):
    """At the edge of its column it continues in the neighbouring one."""
    document = open_mail()
    document.select(document.tree.elements("mj-button")[0].id, "test")
    assert structure.move_down(document)
    second = document.tree.elements("mj-column")[1]
    assert [child.name for child in document.tree.components_in(second.children)] == ["mj-button", "mj-image"]
    assert selected(document).name == "mj-button"
    undoes(document, MAIL)


def test_a_bare_component_gets_its_section_and_column(open_mail):
    """Inserted between sections, a button stands in a section of its own, and is what is selected."""
    document = open_mail()
    assert structure.insert_block(document, BUTTON, section(document.tree, "one").id, "after")
    added = f"""
    <mj-section>
      <mj-column>
        {BUTTON}
      </mj-column>
    </mj-section>
"""
    assert added in document.text
    assert document.tree.source(selected(document)) == BUTTON
    undoes(document, MAIL)


def test_a_section_dropped_on_a_text_goes_behind_its_section(open_mail):
    """A place that cannot take it is exchanged for the nearest that can."""
    document = open_mail()
    text = document.tree.elements("mj-text")[0]
    assert structure.insert_block(document, '<mj-section css-class="mw-s-new" />', text.id, "after")
    assert labels(document) == ["one", "new", "two", "three", "four"]
    undoes(document, MAIL)


@pytest.mark.parametrize(
    ("chosen", "source", "parent"),
    [
        ("", "<mj-section />", "mj-body"),
        ("mj-text", BUTTON, "mj-column"),
        ("mj-column", BUTTON, "mj-column"),
        ("mj-section", BUTTON, "mj-column"),
        ("mj-body", "<mj-hero />", "mj-body"),
    ],
)
def test_an_insertion_without_a_place_follows_the_selection(open_mail, chosen, source, parent):
    """Into what is selected where that takes it, else behind it, else to the end."""
    document = open_mail()
    document.select(document.tree.elements(chosen)[0].id if chosen else 0, "test")
    assert structure.insert_block(document, source)
    found = selected(document)
    assert document.tree.source(found) == source
    above = document.tree.parent(found)
    assert isinstance(above, Element)
    assert above.name == parent
    undoes(document, MAIL)


@pytest.mark.parametrize("source", ["", "words", "<p>x</p>", "<mj-text>open", "<mj-title>x</mj-title>", "</mj-body>"])
def test_what_is_no_component_is_not_inserted(open_mail, source):
    """Words, HTML, settings and broken MJML are refused."""
    document = open_mail()
    assert not structure.insert_block(document, source)
    assert document.text == MAIL


def test_of_a_whole_mail_the_body_is_inserted(open_mail):
    """Somebody pastes a complete file."""
    document = open_mail()
    whole = "<mjml><mj-head><mj-title>x</mj-title></mj-head><mj-body><mj-section /></mj-body></mjml>"
    assert structure.insert_block(document, whole)
    assert document.tree.source(selected(document)) == "<mj-section />"
    assert len(document.tree.elements("mj-title")) == 1


def test_a_dragged_section_takes_its_condition_along(open_mail):
    """Dropped before the first one, it stands there with its tags, and stays selected."""
    document = open_mail()
    two, one = section(document.tree, "two").id, section(document.tree, "one").id
    assert structure.can_move_node(document.tree, two, one, "before")
    assert structure.move_node(document, two, one, "before")
    assert labels(document)[:2] == ["two", "one"]
    assert document.tree.name_of(selected(document)) == "two"
    assert [block.keyword for block in document.tree.blocks(selected(document))] == ["if"]
    undoes(document, MAIL)


def test_nothing_moves_into_itself(open_mail):
    """A section cannot be dropped on its own text."""
    document = open_mail()
    one, text = section(document.tree, "one").id, document.tree.elements("mj-text")[0].id
    assert not structure.can_move_node(document.tree, one, text, "after")
    assert not structure.move_node(document, one, text, "after")
    assert document.text == MAIL


def test_sections_and_classes_are_renamed(open_mail):
    """A label is written as a class; an empty one goes."""
    document = open_mail()
    one = section(document.tree, "one").id
    assert structure.rename_section(document, "Début de l’année", one)
    assert labels(document)[0] == "debut-de-lannee"
    assert structure.rename_class(document, "mw-s-two", "mw-s-deux")
    assert labels(document)[1] == "deux"
    assert structure.rename_section(document, "", one)
    assert labels(document)[0] == ""
    for _ in range(3):
        document.stack.undo()
    assert document.text == MAIL


def test_a_tag_changes_only_where_that_is_allowed(open_mail):
    """A text can become a button, not a section."""
    document = open_mail()
    text = document.tree.elements("mj-text")[0].id
    assert not structure.change_tag(document, "mj-section", text)
    assert structure.change_tag(document, "mj-button", text)
    assert "<mj-button>First</mj-button>" in document.text
    undoes(document, MAIL)


def test_the_selection_walks(open_mail):
    """Parent, first child, next and previous, across conditions; at an edge it stays."""
    document = open_mail()
    document.select(section(document.tree, "one").id, "test")
    assert structure.select_next(document)
    assert document.tree.name_of(selected(document)) == "two"
    assert structure.select_previous(document)
    assert not structure.select_previous(document)
    assert structure.select_first_child(document)
    assert selected(document).name == "mj-column"
    assert structure.select_parent(document)
    assert structure.select_parent(document)
    assert selected(document).name == "mj-body"
    assert not structure.select_parent(document)


VERBS = ("delete", "duplicate", "move_up", "move_down", "unwrap", "wrap", "insert", "move")


def do(document: OpenDocument, verb: str, place: int, other: int) -> bool:
    """Do something to the component at ``place`` of all there are, perhaps with another one."""
    nodes = [node for node in document.tree.walk() if isinstance(node, Element) and node.name.startswith("mj-")]
    first, second = nodes[place % len(nodes)].id, nodes[other % len(nodes)].id
    where = ("before", "after", "inside")[other % 3]
    if verb == "wrap":
        return structure_conditions.set_condition(document, "a", first)
    if verb == "insert":
        return structure.insert_block(document, (BUTTON, "<mj-section />")[other % 2], first, where)
    if verb == "move":
        return structure.move_node(document, first, second, where)
    return getattr(structure, verb)(document, first)


@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 99), st.integers(0, 99)), max_size=12))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_verbs_in_any_order(open_mail, steps):
    """The mail stays well formed, every component stands where MJML allows it, and undoing gives the bytes back."""
    document = getattr(open_mail, "document", None)
    if document is None:
        document = open_mail.document = open_mail(MAIL.replace("<mj-column />", "<mj-column></mj-column>"))
    while document.stack.canUndo():  # an example that failed left them
        document.stack.undo()
    before = document.text
    for verb, place, other in steps:
        index = document.stack.index()
        done = do(document, verb, place, other)
        assert document.stack.index() == index + done
        assert document.tree.faults == ()
        assert [one for one in validate(document.tree) if one.code == "illegal-parent"] == []
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == before


def test_a_template_that_somebody_else_edits_stays(open_mail, qtbot):
    """Every verb is refused, and the document says why."""
    document = open_mail()
    document.editable = False
    document.select(section(document.tree, "one").id, "test")
    assert not structure.can_change(document)
    with qtbot.waitSignal(document.notified):
        assert not structure.delete(document)
    assert document.text == MAIL
