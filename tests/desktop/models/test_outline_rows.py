"""The rows of the outline: what they say, and what is taken from the time before."""

from __future__ import annotations

import pytest

from desktop.models.outline_rows import DEEPEST, Badge, RowMaker, included_name, shortened, spelled
from desktop.models.outline_words import badge_text, detail_of, spoken, title_of, told
from templates.source.parse import parse
from templates.source.reparse import reparse
from templates.source.text_edit import TextEdit

MAIL = """<mjml>
<mj-head><mj-title>Subject</mj-title><mj-style>.a { color: red }</mj-style></mj-head>
<mj-body>
  <mj-include path="brands/acme/parts/header-night.en.mjml" />
  {% if segment.vip and a|default("") %}
  <mj-section css-class="mw-s-early-access">
    <mj-column>
      {% for product in products %}<mj-text><b>Hello</b> {{ product.name|upper }}&nbsp;&amp; co</mj-text>{% endfor %}
      <mj-image alt="A lamp" src="x/lamp.png" /><mj-image src="x/chair.png" /><mj-divider />
    </mj-column>
  </mj-section>
  {% else %}
  <mj-section><mj-column><mj-button>Buy</mj-button></mj-column></mj-section>
  {% endif %}
</mj-body>
</mjml>"""


def flat(rows):
    for row in rows:
        yield row
        yield from flat(row.part.children)


@pytest.fixture
def rows():
    """The rows of the mail."""
    return RowMaker().rows(parse(MAIL))


def test_every_component_is_a_row_in_its_place(rows, qapp):
    """The body first, its sections flat, the head last; titles are labels, words or plain names."""
    assert [title_of(row) for row in rows] == ["Mail", "Header night", "Early access", "Section", "Settings"]
    assert [title_of(row) for row in flat(rows[2].part.children)] == [
        *("Column", "Hello {product.name} & co", "A lamp", "chair.png", "Divider"),
    ]
    assert detail_of(rows[3]) == "Buy"
    assert [title_of(row) for row in rows[4].part.children] == ["Subject", "Style rules"]


def test_conditions_and_loops_are_badges(rows, qapp):
    """Each branch in words, segments by their names; a loop with its name, or with the count when that is known."""
    assert [badge.test for badge in rows[2].badges] == ['segment.vip and a|default("")']
    assert [badge.test for badge in rows[3].badges] == [""]
    loop = rows[2].part.children[0].part.children[0].badges[0]
    assert loop == Badge("for", "product in products", loop.block)
    assert (badge_text(loop, None, {}), badge_text(loop, 6, {})) == ("each product", "×6")
    assert badge_text(rows[3].badges[0], None, {}) == "otherwise"
    assert badge_text(Badge("if", "segment.vip", 1), None, {"vip": "Best customers"}) == "Best customers"
    assert badge_text(Badge("if", "segment.vip", 1), None, {}) == "Unknown segment “vip”"


def test_a_row_is_a_full_sentence(rows, qapp):
    """A screen reader says what the eye sees."""
    said = spoken(rows[2], 1, 3, ("bad", "worse"), {"vip": "Best customers"}).replace("(s)", "s")
    assert said == "Section “Early access”, shown if: Best customers and A, 3 parts, 2 problems"
    text = rows[2].part.children[0].part.children[0]
    assert spoken(text, 6, 0, (), {}).replace("(s)", "s") == (
        "Text “Hello {product.name} & co”, repeated: each product, 6 times with the current data"
    )
    said = spoken(rows[3], 0, 2, (), {}).replace("(s)", "s")
    assert said == "Section, shown otherwise, not shown with the current data, 2 parts"
    assert told(rows[3], 0, ("bad",), {}).splitlines() == [
        *("Section: Section", "shown otherwise", "not shown with the current data", "bad"),
    ]


def test_what_did_not_change_is_not_read_again():
    """Typing in one text makes that text and what it stands in anew, nothing else."""
    tree, maker = parse(MAIL), RowMaker()
    before = {row.part.id: row.part for row in flat(maker.rows(tree))}
    at = MAIL.index("Hello")
    after = list(flat(maker.rows(reparse(tree, [TextEdit(at, at, "Oh ")]))))
    anew = [row.part.name for row in after if before[row.part.id] is not row.part]
    assert anew == ["mj-body", "mj-section", "mj-column", "mj-text"]
    assert "Oh Hello {product.name} & co" in [row.part.words for row in after]


def test_a_part_of_a_mail_has_rows_too():
    """A file without a body shows what is at its top; garbage shows nothing."""
    assert [row.part.name for row in RowMaker().rows(parse("<mj-section /><p>x</p>"))] == ["mj-section"]
    assert RowMaker().rows(parse("words {% if")) == ()


def test_words_are_short_and_plain():
    """Markup, statements and comments are left out; long texts end in an ellipsis."""
    assert shortened("<!-- a --> {% if x %}One{% endif %}<br/>two <b") == "One two"
    assert len(shortened("word " * 400)) == 80
    assert included_name("brands/acme/parts/footer.fr.mjml") == "Footer"
    assert spelled("") == ""


def test_a_mail_that_is_deep_has_rows_to_a_depth():
    """Thousands of components, or conditions, in each other are no danger."""
    for opening, closing in (("<mj-wrapper>", "</mj-wrapper>"), ("{% if a %}", "{% endif %}")):
        tree = parse(f"<mjml><mj-body>{opening * 3000}<mj-section />{closing * 3000}</mj-body></mjml>")
        assert len(list(flat(RowMaker().rows(tree)))) <= DEEPEST + 1
