"""SVG documents made safe and complete."""

from __future__ import annotations

import pytest

from templates.brand.logos.svg import SvgError, parse_svg, sanitised, view_box

NS = 'xmlns="http://www.w3.org/2000/svg"'


def test_what_leads_out_is_removed() -> None:
    """Scripts, foreign content, outside pictures and references go; the drawing stays."""
    text = sanitised(
        f"""<svg {NS} xmlns:xlink="http://www.w3.org/1999/xlink"><script>x()</script><foreignObject/>
        <image href="https://evil.example/x.png"/><image xlink:href="file:///etc/passwd"/><use href="other.svg#a"/>
        <image href="data:image/svg+xml;base64,AA"/><filter><feImage href="#a"/></filter>
        <image href="data:image/png;base64,AA"/><use href="#a"/><path id="a" d="M0 0h1v1z"/></svg>""".encode()
    )
    for gone in ("script", "foreignObject", "evil", "passwd", "other.svg", "svg+xml", "feImage"):
        assert gone not in text
    for kept in ("data:image/png", 'href="#a"', "<path"):
        assert kept in text


def test_missing_namespaces_are_added() -> None:
    """Inline SVG does without them."""
    root = parse_svg(b'<svg viewBox="0 0 2 1"><use xlink:href="#a"/></svg>')
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert view_box(root) == (2, 1)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 200 50"', (200, 50)),
        ('viewBox="0,0,200,50"', (200, 50)),
        ('width="20" height="10px"', (20, 10)),
        ('width="100%" height="100%"', None),
        ('viewBox="0 0 0 0"', None),
        ('viewBox="a b c d"', None),
        ("", None),
    ],
)
def test_the_size_is_read(attributes: str, size: tuple[float, float] | None) -> None:
    """viewBox before width and height; percentages and nonsense say nothing."""
    assert view_box(parse_svg(f"<svg {NS} {attributes}/>".encode())) == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no svg",
        b"<svg",
        b"<svg><path</svg>",
        b"<html><svg/></html>",
        b"<svg>\xff\xfe</svg>",
        b"<svg><a></b></svg>",
    ],
)
def test_broken_drawings_are_refused(data: bytes) -> None:
    """With a clause that says why."""
    with pytest.raises(SvgError):
        parse_svg(data)


def test_entities_from_outside_are_not_read(tmp_path) -> None:
    """No file comes in through an entity."""
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    data = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]><svg {NS}><text>&x;</text></svg>'.encode()
    with pytest.raises(SvgError, match="well-formed"):
        sanitised(data)


def test_entities_of_the_document_are_replaced() -> None:
    """Drawing programs write namespaces as entities; that is harmless."""
    data = b'<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;"><path d="M0 0"/></svg>'
    assert sanitised(data) == f'<svg {NS}><path d="M0 0"/></svg>'


def test_entity_bombs_are_refused() -> None:
    """Exponential entities end in a refusal, not in memory."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(SvgError):
        sanitised(f'<!DOCTYPE svg [<!ENTITY e0 "xxxxxxxxxx">{entities}]><svg {NS}><text>&e11;</text></svg>'.encode())
