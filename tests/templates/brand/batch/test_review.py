"""The review sheet shows what is doubtful, lets nothing in, and gives the choices back."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import sync_playwright

from templates.brand.batch.review import Failure, write_review
from templates.brand.batch.review_words import WORDS, counted, source_words
from templates.brand.batch.run import apply_choices, doubtful, read_choices
from templates.brand.by_hand import brand_by_hand
from templates.brand.evidence import Candidate
from templates.brand.kit import extract_brand
from templates.brand.store import load_brand, save_brand
from templates.generate import add_brand
from templates.workspace import Workspace

HOSTILE = '</style><script>alert(1)</script><img src=x onerror="alert(2)">'


@pytest.fixture(scope="module")
def out(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two companies' workspaces."""
    return two_companies(tmp_path_factory.mktemp("review"), pages)


def two_companies(root: Path, pages: Path) -> Path:
    """Their brands, without illustrations."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
        for name in ("white-on-dark", "sprite"):
            kit = extract_brand(str(pages / name))
            workspace = Workspace.create(root / name, name=kit.name)
            add_brand(workspace, kit, slug="brand")
    return root


def folders(out: Path) -> list[Path]:
    return sorted(path.parent for path in out.rglob("brand.toml"))


def sheet(out: Path, language: str = "en", failures: list[Failure] | None = None) -> lxml.html.HtmlElement:
    write_review(out / "review.html", folders(out), failures or [], language=language)
    return lxml.html.fromstring((out / "review.html").read_text("utf-8"))


def test_each_doubt_is_a_question(out: Path) -> None:
    """The sheet asks for what ``doubtful`` names, brand by brand, and counts it."""
    asked = write_review(out / "review.html", folders(out))
    page = lxml.html.fromstring((out / "review.html").read_text("utf-8"))
    questions = [
        (field.xpath("ancestor::section/@data-brand")[0], field.get("data-field")) for field in page.xpath("//fieldset")
    ]
    expected = [
        (folder.relative_to(out).as_posix(), doubt.field)
        for folder in folders(out)
        for doubt in doubtful(load_brand(folder))
    ]
    assert questions == expected
    assert asked == len(expected) > 4
    assert f"{asked} questions" in page.xpath("//*[@class='sum']")[0].text_content()


def test_what_is_in_use_is_marked_once(out: Path) -> None:
    """Each question that has a value shows which of its options it is."""
    for field in sheet(out).xpath("//fieldset"):
        now = field.xpath(".//input[@data-now]")
        assert len(now) == 1, field.get("data-field")


def test_logos_are_pictures_of_our_own(out: Path) -> None:
    """Candidates are drawn as PNG into the page; the site's own drawing and its addresses load nothing."""
    text = (out / "review.html").read_text("utf-8") if sheet(out) is not None else ""
    page = lxml.html.fromstring(text)
    sources = page.xpath("//img/@src")
    assert len(sources) > 6
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert not page.xpath("//svg | //link | //iframe | //object | //script/@src | //*[@style] | //@onclick")
    assert not re.findall(r"(?:src|href|action)\s*=\s*[\"']?https?:", text)
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_the_sheets_own_text_alone(out: Path) -> None:
    """Style and script are allowed by the hash of exactly what stands in the page."""
    page = sheet(out)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        text = page.xpath(f"//{tag}")[0].text
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_words_of_a_site_are_only_words(out: Path, tmp_path: Path) -> None:
    """Markup in a name, a source, an address or a failure is shown, not run."""
    kit = brand_by_hand("x")
    candidates = {"name": (Candidate(HOSTILE, HOSTILE, 0.5, HOSTILE),), "address": (Candidate(HOSTILE, "x", 0.3),)}
    kit = replace(kit, name=HOSTILE, address=HOSTILE, site="https://x.example/" + HOSTILE, candidates=candidates)
    save_brand(kit, tmp_path / "brands" / "x")
    page = sheet(tmp_path, failures=[Failure(HOSTILE, HOSTILE)])
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//*[@onerror]")
    assert page.xpath("//h2")[0].text_content() == HOSTILE
    assert HOSTILE in page.xpath("//fieldset[@data-field='name']//input/@value")


