"""Every feature of caniemail's table is found in mails, or it is said why not."""

from __future__ import annotations

import pytest

from renderers.clients.css.sheet import parse_declarations
from renderers.clients.features import detect, markup, properties, rules, values
from renderers.clients.features.overlaps import OVERLAPS, contradictions
from renderers.clients.features.used import features_of
from renderers.clients.support import Cell, table

FOUND = {
    *properties.PROPERTIES,
    *values.KEYWORDS,
    *values.FUNCTIONS,
    *values.UNITS,
    values.IMPORTANT,
    *rules.PSEUDOS,
    *rules.SIMPLES,
    *rules.COMBINATORS,
    rules.CHAINING,
    rules.GROUPING,
    rules.NESTING,
    *rules.AT_RULES,
    *rules.MEDIA,
    *markup.ELEMENTS,
    *markup.ATTRIBUTES,
    *markup.LINKS,
    *markup.IMAGES,
    markup.BASE64,
}


def features(css: str) -> set[str]:
    """The features of one declaration."""
    return {*detect.declaration_features(parse_declarations(css)[0])}


def test_every_feature_has_a_detector_or_a_reason() -> None:
    """And nothing is looked for that the table does not have."""
    assert FOUND | markup.WHOLE.keys() == table().features.keys()
    assert not FOUND & markup.WHOLE.keys()
    assert all(markup.WHOLE.values())


def test_every_use_of_a_feature_is_found(uses: dict[str, list[str]]) -> None:
    """In a style attribute, in a rule, as an element, an attribute or an image."""
    assert uses.keys() == FOUND
    assert {slug: use for slug, written in uses.items() for use in written if slug not in features_of(use)} == {}


def test_a_plain_text_uses_nothing() -> None:
    """What is no feature is none."""
    assert features_of("just words") == frozenset()


def test_what_the_page_itself_uses_is_found() -> None:
    """Doctype, body, comments in HTML and in CSS, AMP."""
    mail = '<!doctype html><html amp4email><style>/* a */</style><body><!-- b --><p style="color:red/* c */">x'
    assert features_of(mail) >= {"html-doctype", "html-body", "html-comments", "css-comments", "amp"}


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("-webkit-transform: rotate(3deg)", {"css-transform"}),
        ("background: url(a-5em.png) 10%", {"css-background", "css-background-image", "css-unit-percent"}),
        ("background: #3em", {"css-background"}),
        ("content: '5em rgb(1,2,3) initial'", set()),
        ("width: CALC(1E2PX + .5em)", {"css-width", "css-unit-calc", "css-unit-px", "css-unit-em"}),
        ("display: inline-flex !important", {"css-display", "css-display-flex", "css-important"}),
        ("--gap: 5em", {"css-variables"}),
        ("color: var(--a, rgb(1, 2, 3))", {"css-variables", "css-rgb"}),
        ("mask-image: linear-gradient(red, blue)", {"css-mask-image"}),
        ("border-inline-start-width: 1px", {"css-border-inline-block-longhand", "css-unit-px"}),
        ("mso-line-height-rule: exactly", set()),
        ("min-width: max-content", {"css-min-width", "css-intrinsic-size"}),
    ],
)
def test_a_declaration_is_read_as_a_browser_reads_it(css: str, found: set[str]) -> None:
    """Prefixes, capitals, strings, addresses and colours."""
    assert features(css) == found


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p:NOT(#a.b)", {"type", "id", "class", "chaining", "not"}),
        ("a:before", {"type", "before"}),
        ("* > [x] ~ i", {"universal", "child", "attribute", "general-sibling", "type"}),
        ("a b", {"type", "descendant"}),
        ("a.x", {"type", "class"}),
        (":is(:hover, :focus)", {"hover", "focus"}),
        ("input::-webkit-input-placeholder", {"type", "placeholder"}),
        ("[title='a > b, c:hover']", {"attribute"}),
    ],
)
def test_a_selector_is_read_inside_and_out(selector: str, found: set[str]) -> None:
    """The features without the beginnings of their slugs."""
    assert {slug.split("-", 2)[2].removeprefix("class-").removeprefix("element-") for slug in _of(selector)} == found


def _of(selector: str) -> frozenset[str]:
    return detect.selector_features(selector)


def test_images_are_told_by_their_ends_and_types() -> None:
    """An address may have a query; a data: address holds its type."""
    assert detect.image_features("https://example.com/a.JPEG?x=b.svg") == ("image-jpg",)
    assert detect.image_features("data:image/svg+xml;base64,PHN2") == ("image-base64", "image-svg")
    assert detect.image_features("https://example.com/a") == ()


def test_every_overlap_is_of_known_features() -> None:
    """A slug that the table lost would be looked up in vain."""
    assert {slug for each in OVERLAPS for slug in (each.whole, each.part)} <= table().features.keys()


def test_contradictions_are_listed() -> None:
    """One of two overlapping features is known and the other is not."""
    column = dict(table().column("apple-mail/macos"))
    assert [(each.whole, each.part) for each in contradictions(column)] == [
        ("css-block-inline-size", "css-inline-size")
    ]
    column["css-inline-size"] = Cell("y")
    assert contradictions(column) == []
