"""The contact sheet is one page that anybody can open: complete, escaped, small, and it loads nothing."""

import io
import random
import re
from dataclasses import replace

import lxml.html
import pytest
from PIL import Image

from renderers.engines.locate import locate
from renderers.proofs.sheet import SheetBrand, SheetEntry, write_sheet
from renderers.render.cast import Cast
from templates.errors import InputError

VIEWS = ("plain-desktop", "plain-mobile", "plain-mobile-dark")


@pytest.fixture
def entries(png):
    """Two templates in two languages, with three pictures each."""
    pictures = dict(zip(VIEWS, (png("red", (640, 900)), png("lime", (375, 900)), png("blue", (375, 900))), strict=True))
    return [
        SheetEntry(f"{name}.{language}", title, language, kind, f"Subject {title}", "Preheader", pictures)
        for language in ("en", "fr")
        for name, title, kind in (("welcome", "Welcome", "transactional"), ("sale", "Sale", "marketing"))
    ]


@pytest.fixture
def brand(png):
    """An invented company."""
    return SheetBrand("Acme & Sons", "https://acme.example/", png("navy", (80, 20)), ["#123456", "#ABC"])


def page(path):
    """Parse the sheet."""
    return lxml.html.fromstring(path.read_text())


@pytest.mark.parametrize("single_file", [True, False])
def test_every_template_is_there_with_every_picture(tmp_path, brand, entries, single_file):
    """One card an entry; marketing comes before transactional."""
    path = write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=entries, single_file=single_file)
    cards = page(path).xpath("//article")
    assert [card.xpath("string(.//h3)") for card in cards] == ["Sale", "Sale", "Welcome", "Welcome"]
    assert [len(card.xpath(".//a[@class='shot']/img")) for card in cards] == [3] * 4
    assert "Subject Sale" in cards[0].text_content()


def test_a_single_file_holds_everything(tmp_path, brand, entries):
    """Nothing lies beside it, and it names no address at all but data URIs."""
    path = write_sheet(tmp_path / "one.html", title="Mails", brand=brand, entries=entries, single_file=True)
    assert list(tmp_path.iterdir()) == [path]
    sources = page(path).xpath("//@src | //link/@href | //a/@href")
    assert all(source.startswith("data:image/") or source == "#" for source in sources)
    assert not re.search(r"url\(|@import|<link", path.read_text())


def test_pictures_lie_beside_the_other_form(tmp_path, brand, entries):
    """They are the originals, and the page finds them."""
    path = write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=entries)
    named = page(path).xpath("//a[@class='shot']/@href")
    assert len(named) == 12
    assert (tmp_path / named[0]).read_bytes() == entries[1].pictures["plain-desktop"]


def test_what_comes_from_outside_is_escaped(tmp_path, brand, entries):
    """A subject or a company's name is text, whatever it holds."""
    evil = "<script>alert(1)</script>\"'><img src=x>"
    hostile = [
        replace(entries[0], title=evil, subject=evil, preheader=evil, kind=evil, notes=[evil], language="en", html=evil)
    ]
    path = write_sheet(
        tmp_path / "index.html",
        title=evil,
        brand=replace(brand, name=evil, site=evil),
        entries=hostile,
        single_file=True,
    )
    tree = page(path)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img[@src='x']")
    assert tree.xpath("string(//article//h3)") == evil


def test_forty_templates_fit_into_a_mail(tmp_path, brand):
    """Pictures that do not compress well get smaller until the file is under 6 MB."""
    noise = random.Random(1)

    def photo(width):
        out = io.BytesIO()
        small = Image.frombytes("RGB", (width // 14, 64), noise.randbytes(width // 14 * 64 * 3))
        small.resize((width, 900)).save(out, "JPEG", quality=80)
        return out.getvalue()

    pictures = dict(zip(VIEWS, (photo(640), photo(375), photo(375)), strict=True))
    entries = [SheetEntry(f"t{n}.en", f"T {n}", "en", "marketing", "S", "P", pictures) for n in range(40)]
    path = write_sheet(tmp_path / "one.html", title="Mails", brand=brand, entries=entries, single_file=True)
    assert path.stat().st_size < 6_000_000


def test_what_is_missing_is_said(tmp_path, brand, entries):
    """A template that failed has its note, and says that there is no picture."""
    failed = replace(entries[0], template="broken.en", pictures={}, notes=["The variable x is not known."])
    path = write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=[entries[1], failed])
    card = page(path).xpath("//article")[1]
    assert "The variable x is not known." in card.text_content()
    assert card.text_content().count("No picture") == 3


@pytest.mark.parametrize("brand", [SheetBrand("Acme"), SheetBrand("")])
@pytest.mark.parametrize("count", [0, 1])
def test_a_sheet_of_almost_nothing_is_a_page(tmp_path, brand, entries, count):
    """No logo, no colours, no name, no templates: still a page with its title."""
    path = write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=entries[:count])
    assert page(path).xpath("string(//h1)") == "Mails"


