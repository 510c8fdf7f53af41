"""Drawings inside a page's HTML: how to name one, and how to take it out as a document of its own."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from templates.brand.logos.svg import XLINK_HREF, SvgError, parse_svg
from templates.brand.reading.css import Styles
from templates.brand.reading.page import Page
from templates.brand.reading.words import spellings
from templates.brand.site import Site

PREFIX = "inline-svg:"
MOST_USES = 20  # each is a layer of its own to whoever draws it
# HTML parsers lower-case what SVG spells in camel case.
CAMEL_TAGS = spellings("svg-tags")
CAMEL_ATTRIBUTES = spellings("svg-attributes")
PAINT = ("fill", "stroke", "color", "stop-color", "stroke-width", "fill-rule", "opacity", "display")


def svg_reference(page: Page, element: HtmlElement, *, short: bool = True) -> str:
    """``inline-svg:`` and the shortest CSS selector whose first match is ``element``; its full path, unless ``short``.

    The full path is found at once; for a short one the page is searched.
    """
    for css in _selectors(element) if short else ():
        if page.first(css) is element:
            return PREFIX + css
    return PREFIX + _full_path(element)


def svg_document(site: Site, reference: str, styles: Styles) -> bytes | None:
    """The drawing that an ``inline-svg:`` reference names, as an SVG document; None when it is not on the page."""
    found = site.page.select(reference.removeprefix(PREFIX))
    element = found[0] if found else None
    if element is None or element.tag != "svg":
        return None
    try:
        return _taken_out(site, element, styles)
    except ValueError:  # HTML and CSS allow names and characters that XML does not
        return None


def _taken_out(site: Site, element: HtmlElement, styles: Styles) -> bytes:
    root = _respelled(element)
    _take_in_uses(site, root)
    colour = _inherited_colour(element, styles)
    if colour and "color" not in (root.get("style") or ""):
        root.set("style", f"color:{colour};{root.get('style') or ''}")
    _take_in_rules(root, styles)
    return etree.tostring(root)


def _selectors(element: HtmlElement) -> list[str]:
    own = _compound(element)
    parents = [_compound(node) for node in list(element.iterancestors())[:6] if node.tag not in {"body", "html"}]
    found = [own] if own != "svg" else []
    for parent in parents:
        if parent != "div":
            found += [f"{parent} svg", f"{parent} {own}"]
    return [*found, "svg"]


def _compound(element: HtmlElement) -> str:
    """The element's tag with its id, or with its classes."""
    name = element.get("id") or ""
    if re.fullmatch(r"[A-Za-z][\w-]*", name):
        return f"{element.tag}#{name}"
    classes = (element.get("class") or "").split()[:4]
    return str(element.tag) + "".join(
        f".{c}" if re.fullmatch(r"[A-Za-z][\w-]*", c) else f'[class~="{c}"]' for c in classes if '"' not in c
    )


def _full_path(element: HtmlElement) -> str:
    steps: list[str] = []
    for node in (element, *element.iterancestors()):
        if node.tag in {"body", "html"}:
            return " > ".join(("body", *reversed(steps)))
        twins = node.xpath("count(preceding-sibling::*[name() = $tag])", tag=node.tag)
        steps.append(f"{node.tag}:nth-of-type({int(twins) + 1})")
    return " > ".join(reversed(steps))


def _respelled(element: HtmlElement) -> etree._Element:
    """A copy with SVG's own spelling of tags and attributes, in SVG's namespace."""
    copy = deepcopy(element)
    copy.tail = None
    for node in copy.iter(etree.Element):
        node.tag = CAMEL_TAGS.get(node.tag, node.tag)
        for name in list(node.attrib):
            plain = str(name)
            if ":" in plain and not plain.startswith("xlink:"):
                del node.attrib[name]
            elif plain in CAMEL_ATTRIBUTES:
                node.set(CAMEL_ATTRIBUTES[plain], node.attrib.pop(name))
            elif plain == "xlink:href":
                node.set("href", node.attrib.pop(name))
    for name in ("width", "height", "xmlns"):
        copy.attrib.pop(name, None)
    if copy.get("fill") == "none" and not any(node.get(name) for node in copy.iter() for name in ("stroke", "style")):
        copy.attrib.pop("fill")  # a class that only the site's sheet knows fills it
    return parse_svg(etree.tostring(copy))


