"""The sheet's page: everything in it, nothing from elsewhere."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import async_playwright
from selectolax.lexbor import LexborHTMLParser

from assets import asset
from renderers.engines.locate import locate
from renderers.proofs.approval import page as page_module
from renderers.proofs.approval.page import page_of, wanted_of
from renderers.proofs.approval.pictures import sliced
from renderers.proofs.approval.sheet import SheetCheck
from renderers.proofs.approval.sheet_of_run import proof_sheet
from templates.errors import InputError

ROOM = Path(page_module.__file__).parent
HOSTILE = ["</script><script>x</script>", '"><img src=x onerror=x>', "{{ 7*7 }}", "</style><b>", "\u202eevil"]


def written(sheet, *, for_paper=False):
    wanted = {found.file: found for each in sheet.pictures if (found := wanted_of(each))}
    slices = dict(zip(wanted, sliced(list(wanted.values()), for_paper=for_paper), strict=True))
    return page_of(sheet, slices, for_paper=for_paper)


def texts(page, selector):
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page).css(selector)]


def test_it_shows_the_run(sheet):
    """Head, inbox, pictures by group with label and stand-in; clients that show the same share a picture."""
    page = written(sheet)
    assert texts(page, "h1") == ["summer.en"]
    assert "3 November 2026 at 10:30" in texts(page, ".facts")[0]  # in the workspace's zone
    assert "anna" in page
    assert "studio-7" not in page
    assert texts(page, ".pictures h2") == ["Desktop", "Web", "Mobile"]
    assert [len(LexborHTMLParser(each.html).css(".client")) for each in LexborHTMLParser(page).css(".card header")] == [
        1,
        2,
        1,
    ]
    assert texts(page, ".stand-in") == ["Drawn by Chromium in place of WebKit."]
    assert [node.attributes["data-places"] for node in LexborHTMLParser(page).css(".answer")] == [
        "[2]",
        "[0, 1]",
        "[3]",
        "[null]",
    ]
    assert len(LexborHTMLParser(page).css("#picture-3 figure")) == 2
    assert len(texts(page, ".rows li")) == 4


@pytest.mark.parametrize("for_paper", [False, True])
def test_it_loads_nothing(sheet, for_paper):
    """Every address is inside the page, and only our own script may run."""
    page = written(sheet, for_paper=for_paper)
    parsed = LexborHTMLParser(page)
    assert all(node.attributes["src"].startswith("data:image/") for node in parsed.css("[src]"))
    assert {node.attributes["href"] for node in parsed.css("[href]")} <= {"#whole"}
    assert parsed.css("link, iframe, object, embed, form, base, [srcset], [onclick]") == []
    assert set(re.findall(r"url\(\"?([^;)]*)", page)) <= {"data:font/ttf"}
    assert "@import" not in page
    assert re.search(r"https?://(?!www\.w3\.org)", re.sub(r"base64,[A-Za-z0-9+/=]*", "", page)) is None
    policy = parsed.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "script-src 'sha256-" in policy
    assert bool(parsed.css("script, .answer")) != for_paper


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_only_shown(agency, keep_run, text):
    """Whatever name, subject or note holds, no element comes of it."""
    kept = keep_run()
    usual = {(node.tag) for node in LexborHTMLParser(written(proof_sheet(agency, kept))).css("*")} | {"ul", "small"}
    mails = tuple(replace(each, subject=text, preheader=text, sender=text) for each in kept.mails)
    odd = replace(kept, run=replace(kept.run, name=text, author=text, version=text), mails=mails)
    for for_paper in (False, True):
        page = written(proof_sheet(agency, odd, checks=[SheetCheck(text, "failed", text)]), for_paper=for_paper)
        parsed = LexborHTMLParser(page)
        assert {node.tag for node in parsed.css("*")} - usual == set()
        assert parsed.css("[onerror]") == []
        assert parsed.css_first(".named").text() == text
        assert len(parsed.css("script")) == (0 if for_paper else 2)


def test_a_missing_picture_says_so(agency, keep_run):
    """The card stays and can be answered."""
    assert texts(written(proof_sheet(agency, keep_run(lost=[2]))), ".picture.none") == [
        "The file of this picture is missing."
    ]


def test_it_has_room_for_checks(agency, keep_run):
    """None without any."""
    kept = keep_run()
    checks = [SheetCheck("Links", "passed"), SheetCheck("Weight", "warning", "98 kB of 102.")]
    assert texts(written(proof_sheet(agency, kept, checks=checks)), ".checks li") == [
        "PassedLinks",
        "To look atWeight 98 kB of 102.",
    ]
    assert ".checks" not in texts(written(proof_sheet(agency, kept)), "section")


def test_a_segment_is_called_by_its_name(agency, keep_run):
    """By its id while the file of the segments is broken."""
    kept = keep_run()
    shots = tuple(replace(each, shot=replace(each.shot, segment="vip")) for each in kept.shots)
    mails = tuple(replace(each, segment="vip") for each in kept.mails)
    file = agency.root / "segments.toml"
    for text, name in [('segments = [{ id = "vip", name = "Best clients" }]', "Best clients"), ("[[", "vip")]:
        file.write_text(text, "utf-8")
        page = written(proof_sheet(agency, replace(kept, shots=shots, mails=mails)))
        assert f"default · Segment {name}" in texts(page, ".envelope")[0]


def test_clients_can_be_chosen(agency, keep_run):
    """At least one that the run shows."""
    kept = keep_run()
    assert [each.places for each in proof_sheet(agency, kept, clients=["orange-web"]).pictures] == [(1,)]
    with pytest.raises(InputError, match="None of these clients"):
        proof_sheet(agency, kept, clients=["hey-web"])


def test_paper_has_boxes_to_tick(sheet):
    """For each picture, and a block to sign."""
    page = written(sheet, for_paper=True)
    assert len(texts(page, ".ticks")) == 3
    assert "Signature" in texts(page, ".signature .line")


def said() -> set[str]:
    """Every sentence of the sheet: of its code, and of its page."""
    found = set(re.findall(r'\bt\("([^"]+)"', (ROOM / "sheet.html.jinja").read_text("utf-8")))
    found |= {
        word
        for pair in re.findall(r'counted\([^"]*"([^"]+)", "([^"]+)"', (ROOM / "sheet.html.jinja").read_text("utf-8"))
        for word in pair
    }
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"t", "t.raw", "words", "sheet.words"}:
                found |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    return found


def test_everything_is_said_in_french(agency, keep_run):
    """None is missing, none left over, all with the same slots."""
    table = tomllib.loads(asset("translations", "proof_sheet.fr.toml").read_text("utf-8"))
    assert (said() - set(table), set(table) - said()) == (set(), set())
    for english, french in table.items():
        slots = [sorted(slot for _, slot, _, _ in string.Formatter().parse(text) if slot) for text in (english, french)]
        assert slots[0] == slots[1], english
    page = written(proof_sheet(agency, keep_run(), language="fr"))
    assert texts(page, ".eyebrow") == ["Bon à tirer"]
    assert texts(page, ".pictures h2") == ["Ordinateur", "Web", "Mobile"]


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_long_name_of_a_brand_stands_above_the_title(loop, sheet, width):
    """It takes the lines that it needs, where there is no logo."""
    page_text = written(replace(sheet, brand=replace(sheet.brand, name="Caisse régionale des assurances " * 6)))
    places = "[document.querySelector('.logo'), document.querySelector('.eyebrow')].map(e => e.getBoundingClientRect())"

    async def measured():
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=locate().path)
            page = await browser.new_page(viewport={"width": width, "height": 800})
            await page.set_content(page_text)
            found = await page.evaluate(f"{places}.map(r => [r.top, r.bottom, r.right])")
            await browser.close()
        return found

    (_, bottom, right), (top, _, _) = loop.run(measured())
    assert bottom <= top
    assert right <= width
