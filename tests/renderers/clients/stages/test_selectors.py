"""Tests of renderers/clients/stages/selectors.py, by the clients of the shipped data."""

from __future__ import annotations

import pytest

from renderers.clients.change import Change
from renderers.clients.mail import Client, Mail
from renderers.clients.stages.selectors import STAGE, Selectors


def read(css: str, client: str, **settings: object) -> tuple[str, list[Change]]:
    """Return the block as the client reads it, on one line, and the changes."""
    mail = Mail.of("<html><head><style></style></head><body></body></html>", Client("x", client))
    mail.blocks[0].text = css
    changes = list(STAGE.apply(mail, Selectors.model_validate({"notes": True, **settings})))
    return " ".join(mail.blocks[0].text.split()), changes


def kept(selectors: str, client: str) -> str:
    """Return the selectors of one rule that the client keeps."""
    return read(f"{selectors}{{color:red}}", client)[0].partition("{")[0].strip()


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    css = "a{b{c:d}}.e:hover,[f^=g]{h:i}"
    assert read(css, "outlook/outlook-com", notes=False) == (css, [])


@pytest.mark.parametrize(
    ("client", "selectors", "left"),
    [
        (
            "gmail/desktop-webmail",
            'td[class~="x"], [class~=y] b, td[class="x"], [title~=z], [class]',
            'td[class~="x"], [class~=y] b',
        ),
        (
            "outlook/outlook-com",
            "[a], td[b=c], [d~=e], f[g|=h], [i^=j], k[l$=m], [n*=o]",
            "[a], td[b=c], [d~=e], f[g|=h]",
        ),
        ("outlook/ios", ".a[b], .c d[e], .f [g]", ".c d[e], .f [g]"),
        ("yahoo/android", "[a=b], [a], c[a~=b], [a|=b], [a^=b]", "[a=b]"),
        ("mail-ru/desktop-webmail", "a[b='c^=d'], a[b*=c]", "a[b='c^=d']"),
        ("outlook/macos", "a:hover, .b a:HOVER, .c:hover, :hover, a.d:hover, #e:hover, *:hover", "a:hover, .b a:HOVER"),
        ("outlook/outlook-com", "p::first-line, .a:first-child b, td:last-child", "p::first-line, td:last-child"),
        ("outlook/android", "a:checked, .b:checked, .c:hover", "a:checked, .c:hover"),
        ("outlook/outlook-com", "a:not(.b:hover), a:not(c:hover)", "a:not(c:hover)"),
    ],
)
def test_selectors_that_a_client_cannot_read_are_removed(client: str, selectors: str, left: str):
    """The others of the list stay."""
    assert kept(selectors, client) == left


def test_a_rule_without_selectors_is_removed():
    """In media queries too; each selector is a change with the note as evidence."""
    css, changes = read("@media a{.b:hover{c:d}e{f:g}}", "outlook/outlook-com")
    assert css == "@media a { e { f:g; } }"
    assert [(each.rule, each.values, each.evidence.source) for each in changes] == [
        ("caniemail.css-pseudo-class-hover", {"code": ".b:hover"}, "caniemail css-pseudo-class-hover note 2")
    ]


def test_keyframes_are_no_selectors():
    """``50%`` selects nothing, and what stands in a font-face neither."""
    css = "@keyframes hover { from { top:0; } }"
    assert read(css, "outlook/outlook-com") == (css, [])


def test_nested_rules_leave_their_declarations():
    """They apply to the rule around, in the order in which they were written; @-rules inside stay."""
    css, changes = read(".a{b:c;.d{e:f;& g{h:i}}@media j{k:l}m:n}", "yahoo/desktop-webmail")
    assert css == ".a { b:c; e:f; h:i; @media j { k:l; } m:n; }"
    assert [each.values for each in changes] == [{"code": ".d"}, {"code": "& g"}]


def test_nested_rules_may_be_removed():
    """As Samsung's client does in a mail box of Microsoft, and in no other."""
    css = ".a{b:c;.d{e:f}}"
    assert read(css, "samsung-email/android", account="microsoft")[0] == ".a { b:c; }"
    assert read(css, "samsung-email/android") == (css, [])


def test_pseudo_classes_lose_their_arguments():
    """Which makes the selector invalid, and in a browser the whole rule; what is invalid already stays."""
    assert kept("a:nth-child(2n), b:has(> c:not(d)), e:not(f:nth-of-type(1))", "aol/desktop-webmail") == (
        "a:nth-child, b:has, e:not(f:nth-of-type)"
    )
    assert kept("a:nth-child(2)(3)", "aol/ios") == "a:nth-child(2)(3)"


def test_a_second_time_changes_nothing():
    """What is rewritten is not rewritten again."""
    css, _ = read("a:nth-child(2),b[c],d[e=f]{g:h;i{j:k}}", "yahoo/desktop-webmail")
    assert read(css, "yahoo/desktop-webmail") == (css, [])
