"""What the table of caniemail.com says no to goes, all else stays, and each change says why."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from lxml.html import tostring

from renderers.clients.change import Change, Evidence
from renderers.clients.features.markup import WHOLE
from renderers.clients.features.overlaps import contradictions
from renderers.clients.features.used import features_of
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.profile import profiles
from renderers.clients.stages.support import Support, apply
from renderers.clients.support import table

USES: dict[str, list[str]] = tomllib.loads((Path(__file__).parents[1] / "features" / "uses.toml").read_text("utf-8"))
COLUMNS = (
    "gmail/desktop-webmail",
    "outlook/windows",
    "yahoo/ios",
    "orange/ios",
    "apple-mail/macos",
    "mail-ru/desktop-webmail",
)


def shown(html: str, settings: Support, pair: str = "", **evidence: Evidence) -> tuple[str, list[Change]]:
    """What a client with these settings leaves of a body, and the changes."""
    known = {f"support.{name}": each for name, each in evidence.items()}
    mail = Mail.of(mark(html), Client("x", pair, evidence=known))
    changes = list(apply(mail, settings))
    return unmark(mail.html()), changes


def without(html: str, *features: str) -> str:
    """What is left of a piece of a body in a client without some features."""
    mail = Mail.of(mark(html), Client("x"))
    list(apply(mail, Support(also=features)))
    text: str = tostring(mail.body, encoding="unicode")
    return unmark(text).removeprefix("<body>").removesuffix("</body>")


def test_by_default_nothing_is_done() -> None:
    """A profile that follows no table shows the mail as it is."""
    html = '<p style="float:left"><abbr>x'
    assert shown(html, Support(), "outlook/windows")[1] == []


@pytest.mark.parametrize("pair", COLUMNS)
def test_the_mail_agrees_with_the_table(pair: str) -> None:
    """Each use of a feature is gone where the newest test says no, and there where it says anything else.

    Uses that need another missing feature are left out: they show nothing about this one.
    """
    column = table().column(pair)
    dead = {slug for slug, cell in column.items() if cell.code == "n"} - WHOLE.keys()
    wrong = []
    for slug, written in USES.items():
        for use in written:
            if slug not in dead and (features_of(use) & dead):
                continue
            left = features_of(shown(use, Support(table=True), pair)[0])
            if (slug in left) == (slug in dead):
                wrong.append((slug, use))
    assert wrong == []


@pytest.mark.parametrize("pair", COLUMNS)
def test_a_second_time_changes_nothing(pair: str) -> None:
    """What a client does not know is gone at once."""
    html = "".join(use for written in USES.values() for use in written)
    once = shown(html, Support(table=True), pair)[0]
    assert shown(once, Support(table=True), pair)[1] == []


@pytest.mark.parametrize(
    ("html", "feature", "left"),
    [
        ("a <abbr>b <b>c</b></abbr> d", "html-abbr", "a b <b>c</b> d"),
        ("a<wbr>b", "html-wbr", "ab"),
        ("<svg><text>a</text></svg>b", "html-svg", "b"),
        ('<video><source src="a.mp4"><img src="b.png"> c</video>', "html-video", '<img src="b.png"> c'),
        ('<picture><source srcset="a.webp"><img src="b.png"></picture>', "html-picture", '<img src="b.png">'),
        ("<select><option>a</option><option>b</option></select>", "html-select", "ab"),
        ('<input type="TEXT"><input type="radio">', "html-input-text", '<input type="radio">'),
        ("<button>a</button><button type=reset>b</button>", "html-button-submit", 'a<button type="reset">b</button>'),
        ("<article><nav>a</nav></article>", "html-semantics", "a"),
        ('<p align="right" dir="rtl">a</p>', "html-align", '<p dir="rtl">a</p>'),
        ('<img srcset="a 2x" sizes="1px" src="b.png">', "html-srcset", '<img src="b.png">'),
        ('<a href="#top">a</a><a href="/x#y">b</a>', "html-anchor-links", '<a>a</a><a href="/x#y">b</a>'),
        ('<a href="MAILTO:a@example.com">a</a>', "html-mailto-links", "<a>a</a>"),
        ('<img src="a.webp" alt="b">', "image-webp", '<img alt="b">'),
        ('<img src="data:image/png;base64,iVBO" alt="b">', "image-base64", '<img alt="b">'),
        ('<p style="float:left;color:red">a</p>', "css-float", '<p style="color:red">a</p>'),
        ('<p style="float:left">a</p>', "css-float", "<p>a</p>"),
        ("<style>a{}</style>b", "html-style", "b"),
    ],
)
def test_what_goes_leaves_what_it_should(html: str, feature: str, left: str) -> None:
    """Text stays to be read, a fallback is shown, an image shows its alternative text."""
    assert without(f"<i></i>{html}", feature) == f"<i></i>{left}"


def test_a_change_tells_rule_source_date_and_place() -> None:
    """The rule is caniemail's; the source names the notes; the place is that of the tag."""
    html = '<p>a</p><p class="b c" style="border-radius:4px">d</p>'
    (change,) = shown(html, Support(table=True), "outlook/windows")[1]
    assert str(change) == "border-radius:4px is removed: border-radius is not supported."
    assert change.rule == "caniemail.css-border-radius"
    assert change.evidence == Evidence("caniemail css-border-radius note 1", "2021-03-09", "certain")
    assert (change.at, change.element) == (html.index("<p class"), "p.b")


