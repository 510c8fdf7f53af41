"""Where something goes that is inserted without being dropped somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.document import OpenDocument
from desktop.editor.insertion import end_of, insert_below
from templates.source.parse import parse
from templates.workspace import Workspace

NEW = '<mj-section css-class="mw-s-new"><mj-column /></mj-section>'
MAIL = """\
<mjml>
  <mj-head>
    <mj-title>Hello</mj-title>
  </mj-head>
  <mj-body>
    <mj-section css-class="mw-s-one"><mj-column><mj-text>a</mj-text></mj-column></mj-section>
    {% if x %}
    <mj-wrapper css-class="mw-s-two">
      <mj-section css-class="mw-s-inner"><mj-column><mj-image src="a.png" /></mj-column></mj-section>
    </mj-wrapper>
    {% endif %}
    <mj-include path="brands/acme/parts/footer-marketing.en.mjml" />
  </mj-body>
</mjml>
"""


@pytest.fixture
def open_mail(folder: Path, qapp) -> Iterator[Callable[[str], OpenDocument]]:
    opened = []

    def open_one(text: str) -> OpenDocument:
        (folder / "templates/welcome.en/template.mjml").write_text(text, "utf-8")
        opened.append(OpenDocument(Workspace.open(folder), "welcome.en"))
        return opened[-1]

    yield open_one
    for document in opened:
        document.close()
        document.deleteLater()  # before a thread of a later test collects it as garbage


@pytest.mark.parametrize(
    ("selected", "above"),
    [
        ("mj-text", "mw-s-one"),
        ("mj-image", "{% endif %}"),
        ("mj-wrapper", "{% endif %}"),
        ("mj-include", "footer-marketing"),
        ("mj-body", "{% endif %}"),
        ("mj-title", "{% endif %}"),
        ("", "{% endif %}"),
    ],
)
def test_it_goes_below_the_section_of_the_selection(open_mail, selected: str, above: str) -> None:
    """Below the whole section, its condition counted; elsewhere to the end, above the footer; undone to the byte."""
    document = open_mail(MAIL)
    if selected:
        document.select(document.tree.elements(selected)[0].id, "test")
    assert insert_below(document, NEW, origin="test")
    lines = document.text.splitlines()
    at = next(number for number, line in enumerate(lines) if "mw-s-new" in line)
    assert above in lines[at - 1] or above in lines[at - 2]
    document.stack.undo()
    assert document.text == MAIL


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("", "after"),
        ("<mj-section />", "after"),
        ('<mj-include path="brands/acme/parts/footer-legal.en.mjml" />', "before"),
        ('<mj-section css-class="mw-s-footer" />', "before"),
    ],
)
def test_the_footer_is_known(body: str, where: str) -> None:
    """A shared part or a section that is called so; what belongs to the footer goes below it."""
    tree = parse(f"<mjml><mj-body>{body}</mj-body></mjml>")
    anchor, side = end_of(tree)
    assert (side, bool(anchor)) == (where, where == "before")
    assert end_of(tree, footer=True) == (0, "after")


def test_an_empty_mail_gets_its_first_section(open_mail) -> None:
    """There is nothing to go below."""
    document = open_mail("<mjml>\n  <mj-body>\n  </mj-body>\n</mjml>\n")
    assert insert_below(document, NEW, origin="test")
    assert NEW in document.text
