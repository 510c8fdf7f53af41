"""MJML 3 is read in today's words; everything else of the text stays as it was."""

from __future__ import annotations

import pytest

from templates.compile.pipeline import build
from templates.importing.mjml3 import is_mjml3, upgraded
from templates.source.parse import parse
from templates.source.validate import validate

WHOLE = """\
<mjml>
  <mj-head>
    <mj-attributes><mj-all font-size="14" padding="0" /><mj-class name="big" padding="10 25" /></mj-attributes>
  </mj-head>
  <mj-body>
    <mj-container background-color="#eeeeee" width="650">
      <!-- the bar -->
      <mj-navbar background-color="#ffffff">
        <mj-column width="80%">
          <mj-inline-links base-url="https://a.example.com"><mj-link href="/x">X</mj-link></mj-inline-links>
        </mj-column>
      </mj-navbar>
      <mj-hero height="300" background-url="https://a.example.com/bg.jpg">
        <mj-hero-content background-color="#123456" padding="20"><mj-text>Hi</mj-text></mj-hero-content>
      </mj-hero>
      <mj-section><mj-text>Loose</mj-text><mj-button href="#">Too</mj-button></mj-section>
      <mj-section><mj-section><mj-column><mj-text>Inner</mj-text></mj-column></mj-section></mj-section>
      <mj-section>
        <mj-column>
          <mj-html><b>as it is</b></mj-html>
          <mj-list color="#333333"><li>one</li></mj-list>
          <mj-location address="1 rue du Port, Vannes" color="#0000ff" />
          <mj-invoice intl="name:Article;price:Prix" color="#111111">
            <mj-invoice-item name="Tea &amp; cake" price="4 $" quantity="2" />
          </mj-invoice>
          <mj-social display="facebook twitter:url" facebook-content="Like" twitter-href="https://t.example.com"
            facebook-icon-color="#999999" mode="vertical" padding="10" />
        </mj-column>
      </mj-section>
    </mj-container>
  </mj-body>
</mjml>
"""


@pytest.fixture(scope="module")
def new() -> str:
    return upgraded(WHOLE)[0]


@pytest.mark.parametrize(
    "expected",
    [
        '<mj-all font-size="14px" padding="0" />',
        '<mj-class name="big" padding="10px 25px" />',
        '<mj-body background-color="#eeeeee" width="650px">',
        '<mj-section background-color="#ffffff" full-width="full-width">',
        '<mj-navbar base-url="https://a.example.com"><mj-navbar-link href="/x">X</mj-navbar-link></mj-navbar>',
        'inner-background-color="#123456" inner-padding="20px">',
        '<mj-section><mj-column><mj-text>Loose</mj-text><mj-button href="#">Too</mj-button></mj-column></mj-section>',
        "<mj-wrapper><mj-section><mj-column><mj-text>Inner</mj-text></mj-column></mj-section></mj-wrapper>",
        "<mj-text><b>as it is</b></mj-text>",
        '<mj-text color="#333333"><ul><li>one</li></ul></mj-text>',
        ">1 rue du Port, Vannes</a></mj-text>",
        '<th align="left">Article</th><th align="right">Prix</th><th align="right">Quantity</th>',
        '<td align="left">Tea &amp; cake</td><td align="right">4 $</td><td align="right">2</td>',
        '<mj-social mode="vertical" padding="10px">',
        '<mj-social-element name="facebook" background-color="#999999">Like</mj-social-element>',
        '<mj-social-element name="twitter-noshare" href="https://t.example.com"></mj-social-element>',
        "      <!-- the bar -->",
    ],
)
def test_old_words_become_new_ones(new, expected):
    """Container, bar, links, hero, social buttons, lists, places, invoices, loose texts, bare numbers."""
    assert expected in new


def test_the_result_is_the_mjml_of_today(new):
    """Nothing of it is unknown any more, and it compiles."""
    assert not is_mjml3(parse(new))
    assert {finding.code for finding in validate(parse(new))} <= {"unknown-attribute"}
    assert "Too" in build(new).html


def test_what_has_no_successor_is_told():
    """A person should look at the tables that replace them."""
    notices = upgraded(WHOLE)[1]
    assert [notice.values["name"] for notice in notices] == ["mj-invoice", "mj-list", "mj-location"]


@pytest.mark.parametrize(
    "text",
    [
        "<mjml><mj-body><mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section></mj-body></mjml>",
        '<mjml><mj-body><mj-social><mj-social-element name="x" /></mj-social></mj-body></mjml>',
        "<mjml><mj-body>  {% if a < b %}<mj-raw>x</mj-raw>{% endif %}</mj-body></mjml>",
    ],
)
def test_the_words_of_today_are_not_old(text):
    """A mail of this year is left alone, byte for byte."""
    assert not is_mjml3(parse(text))
    assert upgraded(text) == (text, [])


@pytest.mark.parametrize("text", ["<mj-container>", "<mj-hero-content", "<mj-list>", "<mj-social display='' />", ""])
def test_broken_text_is_no_trouble(text):
    """Tags that never end are upgraded as far as they go."""
    assert isinstance(upgraded(text)[0], str)
