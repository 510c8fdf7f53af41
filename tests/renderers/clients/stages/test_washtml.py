"""Tests of renderers/clients/stages/washtml.py: the changes it tells of; what it makes is compared in ../washtml."""

from __future__ import annotations

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.stages.washtml import STAGE

PAGE = "<html><head><style>{sheet}</style></head><body{body}>{mail}</body></html>"


def told(mail: str = "x", sheet: str = ".a{b:c}", body: str = "", mode: str = "light") -> list[str]:
    """Return what the stage says that it did."""
    made = client_html(PAGE.format(sheet=sheet, body=body, mail=mail), "roundcube-web", mode=mode)
    return [str(change) for change in made.changes if change.rule.startswith("washtml.")]


def test_without_a_sanitizer_nothing_happens(through):
    """The defaults leave a mail as it is."""
    mail = "<html><head></head><body><section>x</section></body></html>"
    assert through(STAGE, mail) == (mail, [])


def test_a_second_time_changes_nothing():
    """A washed mail is known by its container."""
    once = client_html(PAGE.format(sheet=".a{b:c}", body="", mail='<p class="a">x</p>'), "roundcube-web").html
    again = client_html(once, "roundcube-web")
    assert again.html == once
    assert not [change for change in again.changes if change.rule.startswith("washtml.")]


@pytest.mark.parametrize(
    ("mail", "sheet", "body", "sentence"),
    [
        ('<p class="a">x</p>', "", "", "Classes and ids get the prefix v1."),
        ("x", ".a{b:c}", ' class="k"', "no rule of a style block applies"),
        ("<section>x</section><section>y</section>", "", "", "section is removed, its content stays (2 times)."),
        ("<script>x</script>", "", "", "script is removed with its content (1 times)."),
        ("<form>x</form>", "", "", "The form becomes a div (1 times)."),
        ('<p data-x="1">x</p>', "", "", "The attribute data-x is removed (1 times)."),
        ('<p style="a:expression(1)">x</p>', "", "", "The declaration a: expression(1) is removed (1 times)."),
        ('<p style="width:10">x</p>', "", "", "width: 10 becomes width: 10px."),
        ("x", "@import url(https://x.test/a.css);", "", "The style block is removed: it holds importu."),
        ("x", "@media print and (a){p{b:c}}", "", "The scope is written into @media print and (a)"),
        ("x", ".a{b:url(c.png)}", "", "The declaration b: url(c.png) is removed (1 times)."),
    ],
)
def test_what_it_does_is_told(mail, sheet, body, sentence):
    """Each kind of change has its sentence."""
    assert any(sentence in each for each in told(mail, sheet, body)), told(mail, sheet, body)


def test_a_lost_media_attribute_is_told():
    """A style element keeps its rules and loses its condition."""
    made = client_html('<style media="print">p{a:b}</style>', "roundcube-web")
    assert "it loses its media print" in " ".join(map(str, made.changes))


def test_changes_know_their_place():
    """The first section is where the change is."""
    html = PAGE.format(sheet="", body="", mail="<p>x</p><section>y</section>")
    change = next(each for each in client_html(html, "roundcube-web").changes if "section" in str(each))
    assert html[change.at :].startswith("<section>")
    assert "1.6.5" in change.evidence.source


def test_pictures_of_other_servers_are_blocked():
    """With pictures off another one stands in their place, and a style block with an address goes."""
    html = PAGE.format(sheet=".a{b:url(https://x.test/a)}", body="", mail='<img src="https://x.test/b.png" alt="c">')
    made = client_html(html, "roundcube-web", mode="images-off").html
    assert 'src="data:image/png' in made
    assert "x.test" not in made
    assert "<style" not in made


def test_a_mail_that_a_sheet_swallows_is_told():
    """A less-than sign in a style sheet empties the mail."""
    made = client_html(PAGE.format(sheet="@media (width<=9px){.a{b:c}}", body="", mail="Gone"), "roundcube-web")
    assert "Gone</div>" not in made.html
    assert any(change.rule == "style-ends.tags" for change in made.changes)
