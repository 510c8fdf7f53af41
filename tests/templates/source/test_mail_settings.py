"""Settings of the mail as a whole: set, taken away, and made where they are missing."""

from __future__ import annotations

import pytest

from templates.source.edit import apply
from templates.source.mail_settings import content_of, set_font, set_value
from templates.source.parse import parse
from templates.source.validate import validate

BARE = "<mjml>\n  <mj-body>\n  </mj-body>\n</mjml>\n"
FULL = """<mjml lang="en">
  <mj-head>
    <mj-title>Hello {{ name }}</mj-title>
    <mj-breakpoint width="400px" />
    <mj-font name="Inter" href="https://a.example/inter" />
  </mj-head>
  <mj-body width="640px">
  </mj-body>
</mjml>
"""


def after(text, edits):
    made = apply(text, edits)
    assert validate(parse(made)) == []
    return made


@pytest.mark.parametrize(
    ("name", "attribute", "value", "before", "then"),
    [
        ("mjml", "lang", "fr", '<mjml lang="en">', '<mjml lang="fr">'),
        ("mjml", "lang", "", '<mjml lang="en">', "<mjml>"),
        ("mj-body", "width", "700px", 'width="640px"', 'width="700px"'),
        ("mj-breakpoint", "width", "480px", 'width="400px"', 'width="480px"'),
        ("mj-breakpoint", "width", "", '    <mj-breakpoint width="400px" />\n', ""),
    ],
)
def test_a_setting_changes_in_its_place(name, attribute, value, before, then):
    """Nothing else does."""
    assert after(FULL, set_value(parse(FULL), name, attribute, value)) == FULL.replace(before, then)


def test_a_missing_head_is_made():
    """With the setting in it, before the body."""
    made = after(BARE, set_value(parse(BARE), "mj-breakpoint", "width", "500px"))
    assert made == BARE.replace(
        "  <mj-body>", '  <mj-head>\n    <mj-breakpoint width="500px" />\n  </mj-head>\n  <mj-body>'
    )
    assert set_value(parse(BARE), "mj-breakpoint", "width", "") == []


def test_a_part_of_a_mail_gets_no_head():
    """It is included by mails that have one."""
    assert set_font(parse("<mj-section></mj-section>"), "Inter", "https://a.example") == []


def test_fonts_come_and_go():
    """A font that is known gets another address; without an address it is forgotten."""
    tree = parse(FULL)
    assert 'href="https://b.example/?a&amp;b"' in after(FULL, set_font(tree, "Inter", "https://b.example/?a&b"))
    assert after(FULL, set_font(tree, "Lora", "https://a.example/lora")).count("<mj-font") == 2
    assert "<mj-font" not in after(FULL, set_font(tree, "Inter", ""))
    assert set_font(tree, "Lora", "") == []


def test_the_content_of_an_element_is_its_source():
    """Tags and all; nothing for an element that is not there."""
    assert content_of(parse(FULL), "mj-title") == "Hello {{ name }}"
    assert content_of(parse(BARE), "mj-title") == ""
