"""The compiler's HTML against npm mjml's, token by token."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from templates.compile.engine import mjml_engine
from templates.compile.mjml_reference import V8Engine
from templates.compile.parity import differences, digest, kinds, tokens
from templates.compile.pipeline import build

GOLDEN = Path(__file__).parents[2] / "golden" / "mjml"
REFERENCE = json.loads((GOLDEN / "reference.json").read_text())
OWN = sorted(name for name in REFERENCE if "/" not in name)
GALLERY = sorted(name for name in REFERENCE if "/" in name)


def test_every_fixture_has_a_reference():
    """A fixture without a stored hash would test nothing."""
    assert sorted(path.name for path in GOLDEN.glob("*.mjml")) == OWN


@pytest.mark.parametrize("name", OWN)
def test_own_fixtures_compile_like_the_reference(name):
    """The HTML has the very tokens that npm mjml makes."""
    html = mjml_engine().compile((GOLDEN / name).read_text(encoding="utf-8")).html
    assert (len(tokens(html)), digest(html)) == (REFERENCE[name]["tokens"], REFERENCE[name]["sha256"])


@pytest.mark.parametrize("name", GALLERY)
def test_the_gallery_compiles_like_the_reference(name, shared):
    """Real mails have the very tokens that npm mjml makes."""
    source = (shared / "data" / "mjml-gallery" / name.partition("/")[2]).read_text(encoding="utf-8")
    html = mjml_engine().compile(source).html
    assert (len(tokens(html)), digest(html)) == (REFERENCE[name]["tokens"], REFERENCE[name]["sha256"])


def test_the_engine_here_is_the_reference():
    """The hashes above say something about V8 only while V8 is what compiles."""
    assert isinstance(mjml_engine(), V8Engine)


@pytest.mark.parametrize("name", [name for name in OWN if name not in {"raw.mjml", "tagged.mjml"}])
def test_a_build_without_tags_changes_nothing_before_inlining(name):
    """The whole road to the HTML before inlining leaves MJML without template tags as it is."""
    made = build((GOLDEN / name).read_text(encoding="utf-8"))
    assert digest(made.html_before_inlining) == REFERENCE[name]["sha256"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            '<td class="a"  style="color: red;width:1px">x</td>',
            "<td style='width:1px; color:red' class=a>\n x </td>",
            True,
        ),
        ("<p>a&amp;b</p>", "<p>a&#38;b</p>", True),
        ("<i id='0123456789abcdef'></i>", "<i id='fedcba9876543210'></i>", True),
        ("<style>a{color:red}</style>", "<style> a { color : red; } </style>", True),
        ('<td width="1">x</td>', '<td width="2">x</td>', False),
        ("<p>a</p>", "<p>b</p>", False),
        ("<style>a{color:red}</style>", "<style>a{color:blue}</style>", False),
        ("<!--[if mso]><td><![endif]-->", "<!--[if mso]><tr><![endif]-->", False),
        ("<!--[if mso]><td><![endif]-->", "<td>", False),
    ],
)
def test_tokens_ignore_what_changes_no_mail_and_nothing_else(one, other, same):
    """White space, quotes, entities, order and random ids do not count; everything else does."""
    assert (digest(one) == digest(other)) is same
    assert (differences(one, other) == []) is same


def test_a_difference_is_said_by_its_attribute():
    """Two tags that differ in one declaration give one short line."""
    found = differences('<td style="width:1px;color:red" class="a">', '<td style="width:2px;color:red">')
    assert kinds(found) == ["td class: -a", "td style: -width:1px +width:2px"]
