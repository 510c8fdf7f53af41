"""Any text goes through the parts that read CSS and addresses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.washtml.addresses import Addresses, base_of
from renderers.clients.washtml.attributes import wash_attributes, wash_style
from renderers.clients.washtml.links import opened
from renderers.clients.washtml.sheet import Scope, wash_sheet

CSS = st.text(alphabet="ab1 :;{}()\"'/*\\<>!-@,.#&url\n[]%\u00e9")
MAIL = Addresses("v1", base_of("https://x.test:8/a/b"), "")


@given(CSS)
def test_any_style_attribute(text):
    """What is left is left a second time too."""
    once = wash_style(text, MAIL).text
    assert "expression" not in once
    assert "\n" not in once


@given(CSS)
def test_any_style_block(text):
    """What is left keeps the scope that it was given, and nothing of a closed comment."""
    washed = wash_sheet(text, Scope("#m div.b", "v1"), remote=True)
    assert washed.text is None or washed.text.startswith("/*") or "/*" not in washed.text


@given(st.dictionaries(st.sampled_from(("href", "src", "background", "id", "fill", "poster")), st.text()))
def test_any_address(attributes):
    """An attribute stays or goes; none is invented but those of a link."""
    for tag in ("a", "img", "td", "use"):
        kept = wash_attributes(tag, attributes, MAIL).kept
        assert set(kept) <= {*attributes, "target", "rel", "onclick", "href"}


@given(st.text(alphabet="a@.b,;<>\"' ?=%20\\-"))
def test_any_link_to_people(text):
    """The composer's argument cannot end the script around it."""
    script = opened(f"mailto:{text}").get("onclick", "")
    inside = script.removeprefix("return rcmail.command('compose','").removesuffix("',this)")
    assert "'" not in inside.replace("\\\\", "").replace("\\'", "")
