"""Texts to parse and edit: whole mails, pieces that cross each other, and garbage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st

from templates.starters import FOLDER

PIECES = [
    *("<mjml>", "</mjml>", "<mj-head>", "</mj-head>", "<mj-body>", "</mj-body>", "<mj-section>", "</mj-section>"),
    *('<mj-section css-class="mw-s-hero">', "<mj-column>", "</mj-column>", "<mj-text>", "</mj-text>", "</mj-raw>"),
    *("<mj-text color='red' color=\"blue\">", "<mj-raw>", "<mj-style>", "</mj-style>", "<mj-image src=x />", "<br>"),
    *("<p>", "</p>", "<b class=", "<tr {% if x %}class=a{% endif %}>", "</tr>", "<a href={{ url }}/>", "<td nowrap>"),
    *("{% if a < b %}", "{% elif c %}", "{% else %}", "{% endif %}", "{% for x in y %}", "{%- endfor -%}", "{%+ set z"),
    *("{% raw %}", "{% endraw %}", "{% set a = 1 %}", "{% set b %}", "{% endset %}", "{{ x }}", "{{ {'a': {}} }}"),
    *(
        "{{ '}}' }}",
        "{{ don't }}",
        "{{",
        "{%",
        "{#",
        "#}",
        "}}",
        "%}",
        "{# <mj-text> #}",
        "<!--",
        "-->",
        "<!-- {{ x }} -->",
    ),
    *("<!--[if mso]>", "<![endif]-->", "<![CDATA[", "]]>", "<!doctype html>", "<?xml ?>", "&nbsp;", "&lt;", "\ufeff"),
    *(
        "\r\n",
        "\n    ",
        "\t",
        " ",
        "<",
        ">",
        "/>",
        '"',
        "'",
        "=",
        "/",
        "words",
        "5 < 6",
        "\0",
        "\ue000",
        "\ue001",
        "é",
        "\\",
    ),
]
MAIL = """<mjml>
  <mj-head><mj-title>Hi</mj-title><mj-style>.a { color: red; }</mj-style></mj-head>
  <mj-body>
    {% if segment.x %}
    <mj-section css-class="mw-s-hero a">
      <mj-column>
        <mj-image src="a.png" alt="" />
        <mj-text mj-class="h1" css-class="a">Dear {{ name }}, <b class="a">hello</b></mj-text>
        <mj-button href="x">Go</mj-button>
      </mj-column>
    </mj-section>
    {% else %}
    <mj-section><mj-column><mj-spacer /></mj-column></mj-section>
    {% endif %}

    <mj-section css-class="mw-s-offer">
      <mj-column>
        {% for item in items %}<mj-text>{{ item }}</mj-text>{% endfor %}
        <mj-table><tr {% if q|default(0) %}class="b"{% endif %}><td>1</td></tr></mj-table>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""


@pytest.fixture(scope="session")
def mail() -> str:
    """A small whole mail with a condition, a loop and every kind of content."""
    return MAIL


@pytest.fixture(scope="session")
def starter_texts() -> list[str]:
    """The twenty starters as they ship, line ends and all."""
    return [path.read_bytes().decode() for path in sorted(FOLDER.glob("*/template.mjml"))]


@st.composite
def _mixed(draw: st.DrawFn) -> str:
    """Pieces of MJML and Jinja in any order, or a whole mail with some of them thrown in."""
    pieces = draw(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40))
    if draw(st.booleans()):
        return "".join(pieces)
    text = draw(st.sampled_from([MAIL, MAIL.replace("\n", "\r\n"), f"\ufeff{MAIL}", MAIL.replace("  ", "\t")]))
    for piece in pieces[:4]:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    return text


@pytest.fixture(scope="session")
def texts() -> st.SearchStrategy[str]:
    """A strategy for texts that somebody might have in the editor, half of them broken."""
    return st.one_of(_mixed(), st.text())


@pytest.fixture
def gallery(shared: Path) -> list[str]:
    """The mails of MJML's public gallery."""
    return [path.read_bytes().decode() for path in sorted((shared / "data" / "mjml-gallery").glob("*.mjml"))]
