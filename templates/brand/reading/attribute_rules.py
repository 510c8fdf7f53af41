"""What ``style`` and colour attributes say, as rules whose selector names the element."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from templates.brand.reading.css import Rule
from templates.brand.reading.elements import OVERLAY
from templates.brand.reading.page import Page, tokens

#: Parts that other companies put into the page, with their own colours.
FOREIGN = re.compile(
    rf"{OVERLAY.pattern}|ot-sdk|\bot-|tawk|zendesk|zopim|tidio|smartsupp|olark|userlike|freshchat|hubspot-messages|drift-|"
    r"gorgias|qc-cmp|disqus|hbspt|hs-form|mc_embed|mailchimp|recaptcha|sharedaddy|addtoany|addthis|fb-|twitter-|"
    r"\bwp-block-button\.is-style|wp-social-link|\.has-|datepicker|flatpickr|select2|tippy|tooltip|plyr|video-js|vjs-|jw-|"
    r"swiper|slick|splide|pswp|lightbox|fancybox|dropzone|ui-state|ui-widget|hljs|prism|token\b|wpadminbar"
)
AT_THE_FOOT = re.compile(r"position\s*:\s*fixed(?=.*\bbottom\s*:)|\bbottom\s*:(?=.*position\s*:\s*fixed)")
ATTRIBUTED = "//*[@style or @bgcolor or self::font[@color] or self::body[@link or @text]]"
MOST_ATTRIBUTED, LONGEST = 4000, 500


def page_rules(page: Page) -> Iterator[Rule]:
    """The colours that stand at the elements, as rules whose selector names the element."""
    overlays: dict[HtmlElement, bool] = {}
    for element in page.root.xpath(ATTRIBUTED)[:MOST_ATTRIBUTED]:
        name = _name(element)
        body = element.get("style") or ""
        if ("color" in body or "background" in body) and not _in_overlay(element, overlays):
            yield Rule(name, body, "style attribute")
        yield from _old_attributes(element, name)


def _in_overlay(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether an element stands in a part of somebody else's: a cookie banner, a chat."""
    path = [element, *element.iterancestors()]
    for node in reversed(path):
        if node not in known:
            parent = node.getparent()
            inside = parent is not None and known.get(parent, False)
            known[node] = inside or (node.tag not in {"html", "body"} and _lies_over(node))
    return known[element]


def _lies_over(node: HtmlElement) -> bool:
    """Whether an element is called like somebody else's part, or fixed to the window's foot."""
    return (
        FOREIGN.search(tokens(node)) is not None or AT_THE_FOOT.search((node.get("style") or "")[:LONGEST]) is not None
    )


def _old_attributes(element: HtmlElement, name: str) -> Iterator[Rule]:
    """What pages from before style sheets say."""
    if ground := element.get("bgcolor"):
        yield Rule(name, f"background-color:{ground}", "attribute")
    if element.tag == "body" and (link := element.get("link")):
        yield Rule("a", f"color:{link}", "attribute")
    if element.tag == "body" and (text := element.get("text")):
        yield Rule("body", f"color:{text}", "attribute")


def _name(element: HtmlElement) -> str:
    """An element as a selector; a single link or heading does not speak for all of them."""
    if element.tag in {"body", "html"}:
        return str(element.tag)
    classes = "".join(f".{one}" for one in (element.get("class") or "").split()[:4])
    identity = f"#{element.get('id')}" if element.get("id") else ""
    name = f"{element.tag}{identity}{classes}"
    return name if name != element.tag or element.tag in {"header", "button"} else f"{name}[style]"
