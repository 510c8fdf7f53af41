"""Links to modules in a text: found, renamed, and replaced by a copy."""

from __future__ import annotations

import pytest

from templates.errors import InputError
from templates.module_links import linked_files, module_source, part_around, relinked, rooted, unlinked
from templates.source.parse import parse
from templates.source.text_edit import apply

MAIL = "templates/sale.en/template.mjml"
TEXT = """\
<mjml>
  <mj-body>
    <mj-include path="modules/offer.mjml" />
    <mj-include path="./part.mjml" /><mj-include path="modules/offer" type="css" />
    <mj-include path="../../secret" />
  </mj-body>
</mjml>
"""


def test_links_are_found_by_the_file_they_mean() -> None:
    """From the root or beside the file; style sheets and hostile paths are none."""
    assert linked_files(TEXT, MAIL) == {"modules/offer.mjml", "templates/sale.en/part.mjml"}
    assert linked_files("<mj-text>mj-include</mj-text>", MAIL) == set()


def test_only_the_named_file_is_relinked() -> None:
    """The other includes stay as they were written."""
    edits = relinked(parse(TEXT), MAIL, "modules/offer.mjml", "modules/deal.mjml")
    assert apply(TEXT, edits) == TEXT.replace("modules/offer.mjml", "modules/deal.mjml")


def test_relative_links_are_named_from_the_root() -> None:
    """So that the source means the same wherever it is put."""
    source = '<mj-include path="./part" /><mj-include path="modules/offer" />'
    expected = '<mj-include path="templates/sale.en/part.mjml" /><mj-include path="modules/offer" />'
    assert rooted(source, MAIL) == expected


def test_a_section_comes_out_without_its_indentation() -> None:
    """What is saved begins at the margin, with line feeds."""
    text = "<mj-body>\r\n    <mj-section>\r\n      <mj-column />\r\n    </mj-section>\r\n</mj-body>"
    tree = parse(text)
    part = part_around(tree, tree.elements("mj-column")[0])
    assert part is not None
    assert module_source(tree, part, MAIL) == "<mj-section>\n  <mj-column />\n</mj-section>"


def test_the_condition_of_a_section_is_saved_with_it() -> None:
    """What decides whether a section is seen belongs to it; outside of sections there is nothing to save."""
    tree = parse("<mjml><mj-body>{% if vip %}<mj-section><mj-column /></mj-section>{% endif %}</mj-body></mjml>")
    part = part_around(tree, tree.elements("mj-column")[0])
    assert part is not None
    assert tree.source(part).startswith("{% if vip %}<mj-section>")
    assert part_around(tree, tree.elements("mj-body")[0]) is None


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_copy_takes_the_links_place(newline: str) -> None:
    """It is indented as the link was, and nothing around it changes."""
    text = TEXT.replace("\n", newline)
    tree = parse(text)
    module = "<mj-section>\n  <mj-column>\n    <mj-include path='./inner' />\n  </mj-column>\n</mj-section>\n"
    edits = unlinked(tree, tree.elements("mj-include")[0], module, "modules/offer.mjml")
    lines = [
        "    <mj-section>",
        "      <mj-column>",
        "        <mj-include path='modules/inner.mjml' />",
        "      </mj-column>",
        "    </mj-section>",
    ]
    link = '    <mj-include path="modules/offer.mjml" />'
    assert apply(text, edits) == text.replace(link, newline.join(lines))


def test_of_a_whole_mail_its_body_is_copied() -> None:
    """A module may be a document that other tools can open."""
    tree = parse(TEXT)
    module = "<mjml><mj-head></mj-head><mj-body>\n  <mj-section />\n</mj-body></mjml>"
    edits = unlinked(tree, tree.elements("mj-include")[0], module, "modules/offer.mjml")
    assert apply(TEXT, edits) == TEXT.replace('<mj-include path="modules/offer.mjml" />', "<mj-section />")


@pytest.mark.parametrize(
    "module",
    [
        "<mjml><mj-head><mj-style>a {}</mj-style></mj-head><mj-body><mj-section /></mj-body></mjml>",
        "<mj-attributes><mj-all padding='0' /></mj-attributes>",
        "<mj-section>",
        "",
    ],
)
def test_what_a_copy_would_lose_stays_linked(module: str) -> None:
    """Settings of the head have no place in the body, and broken MJML has none anywhere."""
    tree = parse(TEXT)
    with pytest.raises(InputError, match="can only stay linked"):
        unlinked(tree, tree.elements("mj-include")[0], module, "modules/offer.mjml")