def _take_in_uses(site: Site, root: etree._Element) -> None:
    """Put what ``<use>`` points at, in the page or in a sprite file, into the document's own defs."""
    uses = list(root.iter(f"{{{root.nsmap[None]}}}use"))
    for use in uses[MOST_USES:]:
        use.clear()
    for use in uses[:MOST_USES]:
        address, _, name = (use.get("href") or use.get(XLINK_HREF) or "").partition("#")
        if not name or root.xpath("//*[@id=$name]", name=name):
            continue
        target = _sprite(site, address, name) if address else _page_part(site.page, name)
        if target is None:
            continue
        if "viewBox" not in root.attrib and target.get("viewBox"):
            root.set("viewBox", target.get("viewBox", ""))
        defs = etree.SubElement(root, f"{{{root.nsmap[None]}}}defs")
        defs.append(target)
        use.set("href", f"#{name}")


def _page_part(page: Page, name: str) -> etree._Element | None:
    found = page.root.xpath("//*[@id=$name]", name=name)
    if not found:
        return None
    try:
        return _wrapped(_respelled(found[0])) if found[0].tag == "svg" else _wrapped(_respelled(_as_svg(found[0])))
    except SvgError:
        return None


def _as_svg(element: HtmlElement) -> HtmlElement:
    """Hold a symbol or group of the page in an ``<svg>`` so that it can be parsed as one."""
    holder: HtmlElement = element.makeelement("svg")
    holder.append(deepcopy(element))
    return holder


def _wrapped(root: etree._Element) -> etree._Element:
    return root[0] if len(root) == 1 and root[0].get("id") else root


def _sprite(site: Site, address: str, name: str) -> etree._Element | None:
    data = site.get(site.page.absolute(address), "image")
    try:
        parts = parse_svg(data).iter(etree.Element) if data else iter(())
    except SvgError:
        return None
    return next((part for part in parts if part.get("id") == name), None)


def _inherited_colour(element: HtmlElement, styles: Styles) -> str:
    """The colour that ``currentColor`` stands for: the nearest ancestor that a rule or a style attribute colours."""
    coloured = {}
    for rule in styles.rules:
        if re.search(r"(?<![\w-])color\s*:", rule.body):
            value = styles.colour(rule.declarations.get("color", ""))
            for part in rule.selector.split(","):
                if value and ":" not in part:
                    coloured[part.split()[-1] if part.split() else ""] = value
    for node in (element, *element.iterancestors()):
        inline = re.search(r"(?<![\w-])color\s*:\s*([^;]+)", node.get("style", ""))
        if inline and styles.colour(inline[1]):
            return styles.colour(inline[1])
        names = [f"#{node.get('id')}", *(f".{c}" for c in (node.get("class") or "").split()), node.tag]
        colour = next((coloured[name] for name in names if name in coloured), "")
        if colour:
            return colour
    return ""


def _take_in_rules(root: etree._Element, styles: Styles) -> None:
    """Rules of the page that paint the drawing's classes come along, without the page's part of their selectors."""
    classes = {c for node in root.iter(etree.Element) for c in (node.get("class") or "").split()}
    lines = []
    for rule in styles.rules if classes else ():
        last = [part.split()[-1] for part in rule.selector.split(",") if part.split() and ":" not in part]
        names = [name for name in last if name.startswith(".") and name[1:] in classes]
        paint = {name: styles.resolved(value) for name, value in rule.declarations.items() if name in PAINT}
        if names and paint:
            lines.append(f"{','.join(names)}{{{';'.join(f'{name}:{value}' for name, value in paint.items())}}}")
    if lines:
        style = etree.Element(f"{{{root.nsmap[None]}}}style")
        style.text = "\n".join(lines)
        root.insert(0, style)
