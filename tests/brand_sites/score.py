"""Whether an answer is right, given the truth and the page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from coloraide import Color
from cssselect import SelectorError

from tests.brand_sites.brands import plain
from tests.brand_sites.markup import found, text_at
from tests.brand_sites.truth import Truth

NEAR = 10.0  # ΔE2000 under which two colours are the same to whoever looks at a mail
GREY = 12.0  # chroma in CIELAB under which a colour is grey
PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|ico|webp|avif|bmp)$", re.I)
HEX = re.compile(r"#[0-9a-f]{6}", re.I)


@dataclass(frozen=True)
class Answer:
    """What an extractor says of a page; ``sure`` holds its confidence in name, wide and colour, where it has one."""

    name: str = ""
    wide: str = ""
    square: str = ""
    dark: str = ""
    colours: Sequence[str] = ()
    socials: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    address: str = ""
    legal: str = ""
    sure: Mapping[str, float] = field(default_factory=dict)


class Marked:
    """A page as the marker sees it: parsed once, with its truth beside it."""

    def __init__(self, text: bytes, truth: Truth) -> None:
        self.truth = truth
        self.root = lxml.html.fromstring(text)
        base = text_at(self.root, "//base/@href")
        self.base = urljoin(truth.url, base) if base else truth.url

    def is_logo(self, reference: str, slot: str) -> bool:
        """Whether a reference shows the logo of the ``wide`` or the ``square`` slot."""
        accepted = [*(self.truth.wide if slot == "wide" else self.truth.square), *self.truth.either]
        if reference.startswith("inline-svg:"):
            return self._inline_shows(reference.removeprefix("inline-svg:").strip(), slot, accepted)
        key = self._key(reference)
        return bool(key) and key in {self._key(one) for one in accepted if one != "inline-svg"}

    def _inline_shows(self, selector: str, slot: str, accepted: Sequence[str]) -> bool:
        element = self._element(selector)
        if element is None:
            return False
        uses = [str(use) for use in found(element, ".//use/@*[local-name()='href' or name()='xlink:href']")]
        outside = {self._key(use) for use in uses if not use.startswith("#")}
        if outside & {self._key(one) for one in accepted if "#" in one}:
            return True
        drawn = self._outlines(element, uses)
        wide = _tight(self.truth.name_outline) in drawn
        return (
            ("inline-svg" in accepted and wide) if slot == "wide" or wide else _tight(self.truth.icon_outline) in drawn
        )

    def _outlines(self, element: lxml.html.HtmlElement, uses: Sequence[str]) -> set[str]:
        drawn = found(element, ".//path/@d")
        for use in uses:
            if use.startswith("#"):
                drawn += found(self.root, "//*[@id=$name]//path/@d", name=use[1:])
        return {_tight(str(one)) for one in drawn}

    def _element(self, selector: str) -> lxml.html.HtmlElement | None:
        drawings = found(self.root, "//svg")
        if re.fullmatch(r"@\d+", selector):
            return drawings[int(selector[1:])] if int(selector[1:]) < len(drawings) else None
        try:
            chosen = self.root.cssselect(selector)
        except SelectorError:
            return None
        if not chosen:
            return None
        inner = found(chosen[0], ".//svg")
        return inner[0] if chosen[0].tag != "svg" and len(inner) == 1 else chosen[0]

    def _key(self, reference: str) -> str:
        """One spelling for one address: no scheme, no query behind a picture; a fragment only into a sprite."""
        text = unescape(reference.strip())
        if not text or text.startswith("data:"):
            return re.sub(r"\s+", "", text)
        parts = urlsplit(urljoin(self.base, text))
        path = unquote(parts.path) or "/"
        query = "" if PICTURE.search(path) or not parts.query else f"?{parts.query}"
        return f"{parts.netloc.lower()}{path}{query}{'#' + parts.fragment if parts.fragment else ''}"


def marks(page: Marked, answer: Answer) -> dict[str, bool]:
    """Right or wrong for every figure that this page counts for."""
    truth = page.truth
    right = {"name": plain(answer.name) in {plain(name) for name in truth.names}}
    if truth.wide:
        right["wide"] = page.is_logo(answer.wide, "wide")
    elif not truth.either:  # what fits both slots may be shown in either
        right["wide empty"] = not answer.wide
    if truth.square:
        right["square"] = page.is_logo(answer.square, "square")
    colours = [one.lower() for one in answer.colours if HEX.fullmatch(one)]
    right["colour"] = _fits(colours[:1], truth)
    right["colour in 3"] = _fits(colours[:3], truth)
    if answer.language:
        right["language"] = answer.language.lower()[:2] == truth.language
    if truth.dark:
        right["dark"] = _same_file(answer.dark, truth.dark)
    if truth.address:
        right["address"] = _has_all(answer.address, truth.address)
    if truth.legal:
        right["legal"] = plain(truth.legal)[-9:] in plain(answer.legal)
    return right


def counted_socials(truth: Truth, answer: Answer) -> tuple[int, int, int]:
    """Profiles that are right, wrong, and missed."""
    given = {("x" if network == "twitter" else network): profile(url) for network, url in answer.socials.items() if url}
    wanted = {network: {profile(url) for url in urls} for network, urls in truth.socials.items()}
    right = sum(url in wanted.get(network, ()) for network, url in given.items())
    return right, len(given) - right, len(wanted) - right


def profile(url: str) -> str:
    """A profile's address in one spelling: no scheme, no ``www``, no query but a number's."""
    parts = urlsplit(unescape(url.strip()))
    host = re.sub(r"^(?:www|m|fr|en)\.", "", parts.netloc.lower()).replace("twitter.com", "x.com")
    host = re.sub(r"^fb\.com$", "facebook.com", host)
    host = re.sub(r"^pinterest\.\w+$", "pinterest.com", host)
    path = re.sub(r"/about$", "", unquote(parts.path).rstrip("/").lower())
    return f"{host}{path}{'?' + parts.query if path.endswith('profile.php') else ''}"


def _fits(colours: Sequence[str], truth: Truth) -> bool:
    """A grey brand is also met by any grey, and by no colour at all."""
    if truth.grey and (not colours or _chroma(colours[0]) < GREY):
        return True
    return any(_distance(one, accepted) < NEAR for one in colours for accepted in truth.colours)


def _distance(one: str, other: str) -> float:
    return float(Color(one).delta_e(other, method="2000"))


def _chroma(colour: str) -> float:
    return float(Color(colour).convert("lch-d65")["chroma"])


def _tight(data: str) -> str:
    return re.sub(r"\s+", "", data)


def _same_file(reference: str, accepted: Sequence[str]) -> bool:
    return bool(reference) and urlsplit(reference).path in {urlsplit(one).path for one in accepted}


def _has_all(text: str, wanted: str) -> bool:
    """Whether the street's number, the post code and the town are there."""
    return all(plain(word) in plain(text) for word in re.findall(r"\w+", wanted))