def test_a_colour_that_is_none_is_refused(tmp_path, entries):
    """It would otherwise end up in a style attribute."""
    with pytest.raises(InputError, match="is not a colour"):
        write_sheet(tmp_path / "index.html", title="Mails", brand=SheetBrand("A", colours=["red;x:y"]), entries=entries)


def test_controls_have_labels_and_pictures_alternatives(tmp_path, brand, entries):
    """A screen reader can use the sheet."""
    tree = page(write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=entries))
    assert all(tree.xpath(f"//label[@for='{each}']") for each in tree.xpath("//input/@id"))
    assert all(each.strip() for each in tree.xpath("//article//img/@alt"))
    assert all(each.text_content().strip() for each in tree.xpath("//button | //a | //legend"))
    assert tree.get("lang") == "en"


def test_clients_stand_in_groups_with_how_true_they_are(tmp_path, brand, entries, png):
    """In both languages; a stand-in is said, and so is the mode."""
    picture = png("red", (375, 900))
    views = ["apple-mail-iphone+dark", "gmail-web", "apple-mail-iphone", "outlook-windows-96"]
    stand_in = Cast("chromium", "Chromium", "approximated", instead_of="WebKit")
    casts = dict.fromkeys(views, stand_in) | {"gmail-web": Cast("chromium", "Chromium", "modelled")}
    shown = [replace(entry, pictures=dict.fromkeys(views, picture), casts=casts) for entry in entries]
    tree = page(write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=shown))
    groups = tree.xpath("//nav//fieldset[.//input[@name='view']]")
    assert [group.xpath("string(legend/span[@lang='en'])") for group in groups] == ["Computer", "Web", "Phone"]
    phones = groups[2].xpath(".//label/span[@lang='fr']")
    assert [label.text for label in phones] == ["Apple Mail, iPhone, sombre", "Apple Mail, iPhone"]
    truths = [truth.text_content() for truth in tree.xpath("(//article)[1]//p[@class='truth']")]
    assert [truth.split()[0] for truth in truths] == [
        "ApproximatedApproché",
        "ModelledModélisé",
        *["ApproximatedApproché"] * 2,
    ]
    assert "Drawn by Chromium in place of WebKit." in truths[2]
    assert "à la place de WebKit" in truths[2]
    assert "how true it is" in tree.xpath("string(//footer)")


def test_the_browser_alone_claims_to_be_nothing_else(tmp_path, brand, entries):
    """It bears no label, and the foot of the page says what the pictures are."""
    tree = page(write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=entries))
    truths = tree.xpath("(//article)[1]//p[@class='truth']/span[@lang='en']")
    assert {truth.text for truth in truths} == {"No client, just the browser."}
    assert not tree.xpath("//b[contains(@class, 'label')]")
    assert "the browser's own rendering" in tree.xpath("string(//footer)")


def test_a_profile_that_is_gone_keeps_its_picture(tmp_path, brand, entries, png):
    """A user may have deleted it: its id is its name."""
    entry = replace(entries[0], pictures={"my-own": png("red", (375, 900))})
    tree = page(write_sheet(tmp_path / "index.html", title="Mails", brand=brand, entries=[entry]))
    assert tree.xpath("string(//label[@for='view-1'])") == "my-own"
    assert len(tree.xpath("//a[@class='shot']")) == 1


@pytest.mark.browser
def test_the_switches_show_one_language_and_one_view(tmp_path, loop, brand, entries):
    """Choosing French and mobile leaves the French mobile pictures, in French words, at 375 pixels too."""
    path = write_sheet(tmp_path / "one.html", title="Mails", brand=brand, entries=entries, single_file=True)

    async def used():
        from playwright.async_api import async_playwright

        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=locate().path)
            tab = await browser.new_page(viewport={"width": 375, "height": 700})
            complaints = []
            tab.on("console", lambda message: complaints.append(message.text))
            tab.on("pageerror", lambda error: complaints.append(str(error)))
            await tab.goto(path.as_uri())
            await tab.locator("label[for=view-2]").click()
            await tab.locator("label[for=language-2]").click()
            width = await tab.evaluate("document.documentElement.scrollWidth")
            shown = await tab.locator("a.shot:visible").count()
            cards = await tab.locator("article:visible code").all_inner_texts()
            kinds = await tab.locator("h2:visible").all_inner_texts()
            await tab.locator("a.shot:visible").first.click()
            await tab.keyboard.press("ArrowRight")
            opened = await tab.locator("dialog b").inner_text()
            await tab.keyboard.press("Escape")
            closed = await tab.locator("dialog").is_hidden()
            await browser.close()
        return complaints, width, shown, cards, kinds, opened, closed

    complaints, width, shown, cards, kinds, opened, closed = loop.run(used())
    assert complaints == []
    assert width == 375
    assert (shown, cards, kinds) == (2, ["sale.fr", "welcome.fr"], ["Marketing", "Transactionnel"])
    assert (opened, closed) == ("Subject Welcome", True)