def test_a_brand_without_doubts_is_listed_as_clear(tmp_path: Path) -> None:
    """Nothing is asked, and nothing is to be saved."""
    folder = tmp_path / "acme" / "brands" / "acme"
    save_brand(brand_by_hand("Acme", "#204080"), folder)
    text = (folder / "brand.toml").read_text()
    for field in ("logo_wide", "logo_square"):
        text += f'\n[[evidence.{field}]]\nvalue = ""\nsource = "user"\nscore = 1.0\n'
    (folder / "brand.toml").write_text(text)
    page = sheet(tmp_path)
    assert not page.xpath("//fieldset | //*[@class='bar']")
    assert page.xpath("//li[@class='fine']//b/text()") == ["Acme"]


def test_it_speaks_french(out: Path) -> None:
    """All its own words, the sources' too; a language that it does not know is English."""
    text = sheet(out, "fr").text_content()
    assert sheet(out, "fr").get("lang") == "fr"
    assert "Marques à vérifier" in text
    assert "Couleur principale" in text
    assert "Found" not in text
    assert sheet(out, "de").get("lang") == "en"


def test_french_words_are_whole() -> None:
    """Every word has its translation, typeset as French is; counting follows each language."""
    english, french = WORDS["en"], WORDS["fr"]
    assert english.keys() == french.keys()
    for key, text in french.items():
        assert not re.search(r"[ ][:;!?»%]|\w'\w|\.\.\.", text), key
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", english[key])), key
    assert [counted("en", "question", n) for n in (0, 1, 2)] == ["0 questions", "1 question", "2 questions"]
    assert [counted("fr", "question", n) for n in (0, 1, 2)] == ["0 question", "1 question", "2 questions"]
    assert source_words("fr", "title, JSON-LD") == "titre, JSON-LD"


@pytest.mark.browser
def test_what_is_chosen_leaves_as_a_file_that_can_be_applied(
    out: Path, tmp_path: Path, browser_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keyboard and by hand; the page keeps to its own policy, and keeps the choices when it is opened again."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
    asked = write_review(out / "review.html", folders(out))
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path))
        page = browser.new_page(color_scheme="dark")
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((out / "review.html").as_uri())
        assert page.locator("[data-save]").is_disabled()
        page.keyboard.press("n")
        page.keyboard.press("Space")
        page.locator(".entry[type=color]").first.fill("#aa3355")
        page.locator("[data-brand^=white] [data-keep]").click()
        with page.expect_download() as download:
            page.locator("[data-save]").click()
        download.value.save_as(tmp_path / "choices.json")
        page.reload()
        progress = page.locator("[data-said]").text_content()
        browser.close()
    assert said == []
    choices = read_choices(tmp_path / "choices.json")
    assert progress == f"{len(choices)} of {asked} decided"
    assert "#aa3355" in {choice.value for choice in choices}
    assert json.loads((tmp_path / "choices.json").read_text())["format"] == 1
    assert [row.error for row in apply_choices(out, choices)] == [None, None]
    assert write_review(out / "review.html", folders(out)) == asked - len(choices)


@pytest.mark.browser
def test_only_what_somebody_gave_counts_as_a_decision(pages: Path, tmp_path: Path, browser_path: Path) -> None:
    """An entry that was only touched decides nothing; a card that is right settles what nothing was found for too."""
    out = two_companies(tmp_path, pages)
    asked = write_review(out / "review.html", folders(out))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path))
        page = browser.new_page()
        page.goto((out / "review.html").as_uri())
        for own in page.locator("[data-own]").all():
            own.dispatch_event("click")
        touched = page.locator("[data-said]").text_content()
        for button in page.locator("[data-keep]").all():
            button.click()
        settled = page.locator("[data-said]").text_content()
        browser.close()
    assert (touched, settled) == (f"0 of {asked} decided", f"{asked} of {asked} decided")