def test_where_the_table_contradicts_itself_the_change_is_contested() -> None:
    """One of two overlapping features is known, the other is not."""
    assert contradictions(table().column("apple-mail/ios"))
    (change,) = shown('<p style="inline-size:9px">a', Support(table=True), "apple-mail/ios")[1]
    assert change.evidence.certainty == "contested"


def test_an_older_version_has_its_own_column() -> None:
    """Outlook 2013 shows no SVG, Outlook 2019 does."""
    html = '<img src="a.svg">'
    assert shown(html, Support(table=True), "outlook/windows")[1] == []
    assert len(shown(html, Support(table=True, version="2013"), "outlook/windows")[1]) == 1


def test_exceptions_are_settings() -> None:
    """What is alive, or fails elsewhere, stays; what the table does not say goes with evidence of its own."""
    html = '<p style="border-radius:4px;float:left;width:1px">a'
    told = Evidence("a report", "2026-01")
    settings = Support(table=True, alive=("css-border-radius",), elsewhere=("css-float",), also=("css-width",))
    _, changes = shown(html, settings, "outlook/windows", also=told)
    assert [(each.rule, each.evidence) for each in changes] == [("support.also", told)]


def test_rules_without_a_feature_may_go() -> None:
    """The table knows few @-rules; a client may drop others."""
    html = "<style>@layer a { p { color: red } } p { top: 0 }</style>"
    made, changes = shown(html, Support(also=("@layer",)))
    assert "<style>p { top: 0; }</style>" in made
    assert [str(each) for each in changes] == ["The rule @layer a is removed: @layer is not supported."]


def test_some_clients_remove_elements_with_their_content() -> None:
    """A setting names them."""
    html = "<video>a</video><audio>b</audio>c"
    made, _ = shown(html, Support(also=("html-video", "html-audio"), whole=("html-video",)))
    assert made.endswith("<body>bc</body></html>")


def test_variables_may_be_dropped_while_var_works() -> None:
    """Gmail does so."""
    made, _ = shown('<p style="--a:red;color:var(--a,blue)">x', Support(also=("css-variables",), keeps_var=True))
    assert 'style="color:var(--a,blue)"' in made


def test_what_a_client_added_itself_stays() -> None:
    """Its own page is no part of the mail."""
    html = '<div data-client="" style="float:left" align="left">a</div><style data-client="">p{float:left}</style>'
    assert shown(html, Support(also=("css-float", "html-div", "html-align", "html-style")))[1] == []


def test_thousands_of_elements_go_at_once() -> None:
    """Between them and around them the text stays in order."""
    made = without("<i></i>" + "<abbr>a</abbr>b<u></u>" * 20_000, "html-abbr")
    assert made == "<i></i>" + "ab<u></u>" * 20_000


def test_every_profile_with_data_follows_it() -> None:
    """Except those whose own code is known better than the table (Proton, Roundcube)."""
    following = {shown.id: dict(shown.steps).get("support", {}) for shown in profiles() if shown.caniemail}
    idle = {name for name, settings in following.items() if not settings.get("table")}
    assert idle == {"free-web", "proton-android", "proton-ios", "proton-web"}


def test_every_exception_is_one() -> None:
    """Some client of the same settings has a no there; where a newer table settles it, the exception can go."""
    excepted: dict[str, set[str]] = {}
    denied: dict[str, set[str]] = {}
    for each in profiles():
        settings = Support(**dict(each.steps).get("support", {}))
        assert {slug for slug in (*settings.also, *settings.whole) if slug[0] != "@"} <= table().features.keys()
        column = table().column(each.caniemail, settings.version)
        key = settings.model_dump_json(exclude={"version"})
        excepted.setdefault(key, set()).update(settings.alive, settings.elsewhere)
        denied.setdefault(key, set()).update(slug for slug, cell in column.items() if cell.code == "n")
    assert {key: slugs - denied[key] for key, slugs in excepted.items() if slugs - denied[key]} == {}


def test_it_stands_between_the_clients_faults_and_its_page() -> None:
    """Notes rewrite what the table would take out; prefixes and the client's own styles are none of the mail's."""
    before = {"style-blocks", "at-rules", "selectors", "declarations", "elements", "structure"}
    after = {"attributes", "prefix", "client-styles"}
    for each in profiles():
        names = [name for name, _ in each.steps]
        if "support" in names:
            place = names.index("support")
            assert not before & {*names[place:]}, each.id
            assert not after & {*names[:place]}, each.id
