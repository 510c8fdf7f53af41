"""Tests of renderers/clients/css/raw.py."""

from __future__ import annotations

import pytest

from renderers.clients.css.raw import blank_comments, cut_out, has_comment, open_comments, raw_sheet


def test_rules_are_stretches_of_the_text():
    """Comments in front belong to a rule; so does all it holds."""
    text = "a{b:c}/* d */@media e{f{g:h}}i{j:k"
    rules = raw_sheet(text).rules
    assert [text[each.start : each.end] for each in rules] == [
        "a{b:c}",
        "/* d */@media e{f{g:h}}",
        "f{g:h}",
        "i{j:k",
    ]
    assert [(each.at, each.within_at, each.leaf) for each in rules] == [
        (False, False, True),
        (True, False, False),
        (False, True, True),
        (False, False, True),
    ]


def test_a_rule_owns_its_prelude_and_a_body_without_rules():
    """What stands in rules inside it is theirs."""
    text = "/* a */@media b{c{d:e}}"
    outer, inner = raw_sheet(text).rules
    assert (outer.own(text), inner.own(text)) == ("/* a */@media b", "c{d:e}")


@pytest.mark.parametrize(
    ("text", "nested"),
    [("@a{@b{}}", True), ("@a{c{}}@b{}", False), ("@a{c{d:@e}}", True), ("@a{'@'}", False), ("@a;@b{}", False)],
)
def test_an_at_sign_inside_an_at_rule_is_noticed(text: str, nested: bool):
    """Whatever stands behind it; not in strings, and not beside one another."""
    assert raw_sheet(text).nested_at is nested


def test_semicolons_end_a_prelude_but_for_those_in_brackets():
    """An attribute selector may hold one."""
    text = "@import a;[b=c;d]{e:f}"
    assert [text[each.start : each.brace] for each in raw_sheet(text).rules] == ["[b=c;d]"]


@pytest.mark.parametrize(
    ("declarations", "read"),
    [
        ("color:/* red */", "color:  red  "),
        ("a:b;/* c */d : /* e */!important", "a:b;/* c */d :   e  !important"),
        ("/* a */b/* c */:d/* e */", "/* a */b/* c */:d  e  "),
        ("a:'/* b */' /* it's */", "a:'/* b */' /* it's */"),
        ("a:/* { */b", "a:/* { */b"),
        ("a:b", "a:b"),
    ],
)
def test_comments_in_values_are_read(declarations: str, read: str):
    """Only there, not in strings, and only what reads as a value."""
    assert open_comments(declarations) == read


def test_comments_are_found_and_blanked_but_not_in_strings():
    """``content: "/* */"`` holds none."""
    assert [has_comment(text) for text in ("a/* b */", "a/*", 'a"/* b */"', "a / * b")] == [True, True, False, False]
    assert blank_comments('a/* b */c"/* d */"/* e') == 'a c"/* d */" '


def test_stretches_are_cut_out_once():
    """One inside another goes with it."""
    assert cut_out("abcdefgh", [(1, 4), (2, 3), (5, 6)]) == "aegh"
