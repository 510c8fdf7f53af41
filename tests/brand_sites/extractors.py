"""What is measured: the brand kit, and a trivial extractor that takes the first thing it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html

from templates.brand.kit import BrandKit, extract_brand
from templates.brand.witness import Witness
from tests.brand_sites.labelled import reference
from tests.brand_sites.markup import found, text_at
from tests.brand_sites.score import Answer

Extractor = Callable[[Path, str], Answer]
"""From a site's folder (or a page's file) and its address to an answer."""

HEADERS = "//header | //nav | //*[@role='banner'] | //*[contains(@id, 'header') or contains(@class, 'header')]"
HOSTS = {
    "facebook": "facebook.com",
    "instagram": "instagram.com",
    "linkedin": "linkedin.com",
    "x": "(?:twitter|x).com",
    "youtube": "youtube.com",
    "tiktok": "tiktok.com",
    "pinterest": r"pinterest.\w+",
    "github": "github.com",
    "mastodon": "mastodon.social",
}


@lru_cache(maxsize=4)
def opened(name: str) -> Extractor:
    """The extractor of this name, made once in each process: a browser stays open between pages."""
    return NAMES[name]()


def brand_kit() -> Extractor:
    """Mailwright without a browser."""
    return partial(_kit, witness=None)


def brand_kit_with_browser() -> Extractor:
    """Mailwright with what a browser sees of the page."""
    from renderers.witness import browser_witness  # no browser is looked for unless it is wanted

    return partial(_kit, witness=browser_witness())


def rules(name: str) -> Extractor:
    """One of the reference extractors that lie with the labelled pages; they read the page alone."""
    extract = getattr(reference("baselines"), name)

    def answer(folder: Path, url: str) -> Answer:
        said = extract((folder / "index.html").read_bytes().decode("utf-8", errors="replace"), url)
        return Answer(
            name=said.get("name") or "",
            wide=said.get("logo_wide") or "",
            square=said.get("logo_square") or "",
            colours=[one for one in said.get("colour_candidates") or () if one],
            socials=said.get("socials") or {},
            language=said.get("language") or "",
        )

    return answer


def _kit(folder: Path, url: str, witness: Witness | None) -> Answer:
    return answer_of(extract_brand(str(folder), base_url=url, witness=witness))


def answer_of(kit: BrandKit) -> Answer:
    """A kit as an answer."""

    def values(field: str) -> list[str]:
        return [candidate.value for candidate in kit.candidates.get(field, ())]

    def score(field: str) -> float:
        ranked = kit.candidates.get(field, ())
        return ranked[0].score if ranked else 0.0

    first = [kit.primary] if kit.primary else []
    return Answer(
        name=kit.name,
        wide=kit.logo_wide,
        square=kit.logo_square,
        dark=kit.logo_dark,
        colours=list(dict.fromkeys([*first, *values("primary")])),
        socials=dict(kit.socials),
        language=kit.language,
        address=kit.address,
        legal=kit.legal,
        sure={"name": score("name"), "wide": score("logo_wide"), "colour": score("primary")},
    )


def trivial() -> Extractor:
    """What anybody would write in an hour."""
    return _trivial


def _trivial(folder: Path, url: str) -> Answer:
    """og:site_name or the title, the header's first picture, the first icon, theme-color or the commonest colour."""
    root = lxml.html.fromstring((folder / "index.html").read_bytes())
    icon = text_at(root, "//link[contains(@rel, 'icon')]/@href")
    return Answer(
        name=_content(root, "og:site_name") or text_at(root, "//title"),
        wide=_first_picture(root, url),
        square=urljoin(url, icon) if icon else "",
        colours=_declared(root) or _commonest(folder),
        socials=_first_links(root),
        language=root.get("lang") or "",
    )


def _content(root: lxml.html.HtmlElement, name: str) -> str:
    return text_at(root, "//meta[@property=$name or @name=$name]/@content", name=name)


def _first_picture(root: lxml.html.HtmlElement, url: str) -> str:
    for header in found(root, HEADERS):
        for element in found(header, ".//img | .//svg"):
            if element.tag == "img":
                return urljoin(url, str(element.get("src") or ""))
            return f"inline-svg:@{found(root, '//svg').index(element)}"
    return ""


def _declared(root: lxml.html.HtmlElement) -> list[str]:
    names = ("theme-color", "msapplication-TileColor")
    colours = [_content(root, name) for name in names] + [text_at(root, "//link[@rel='mask-icon']/@color")]
    return [colour for colour in colours if re.fullmatch(r"#[0-9a-fA-F]{6}", colour)]


def _commonest(folder: Path) -> list[str]:
    counted: dict[str, int] = {}
    for sheet in folder.rglob("*.css"):
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", sheet.read_text("utf-8")):
            channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
            if max(channels) - min(channels) > 30:
                counted[colour.lower()] = counted.get(colour.lower(), 0) + 1
    return sorted(counted, key=lambda colour: -counted[colour])[:3]


def _first_links(root: lxml.html.HtmlElement) -> dict[str, str]:
    links: dict[str, str] = {}
    for address in found(root, "//a/@href"):
        parts = urlsplit(address)
        for network, host in HOSTS.items():
            if re.fullmatch(rf"(?:\w+\.)?{host}", parts.netloc) and parts.path.strip("/"):
                links.setdefault(network, address)
    return links


NAMES: Mapping[str, Callable[[], Extractor]] = {
    "kit": brand_kit,
    "kit + browser": brand_kit_with_browser,
    "trivial": trivial,
    "metascraper": partial(rules, "metascraper_order"),
    "openbrand": partial(rules, "openbrand_rules"),
}
