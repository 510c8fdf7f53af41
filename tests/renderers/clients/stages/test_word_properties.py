"""Which properties Outlook's Word honours on which element, in style attributes and in rules."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from renderers.clients.pipeline import ClientHtml, client_html

CLIENT = "outlook-windows-96"


def shown(body: str, *, css: str = "", client: str = CLIENT) -> ClientHtml:
    """The mail as the client makes it."""
    return client_html(f"<!DOCTYPE html><html><head><style>{css}</style></head><body>{body}</body></html>", client)


def style(html: str, selector: str) -> dict[str, str]:
    """The declarations of the first element of a selector."""
    node = LexborHTMLParser(html).css_first(selector)
    pairs = ((node.attributes.get("style") if node else "") or "").split(";")
    return {name.strip(): value.strip() for name, _, value in (pair.partition(":") for pair in pairs) if name}


HONOURED = [
    ("<div {}>k</div>", "div", "text-indent", "9px"),
    ("<p {}>k</p>", "p", "margin-left", "9px"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "padding-left", "9px"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "width", "123px"),
    ("<table {}><tr><td>k</td></tr></table>", "table", "max-width", "300px"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "border-left", "3px solid red"),
    ("<h2 {}>k</h2>", "h2", "height", "90px"),
    ("<ul {}><li>k</li></ul>", "ul", "width", "90px"),
    ("<span {}>k</span>", "span", "border", "1px solid red"),
    ("<span {}>k</span>", "span", "letter-spacing", "2px"),
    ('<img {} src="a.png">', "img", "height", "40px"),
    ("<p {}>k</p>", "p", "background-color", "#010203"),
    ("<p {}>k</p>", "p", "mso-pagination", "none"),
]
IGNORED = [
    ("<div {}>k</div>", "div", "padding", "20px"),
    ("<p {}>k</p>", "p", "padding-left", "20px"),
    ("<table {}><tr><td>k</td></tr></table>", "table", "padding", "20px"),
    ("<div {}>k</div>", "div", "width", "100px"),
    ("<p {}>k</p>", "p", "height", "100px"),
    ("<span {}>k</span>", "span", "width", "100px"),
    ('<img {} src="a.png">', "img", "width", "100px"),
    ("<div {}>k</div>", "div", "max-width", "100px"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "max-width", "100px"),
    ("<span {}>k</span>", "span", "margin-left", "20px"),
    ("<a {}>k</a>", "a", "padding", "20px"),
    ("<div {}>k</div>", "div", "border-left", "3px solid red"),
    ("<div {}>k</div>", "div", "float", "left"),
    ("<div {}>k</div>", "div", "position", "relative"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "border-radius", "9px"),
    ("<table><tr><td {}>k</td></tr></table>", "td", "box-shadow", "1px 1px red"),
    ("<div {}>k</div>", "div", "inset-block", "9px"),
]


@pytest.mark.parametrize("where", ["attribute", "rule"])
@pytest.mark.parametrize(("markup", "tag", "name", "value"), HONOURED)
def test_an_honoured_property_stays(where: str, markup: str, tag: str, name: str, value: str):
    """What the element honours counts, wherever it is said."""
    said = f"{name}:{value}"
    made = (
        shown(markup.format(f'style="{said}"'))
        if where == "attribute"
        else shown(markup.format('class="k"'), css=f".k {{{said}}}")
    )
    assert style(made.html, tag).get(name) == value


@pytest.mark.parametrize("where", ["attribute", "rule"])
@pytest.mark.parametrize(("markup", "tag", "name", "value"), IGNORED)
def test_an_ignored_property_goes(where: str, markup: str, tag: str, name: str, value: str):
    """What the element does not honour goes, wherever it is said, and is told of."""
    said = f"{name}:{value}"
    made = (
        shown(markup.format(f'style="{said}"'))
        if where == "attribute"
        else shown(markup.format('class="k"'), css=f".k {{{said}}}")
    )
    assert name not in style(made.html, tag)
    assert any(name in str(change) for change in made.changes)


def test_the_body_has_no_margin_of_its_own():
    """Neither its attribute nor a rule moves it."""
    made = shown("k", css="body { margin:0; padding:0; color:#010203 }")
    assert style(made.html, "body") == {"color": "#010203"}


def test_like_cases_are_told_of_once():
    """A change says how often it happens and points at the first."""
    made = shown("<div style='width:1px'>a</div>" * 3)
    told = [change for change in made.changes if change.rule.startswith("word-properties")]
    assert [(str(change), change.element) for change in told] == [("Word ignores width on div.", "div")]
    assert told[0].at == len("<!DOCTYPE html><html><head><style></style></head><body>")
    assert told[0].evidence.source


def test_windows_mail_knows_sizes_everywhere():
    """Its column of caniemail says yes where Outlook's says partly."""
    made = shown(
        "<div style='width:100px;padding:9px'>k</div><img style='width:9px' src='a.png'>", client="windows-mail"
    )
    assert style(made.html, "div") == {"width": "100px"}
    assert style(made.html, "img") == {"width": "9px"}
