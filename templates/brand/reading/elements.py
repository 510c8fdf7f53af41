"""Where an element stands on the page and what it says about itself: the ground on which logos are judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from templates.brand.domain import registrable
from templates.brand.reading.landmarks import in_bar, side_of
from templates.brand.reading.lines import text_lines
from templates.brand.reading.page import Page, tokens

Zone = Literal["header", "footer", "content", "body"]

LOGO = re.compile(r"logo(?!ut|n\b|ff)|brand(?!s|ed|-content)|wordmark|masthead|site-?title|nameplate")
HEADER = re.compile(
    r"\b(?:site|page|global|main|top|app|nav|l|c|o|new|location)?[-_]*(?:header|masthead|navbar|topbar|top-bar|"
    r"nav-bar|titlebar|title-bar|banner)"
)
FOOTER = re.compile(r"footer|colophon")
CONTENT = re.compile(
    r"\b(?:article|entry|post|story|comment|carousel|slider|slick|swiper|clients?|customers|partners?|sponsors?|"
    r"testimonials?|"
    r"related|recirc|sidebar|advert|ads?|modal|popup|newsletter|press|awards?|featured-in|references?|partenaires?|"
    r"temoignages|certifications?|payments?|paiements?)\b|"
    r"logo-?(?:wall|cloud|strip|grid|list|marquee|bar|row)|as-seen|seen-(?:in|on)|trusted-by|\bnos-(?:clients|marques)"
)
#: What lies over the page or beside it and has pictures of its own, wherever it stands.
OVERLAY = re.compile(
    r"cookie|consent|onetrust|gdpr|rgpd|didomi|axeptio|tarteaucitron|quantcast|cmp-|trustarc|chat-?(?:widget|bubble|"
    r"box)|"
    r"livechat|intercom|crisp-|app-?banner|smart-?banner"
)
#: Lists of other companies of the same house.
SISTERS = re.compile(
    r"(?:brand|site|network)s?[-_]?(?:switch|selector|family)|network-?(?:bar|nav)|sister|family-(?:of-)?(?:brands|"
    r"sites)|"
    r"our-(?:brands|sites)|(?:group|other)-(?:brands|sites|companies)"
)
#: What is drawn small in headers and is no logo.
OTHER = re.compile(
    r"social|share|sharing|facebook|twitter|linkedin|instagram|youtube|pinterest|whatsapp|rss|partner|sponsor|payment|"
    r"paypal|visa|"
    r"mastercard|badge|flag|\blang|search|cart|basket|\bbag\b|menu|hamburger|burger|avatar|gravatar|author|profile|"
    r"account|user|login|"
    r"close|chevron|arrow|caret|play|spinner|loader|app-?store|google-?play|advert|doubleclick|pixel|tracking|1x1|"
    r"spacer|"
    r"cookie|weather|bell|calendar|\bstar\b|rating|download|camera|video|placeholder|sprite|app-?gallery|amex|klarna|"
    r"trustpilot|"
    r"avis-verifi|reviews?\b|ssl|secure|panier|recherche|drapeau|connexion|fermer|"
    r"qualit[eéy]|certif|garanti|guarantee|\baward|\biso[-_ ]?\d{4}"
)
INDEX = re.compile(r"^/(?:(?:index|home|default)(?:\.\w+)?|[a-z]{2}(?:[-_][a-z]{2})?)?/?$", re.I)


@dataclass(frozen=True)
class Standing:
    """``home`` and ``elsewhere`` say where the link around leads: to the site's home, or to another company."""

    zone: Zone
    home: bool
    elsewhere: bool
    button: bool
    own: str  # lower-case words of the element itself: class, id, alt, file name …
    around: str  # the same of its nearest ancestors

    @property
    def hinted(self) -> bool:
        """Whether it, or what holds it, is called a logo."""
        return bool(LOGO.search(self.own) or LOGO.search(self.around))

    @property
    def something_else(self) -> bool:
        """Whether its names say that it is an icon of another kind."""
        return bool(OTHER.search(LOGO.sub(" ", self.own)))


