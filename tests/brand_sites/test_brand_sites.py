"""The generator of sites, with companies that do not exist."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from tests.brand_sites.brands import Brand, half, invented_brands, plain
from tests.brand_sites.extractors import brand_kit, trivial
from tests.brand_sites.figures import failures, shares
from tests.brand_sites.plan import Fixed, draw_plan
from tests.brand_sites.score import Answer, Marked, counted_socials, marks, profile
from tests.brand_sites.site import make_site
from tests.brand_sites.suite import Marks
from tests.brand_sites.truth import FILE, Truth
from tests.brand_sites.vocabulary import DECOYS, FAMILIES, LOGO_FORMS, SIGNALS, WITHOUT_WIDE

BRANDS = invented_brands(18)
OTHERS = invented_brands(12, seed=1)

pytestmark = pytest.mark.usefixtures("qapp")  # outlines of letters come from Qt


def site(folder: Path, brand: Brand = BRANDS[0], seed: int = 1, **fixed) -> Truth:
    return make_site(brand, seed, folder, others=OTHERS, fixed=Fixed(**fixed))


def page_of(folder: Path) -> str:
    return (folder / "index.html").read_bytes().decode("utf-8", errors="replace")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_site(tmp_path):
    """Twice the same brand and seed: the same files, byte for byte; another seed: another page."""
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        site(tmp_path / name, seed=seed)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert page_of(tmp_path / "one") != page_of(tmp_path / "three")


def test_the_truth_is_kept_with_the_site(tmp_path):
    """What make_site returns lies beside the page and can be read again."""
    truth = site(tmp_path)
    assert Truth.load(tmp_path) == truth
    assert truth.half == half(BRANDS[0].slug)


@pytest.mark.parametrize("brand", BRANDS, ids=lambda brand: brand.slug)
def test_what_the_truth_names_is_there(brand, tmp_path):
    """Every logo of the truth is a file of the site or part of its page, and so is every profile it expects."""
    truth = site(tmp_path, brand)
    page = page_of(tmp_path).replace("&amp;", "&")
    for reference in [*truth.wide, *truth.either, *truth.square, *truth.dark]:
        if reference == "inline-svg":
            assert truth.name_outline in page
        elif reference.startswith("data:"):
            assert reference in page
        else:
            assert (tmp_path / unquote(urlsplit(reference).path).lstrip("/")).is_file()
    for urls in truth.socials.values():
        assert any(url in page for url in urls)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_makes_a_page(family, tmp_path):
    """Each of them shows its company's words, names its sheet, and the sheet is there."""
    truth = site(tmp_path, family=family, form="img")
    root = lxml.html.fromstring((tmp_path / "index.html").read_bytes())
    sheets = [urlsplit(link.get("href")).path.lstrip("/") for link in root.xpath("//link[@rel='stylesheet']")]
    assert FAMILIES[family]["sheet"] in sheets
    assert (tmp_path / FAMILIES[family]["sheet"]).is_file()
    assert root.text_content().strip()
    assert Marked((tmp_path / "index.html").read_bytes(), truth).is_logo(truth.wide[0], "wide")


def test_there_are_many_families():
    """Ten at the least, and no two of them make the same skeleton."""
    bodies = {
        name: re.sub(r"\s+", "", (Path(__file__).parent / f"families/{name}/page.html").read_text("utf-8"))
        for name in FAMILIES
    }
    assert len(set(bodies.values())) == len(bodies) >= 10


EVERYTHING = {"signals": dict.fromkeys(SIGNALS, True), "family": "wordpress", "form": "img", "scheme": "classic"}


@pytest.fixture(scope="module")
def without_decoys(qapp, tmp_path_factory) -> dict[str, bytes]:
    """The files of a site with every signal and no decoy."""
    folder = tmp_path_factory.mktemp("without")
    site(folder, decoys=(), **EVERYTHING)
    return files(folder)


@pytest.mark.parametrize("decoy", DECOYS)
def test_every_decoy_changes_a_site(decoy, tmp_path, without_decoys):
    """A site with it is not the site without it, on the same seed with every signal on."""
    site(tmp_path, decoys=(decoy,), **EVERYTHING)
    assert {**files(tmp_path), FILE: b""} != {**without_decoys, FILE: b""}


@pytest.mark.parametrize("form", LOGO_FORMS)
def test_every_form_of_a_logo_is_told_apart(form, tmp_path):
    """The truth knows a wide logo for each form but the three that have none."""
    truth = site(tmp_path, signals={}, decoys=(), form=form)
    assert bool(truth.wide or truth.either) is (form not in WITHOUT_WIDE)


def test_an_icon_that_is_a_word_fits_both_slots(tmp_path):
    """Where the header shows the icon alone and the icon is as wide as a wordmark, neither slot is wrong."""
    word = replace(BRANDS[0], path="M0 9h24v6H0z")
    truth = site(tmp_path, word, form="square", signals={}, decoys=())
    page = Marked((tmp_path / "index.html").read_bytes(), truth)
    assert truth.either == truth.square
    assert page.is_logo(truth.either[0], "wide")
    assert not {"wide", "wide empty"} & set(marks(page, Answer()))


@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_can_stand_alone(signal, tmp_path):
    """One signal on a page that has no other gives a page."""
    truth = site(tmp_path, signals={signal: True}, decoys=(), form="text", scheme="default")
    assert truth.signals == {signal: True}
    assert "<body" in page_of(tmp_path).lower()


def test_a_mixed_site_tells_its_name_and_its_colour():
    """Two places say the name, and the logo or three places carry the colour, whatever the seed."""
    for brand in BRANDS:
        for seed in range(12):
            plan = draw_plan(brand, seed)
            named = sum(
                plan.signals.get(one, False)
                for one in ("title", "og_site_name", "application_name", "json_ld", "copyright")
            )
            assert named >= 2
            assert {"logo", "square"} & set(plan.carriers) or len(plan.carriers) >= 3


