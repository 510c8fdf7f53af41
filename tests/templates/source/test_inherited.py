"""Inherited values: the compiler is the oracle. Writing out what an element inherits changes nothing in the mail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.compile.engine import mjml_engine
from templates.compile.include import resolve_includes
from templates.compile.parity import tokens
from templates.errors import InputError
from templates.source.edit import apply, remove_attribute, set_attribute
from templates.source.inherited import Origin, defaults
from templates.source.parse import parse

COLOURS = ("#111111", "#222222", "#333333", "#444444")
LINES = st.one_of(
    st.builds('<mj-all color="{}" />'.format, st.sampled_from(COLOURS)),
    st.builds('<mj-text color="{}" font-size="{}px" />'.format, st.sampled_from(COLOURS), st.integers(10, 14)),
    st.builds('<mj-class name="a" color="{}" css-class="x" />'.format, st.sampled_from(COLOURS)),
    st.builds(
        '<mj-class name="b" padding="{}px" color="{}" css-class="y" />'.format,
        st.integers(1, 9),
        st.sampled_from(COLOURS),
    ),
    st.builds(
        '<mj-class name="c"><mj-text color="{}" /><mj-text padding="{}px" /></mj-class>'.format,
        st.sampled_from(COLOURS),
        st.integers(1, 9),
    ),
    st.builds('<mj-class name="c"><mj-text align="{}" /></mj-class>'.format, st.sampled_from(["left", "right"])),
    st.just('<mj-include path="more.mjml" />'),
)
MORE = {
    "more.mjml": '<mj-text align="center" /><mj-class name="a" line-height="2" />',
    "head.mjml": '<mj-attributes><mj-text color="#555555" letter-spacing="1px" /></mj-attributes>',
    "whole.mjml": '<mjml><mj-head><mj-attributes><mj-all font-size="9px" /></mj-attributes></mj-head><mj-body/></mjml>',
    "loop.mjml": '<mj-include path="loop.mjml" /><mj-attributes><mj-all color="#666666" /></mj-attributes>',
}


def include(path: str, from_: str) -> tuple[str, str]:
    if path not in MORE:
        raise InputError("The workspace has no file `{path}`.", advice="Check the path.", path=path)
    return MORE[path], path


def html(text: str) -> list[str]:
    return tokens(mjml_engine().compile(resolve_includes(text, "mail", include).text).html)


def written_out(text: str, name: str) -> str:
    """The mail with everything written out that the last element of that name inherits."""
    tree = parse(text)
    element = tree.elements(name)[-1]
    for attribute, one in defaults(tree, "mail", include).inherited(tree, element).items():
        if attribute not in {here.name for here in element.attributes}:
            text = apply(text, set_attribute(tree, element, attribute, one.value))
            tree = parse(text)
            element = tree.elements(name)[-1]
    return apply(text, remove_attribute(tree, element, "mj-class"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(LINES, max_size=6),
    st.sampled_from(["", 'mj-class="a"', 'mj-class="a b"', 'mj-class="b a" color="#000001"', 'mj-class="none"']),
    st.sampled_from(["", 'mj-class="c"', 'mj-class="c a"']),
    st.sampled_from(["", '<mj-include path="head.mjml" />']),
    st.sampled_from(["", '<mj-include path="whole.mjml" />']),
)
def test_writing_out_what_is_inherited_changes_nothing(lines, own, outer, head, whole):
    """Classes, mj-attributes, mj-all and includes win over each other as they do in the compiler."""
    text = (
        f"<mjml><mj-head>{head}<mj-attributes>{''.join(lines)}</mj-attributes></mj-head><mj-body>{whole}"
        f"<mj-section {outer}><mj-column><mj-text {own}>Hello</mj-text></mj-column></mj-section></mj-body></mjml>"
    )
    assert html(written_out(text, "mj-text")) == html(text)


@pytest.mark.parametrize(
    ("name", "parent", "child"),
    [
        ("mj-social-element", '<mj-social color="#123456" icon-size="40px" inner-padding="9px">', 'name="x" href="y"'),
        # The text in it takes the accordion's font whether the element says so or not.
        ("mj-accordion-element", '<mj-accordion border="1px solid red" icon-width="11px">', 'font-family="Times"'),
        ("mj-carousel-image", '<mj-carousel border-radius="20px" tb-border="3px solid red">', 'src="a.png"'),
    ],
)
def test_what_a_parent_passes_on_is_known(name, parent, child):
    """Parents that hand attributes to their children do so here as in the compiler."""
    content = "<mj-accordion-title>T</mj-accordion-title>" if "accordion" in name else ""
    text = (
        "<mjml><mj-head><mj-attributes><mj-all color='#999999' /></mj-attributes></mj-head><mj-body><mj-section>"
        f"<mj-column>{parent}<{name} {child}>{content}</{name}></{parent[1:].split()[0]}></mj-column>"
        "</mj-section></mj-body></mjml>"
    )
    tree = parse(text)
    found = defaults(tree).inherited(tree, tree.elements(name)[0])
    assert "parent" in {one.origin.kind for one in found.values()}
    assert html(written_out(text, name)) == html(text)


def test_an_origin_names_what_says_so_and_where():
    """The class or component, the file and the line; an include that cannot be read is passed over."""
    text = (
        '<mjml>\n<mj-head><mj-include path="missing.mjml" /><mj-include path="loop.mjml" />\n<mj-attributes>\n'
        '<mj-class name="note" padding="3px" />\n</mj-attributes></mj-head>'
        '<mj-body><mj-section><mj-column><mj-text mj-class="note" /></mj-column></mj-section></mj-body></mjml>'
    )
    tree = parse(text)
    found = defaults(tree, "mail", include).inherited(tree, tree.elements("mj-text")[0])
    assert found["padding"].origin == Origin("class", "note", "mail", 4)
    assert found["color"].origin == Origin("all", "mj-all", "loop.mjml", 1)
    assert found["font-size"].origin == Origin("default")


def test_effective_is_what_is_written_over_what_is_inherited():
    """Of an attribute that is written twice the first one counts, as it does for the compiler."""
    tree = parse('<mj-text color="red" color="blue" />')
    worth = defaults(tree).effective(tree, tree.elements("mj-text")[0])
    assert (worth["color"], worth["font-size"]) == ("red", "13px")


def test_a_setting_of_an_included_head_is_known():
    """The breakpoint of a brand's head holds for the mail, and of several the last: as the compiler has it."""
    parts = {"brand.mjml": '<mj-breakpoint width="600px" />', "late.mjml": '<mj-breakpoint width="400px" />'}
    text = (
        '<mjml><mj-head><mj-include path="brand.mjml" />{}</mj-head><mj-body><mj-section><mj-column>'
        "<mj-text>x</mj-text></mj-column></mj-section></mj-body></mjml>"
    )

    def part(path: str, _from: str) -> tuple[str, str]:
        return parts[path], path

    for more, width, file in (("", "600px", "brand.mjml"), ('<mj-include path="late.mjml" />', "400px", "late.mjml")):
        mail = text.format(more)
        said = defaults(parse(mail), "mail", part).settings["mj-breakpoint"]["width"]
        assert (said.value, said.origin.file) == (width, file)
        assert f"min-width:{width}" in mjml_engine().compile(resolve_includes(mail, "mail", part).text).html
