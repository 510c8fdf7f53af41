"""Tests of renderers/clients/stages/style_blocks.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.change import Change
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import steps_of
from renderers.clients.profile import Profile, profiles
from renderers.clients.stages.style_blocks import STAGE, StyleBlocks

GMAIL = {"max_bytes": 16_384, "no_nested_at": True, "no_spaced_rgb": True, "null_escape": "fatal"}


def read(*blocks: str, **settings: object) -> tuple[list[str], list[Change]]:
    """Return the blocks that are left, and the changes."""
    mail = Mail.of("<html><head>" + "<style></style>" * len(blocks) + "</head><body></body></html>", Client("x"))
    for block, css in zip(mail.blocks, blocks, strict=True):
        block.text = css
    changes = list(STAGE.apply(mail, StyleBlocks.model_validate(settings)))
    return [block.text for block in mail.blocks], changes


def left(css: str, **settings: object) -> str | None:
    """Return what is left of one block; None when it is gone."""
    blocks, changes = read(css, **settings)
    assert bool(changes) == (blocks != [css])
    return blocks[0] if blocks else None


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    css = r"/* c */@media a,b{@media c{.x\0{color:rgb(0 1 2)!IMPORTANT}}}[a='b;']{c:/* d */url(e)}f{g:h}"
    assert read(css) == ([css], [])


def test_blocks_past_the_limit_are_removed():
    """The one that passes it goes and all behind it, however small; what stands before stays. Bytes count."""
    first, second, third = "a{b:c}", 'a{content:"' + "é" * 8_190 + '"}', "d{e:f}"
    blocks, changes = read(first, second, third, max_bytes=16_384)
    assert blocks == [first]
    assert [each.values["size"] for each in changes] == [16_399, 16_405]


def test_a_block_that_reaches_the_limit_exactly_stays():
    """16 384 bytes are read, one more is too much."""
    css = "a{}" + " " * (16_384 - 3)
    assert left(css, max_bytes=16_384) == css
    assert left(css + " ", max_bytes=16_384) is None


@pytest.mark.parametrize(
    "css",
    [
        "@media screen{@font-face{font-family:z}}",
        "i{top:0}@supports (a:b){b{c:d}@media (min-width:1px){e{f:g}}}",
        "@ { @ }",
        "@media x{@import 'y';}",
    ],
)
def test_an_at_rule_inside_another_costs_the_block(css: str):
    """Whichever they are, and wherever in the block."""
    assert left(css, no_nested_at=True) is None


@pytest.mark.parametrize(
    "css",
    [
        "@import 'a';@media x{b{c:d}}@font-face{e:f}",
        "@media x{/* @ */a{content:'@';b:url(c@2x.png)}}",
    ],
)
def test_at_rules_beside_one_another_and_signs_in_text_are_read(css: str):
    """An ``@`` in a comment, a string or an address starts no rule."""
    assert left(css, no_nested_at=True) == css


def test_only_the_block_with_the_mistake_goes():
    """So authors split their blocks."""
    blocks, changes = read("a{b:c}", "@media x{@page{d:e}}", "f{g:h}", **GMAIL)
    assert blocks == ["a{b:c}", "f{g:h}"]
    assert [each.rule for each in changes] == ["style-blocks.no_nested_at"]


@pytest.mark.parametrize(
    ("setting", "css"),
    [
        ("no_spaced_rgb", "a{color:RGB( 0 128 0 / 1)}"),
        ("no_spaced_rgb", "a{border:1px solid rgba(0 0 0)}"),
        ("no_urls", "a{background:URL('b')}"),
        ("no_capital_important", "a{b:c! Important}"),
    ],
)
def test_a_value_may_cost_the_whole_block(setting: str, css: str):
    """Gmail parses a sheet as a whole and keeps nothing of one it cannot read."""
    assert left(css, **{setting: True}) is None


@pytest.mark.parametrize(
    ("setting", "css"),
    [
        ("no_spaced_rgb", "a{color:rgb( 0 , 128 , 0 )}/* rgb(0 1 2) */"),
        ("no_urls", "/* url(a) */b{c:d}"),
        ("no_capital_important", "a{b:c ! important}/* !IMPORTANT */"),
    ],
)
def test_values_that_are_written_as_expected_cost_nothing(setting: str, css: str):
    """Neither does what stands in comments."""
    assert left(css, **{setting: True}) == css


def test_null_in_a_selector_costs_the_block_or_is_dropped():
    r"""One client throws the block away, another reads ``.x\0`` as ``.x``; that is how authors tell them apart."""
    assert left(r".x\0{a:b}", null_escape="fatal") is None
    assert left(r".x\0 .y\0{a:b}c{e:red\0/}", null_escape="dropped") == ".x .y{a:b}c{e:red}"


def test_other_escapes_are_no_null():
    r"""``\00e9`` is a letter, ``\\0`` a backslash and a digit, and a string holds what it likes."""
    css = r'.\00e9,.a\\0{content:"\0"}'
    assert left(css, null_escape="fatal") == css
    assert left(r".\00e9,.a\\0{b:c}", null_escape="dropped") == r".\00e9,.a\\0{b:c}"


def test_what_follows_a_double_brace_is_lost():
    """Minified media queries end so; braces in strings and comments do not count."""
    css = "a{content:'}}'}/* }} */@media x{b{c:d}}e{f:g}"
    assert left(css, rest_lost_after_double_brace=True) == css.removesuffix("e{f:g}")


@pytest.mark.parametrize("css", ["@media x{a{b:c} }d{e:f}", "@media x{a{b:c}/**/}d{e:f}", "@media x{a{b:c}}\n"])
def test_anything_between_the_braces_saves_the_rest(css: str):
    """A blank does, a comment does; and at the end of the block there is nothing to lose."""
    assert left(css, rest_lost_after_double_brace=True) == css


def test_a_media_query_list_costs_itself_and_the_rest():
    """Only at that block, in whatever case, also inside another @-rule."""
    blocks, _ = read(
        "a{b:c}@MEDIA screen and (min-width:1px), print{d{e:f}}g{h:i}", "j{k:l}", rest_lost_at_media_comma=True
    )
    assert blocks == ["a{b:c}", "j{k:l}"]
    assert left("@supports (a:b){c{d:e}@media f,g{}}", rest_lost_at_media_comma=True) == "@supports (a:b){c{d:e}"


def test_other_commas_cost_nothing():
    """Selector lists have commas, functions and comments too."""
    css = "a,b{c:d,e}@media (width > max(1px,2px))/* , */{f,g{h:i}}"
    assert left(css, rest_lost_at_media_comma=True) == css


@pytest.mark.parametrize("selector", ['div[style="margin:0;"]', "div[style='a;b'] .c", "[a=b;c]"])
def test_a_semicolon_in_an_attribute_selector_costs_the_rest(selector: str):
    """Quoted or not; what stands before the rule is read."""
    assert left(f"a{{b:c;}}{selector}{{d:e}}f{{g:h}}", rest_lost_at_selector_semicolon=True) == "a{b:c;}"


def test_attribute_selectors_without_a_semicolon_cost_nothing():
    """Semicolons between declarations and behind @import are in no selector."""
    css = '@import "a";b[c="d"]{e:f;g:h;}'
    assert left(css, rest_lost_at_selector_semicolon=True) == css


def test_a_comment_costs_the_next_rule():
    """The client puts something of its own in the place of the comment."""
    assert left("a{b:c}/* d */ e{f:/* g */h}i{j:k}", comment_removes="next") == "a{b:c}i{j:k}"


def test_a_comment_costs_the_rule_around_it():
    """In front of a selector or an @media, and between declarations; other rules stay."""
    css = "/* a */@media b{c{d:e}}f{g:/**/h}i{j:k}@media l{/* m */n{o:p}q{r:s}/* t */}"
    assert left(css, comment_removes="rule") == "i{j:k}@media l{q{r:s} }"


def test_comments_in_values_are_opened():
    """Their marks go; a comment between declarations, or one that reads as no value, stays a comment."""
    assert left(
        "a{/* b */color:/* red */;width:/* calc(1px + 2px) */!important;top:1px/* it's */}",
        comments_in_values_opened=True,
    ) == ("a{/* b */color:  red  ;width:  calc(1px + 2px)  !important;top:1px/* it's */}")


def test_blocks_of_the_client_itself_are_left_alone():
    """Applied to what it made before, the stage does not judge its own styles."""
    mail = Mail.of("<html><head><style data-client>@media x{@page{}}</style></head></html>", Client("x"))
    assert list(STAGE.apply(mail, StyleBlocks.model_validate(GMAIL))) == []


def _readers() -> list[Profile]:
    """Return one profile for each way to read style blocks."""
    found = {str(dict(each.steps)["style-blocks"]): each for each in profiles() if "style-blocks" in dict(each.steps)}
    return list(found.values())


CSS = st.text("{}[]()<>;:,@!\\/*\"' \na0b") | st.lists(
    st.sampled_from([*"{}a:;)'\"", "@media ", "screen,", "/*", "*/", "[b='c;']", "\\0", "url(", "rgb(0 1 2)", "!x"])
).map("".join)


@given(reader=st.sampled_from(_readers()), css=CSS)
def test_any_text_is_read_and_a_second_reading_changes_nothing(reader: Profile, css: str):
    """However broken the CSS is, in every client that has such mistakes."""
    settings = next(dict(settings) for name, settings in reader.steps if name == "style-blocks")
    blocks, _ = read(css, css, **settings)
    assert read(*blocks, **settings) == (blocks, [])


def test_profiles_with_old_bugs_have_steps():
    """The settings of every profile fit the stage."""
    assert all(steps_of(each, old=True) for each in _readers())