def test_some_sites_have_no_wide_logo():
    """About one in seven, in French and in English alike."""
    plans = [draw_plan(brand, seed) for brand in BRANDS for seed in range(40)]
    without = [plan.form in WITHOUT_WIDE for plan in plans]
    assert 0.08 < sum(without) / len(without) < 0.25
    assert {plan.language for plan in plans} == {"fr", "en"}


def test_the_halves_share_no_brand():
    """A brand is in one half only, whatever its name on a page, and both halves are of a size."""
    brands = invented_brands(400)
    tune = {brand.slug for brand in brands if half(brand.slug) == "tune"}
    heldout = {brand.slug for brand in brands if half(brand.slug) == "heldout"}
    assert not tune & heldout
    assert 140 < len(tune) < 260
    assert all(half(brand.slug) == half(replace(brand, title="Other").slug) for brand in brands)


def perfect(truth: Truth) -> Answer:
    wide = next((one for one in truth.wide + truth.either if one != "inline-svg"), "")
    profiles = {network: urls[0] for network, urls in truth.socials.items()}
    square = truth.square[0] if truth.square else ""
    return Answer(truth.names[0], wide, square, colours=truth.colours, socials=profiles, language=truth.language,
                  address=truth.address, legal=truth.legal, dark=(truth.dark or [""])[0])  # fmt: skip


@pytest.mark.parametrize("brand", BRANDS[:6], ids=lambda brand: brand.slug)
def test_the_right_answer_gets_full_marks_and_no_answer_none(brand, tmp_path):
    """Marks follow the truth: all right for its own values, all wrong for silence but an empty wide slot."""
    truth = site(tmp_path, brand, form="img")
    page = Marked((tmp_path / "index.html").read_bytes(), truth)
    assert all(marks(page, perfect(truth)).values())
    assert counted_socials(truth, perfect(truth))[1:] == (0, 0)
    assert not any(marks(page, Answer()).values()) or truth.grey


def test_another_companys_logo_is_wrong(tmp_path):
    """A partner's picture in the wide slot is a mistake, and so is any logo where the header has only words."""
    truth = site(tmp_path / "with", decoys=("partner_logos",), form="img", family="wordpress")
    page = Marked((tmp_path / "with/index.html").read_bytes(), truth)
    assert not page.is_logo(f"{truth.url}wp-content/uploads/2023/04/client-{OTHERS[0].slug}.svg", "wide")
    truth = site(tmp_path / "without", form="text")
    page = Marked((tmp_path / "without/index.html").read_bytes(), truth)
    assert marks(page, Answer(wide=f"{truth.url}hero.jpg"))["wide empty"] is False


def test_a_drawing_in_the_page_is_known_by_its_outline(tmp_path):
    """An inline SVG is the logo when it draws the name, found by selector or by number; a menu icon is not."""
    truth = site(tmp_path, form="inline_svg", family="tailwind", decoys=("tool_icons",), signals={})
    page = Marked((tmp_path / "index.html").read_bytes(), truth)
    assert page.is_logo("inline-svg:svg.h-10", "wide")
    assert page.is_logo("inline-svg:@0", "wide")
    assert not page.is_logo("inline-svg:.menu-toggle svg", "wide")
    assert not page.is_logo("inline-svg:svg:unknown(", "wide")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.facebook.com/acme/", "//facebook.com/ACME?ref=site"),
        ("https://twitter.com/acme", "https://x.com/acme?lang=fr"),
        ("https://fr.linkedin.com/company/acme/about/", "https://www.linkedin.com/company/acme"),
    ],
)
def test_profiles_are_compared_as_people_do(one, other):
    """Scheme, www, language, closing slash and query make no other profile."""
    assert profile(one) == profile(other)


def test_names_are_compared_without_accents_and_marks():
    """As the labelled pages are scored: small letters and digits, no accents, no leading article."""
    assert plain("The Côte d’Or®") == plain("cote dor")
    assert plain("Acme") != plain("Acme Group")


def test_a_trivial_extractor_and_the_kit_can_be_asked(tmp_path):
    """Both take a folder and its address; on a plain site the kit finds the name, the logo and the colour."""
    signals = {"title": True, "og_site_name": True, "copyright": True, "apple_touch": True, "html_lang": True}
    truth = site(tmp_path, signals=signals, decoys=(), family="bootstrap", form="img", scheme="classic")
    page = Marked((tmp_path / "index.html").read_bytes(), truth)
    right = marks(page, brand_kit()(tmp_path, truth.url))
    assert {"name", "wide", "colour"} <= {figure for figure, is_right in right.items() if is_right}
    assert marks(page, trivial()(tmp_path, truth.url))["wide"] is True


def test_what_is_wrong_can_be_read(tmp_path):
    """A failure says what was expected, what came instead, and where the site lies; shares count the rest."""
    truth = site(tmp_path, form="img")
    page = Marked((tmp_path / "index.html").read_bytes(), truth)
    answer = replace(perfect(truth), name="Somebody Else")
    one = Marks(truth, "mix", tmp_path, answer, marks(page, answer), counted_socials(truth, answer), 0.1, 0.1)
    (failure,) = failures(one)
    assert (failure["figure"], failure["got"], failure["folder"]) == ("name", "Somebody Else", str(tmp_path))
    assert shares([one])["name"] == (0.0, 1)
    assert shares([one])["wide"] == (1.0, 1)
    assert json.loads(json.dumps(asdict(one.truth)))["slug"] == truth.slug