def standing(page: Page, element: HtmlElement) -> Standing:
    """Judge where an element stands, from its ancestors."""
    ancestors = list(element.iterancestors())
    link = next((node for node in (element, *ancestors[:6]) if node.tag == "a"), None)
    href = link.get("href", "") if link is not None else ""
    home = leads_home(page, href) if link is not None else _is_title(page, element, ancestors)
    zone = _zone(ancestors)
    if zone == "body":
        zone = _unnamed_zone(page, element, home)
    near = ancestors[: 3 if link is None or link is element else min(4, ancestors.index(link) + 2)]
    return Standing(
        zone=zone,
        home=home,
        elsewhere=link is not None and leads_elsewhere(page, href),
        button=any(node.tag == "button" for node in ancestors[:5]),
        own=" ".join((own_words(element), *(_labels(node) for node in ancestors[:1] if node.tag in {"picture", "a"}))),
        around=" ".join(f"{tokens(node)} {_labels(node)}" for node in near if node.tag not in {"body", "html"}),
    )


def own_words(element: HtmlElement) -> str:
    """Class, id, labels and file name of an element, lower-case."""
    source = element.get("src") or element.get("data-src") or ""
    name = "" if source.startswith("data:") else unquote(source.split("?")[0].rsplit("/", 1)[-1])
    title = " ".join(child.text or "" for child in element if child.tag == "title")
    return f"{tokens(element)} {_labels(element)} {name.lower()} {title.lower()}"


def leads_home(page: Page, href: str) -> bool:
    """Whether a link leads to the root of this site (a language's root counts)."""
    address = page.absolute(href)
    if not address:
        return href.strip() in {"#", "/#"}
    here, there = urlsplit(page.url), urlsplit(address)
    if here.scheme == "file":
        return INDEX.match("/" + there.path.rsplit("/", 1)[-1]) is not None
    return INDEX.match(there.path or "/") is not None and not leads_elsewhere(page, href)


def leads_elsewhere(page: Page, href: str) -> bool:
    """Whether a link leads to another company's domain; ``acme.com`` and ``acme.fr`` are one company."""
    address = page.absolute(href)
    there = urlsplit(address).hostname or "" if address else ""
    here = urlsplit(page.url).hostname or ""
    return bool(there and here) and registrable(there).split(".")[0] != registrable(here).split(".")[0]


def _labels(element: HtmlElement) -> str:
    names = ("alt", "aria-label", "title", "itemprop", "data-testid", "data-icon", "data-name")
    return " ".join(element.get(name, "") for name in names).lower()


def _zone(ancestors: list[HtmlElement]) -> Zone:
    """The innermost ancestor that says it decides; a header inside an article is the article's."""
    found: Zone = "body"
    for node in ancestors:
        zone = _own_zone(node)
        if zone == "content" and found != "footer":
            return "content"
        if zone and found == "body":
            found = zone
    return found


def _is_title(page: Page, element: HtmlElement, ancestors: list[HtmlElement]) -> bool:
    """Whether a picture stands for the page's title, as on home pages, where it would lead to itself."""
    title = next((node for node in ancestors[:4] if node.tag == "h1"), None)
    return title is not None and not text_lines(title) and side_of(page, element) == "before"


def _unnamed_zone(page: Page, element: HtmlElement, home: bool) -> Zone:
    """The zone by place alone: sites made of utility classes or tables name neither header nor footer."""
    side = side_of(page, element)
    if side == "before" and (home or (page.main is not None and in_bar(element))):
        return "header"
    return "footer" if side == "after" else "body"


def _own_zone(node: HtmlElement) -> Zone | None:
    names = tokens(node)
    if node.tag in {"body", "html"}:
        return None
    if node.tag == "dialog" or OVERLAY.search(names) or SISTERS.search(names):
        return "content"
    if node.tag == "footer" or FOOTER.search(names):
        return "footer"
    if node.tag in {"header", "nav"} or node.get("role") == "banner" or HEADER.search(names):
        return "header"
    if node.tag in {"article", "aside"} or CONTENT.search(names):
        return "content"
    return None
