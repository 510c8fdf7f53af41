"""SVG documents made safe and complete: parsed without entities from outside, without scripts, without a way out."""

from __future__ import annotations

import re

from lxml import etree

SVG_NS = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
LONGEST_NUMBER = 40  # characters
#: What may not stay: code and foreign content.
UNSAFE = frozenset({"script", "foreignobject", "iframe", "audio", "video", "feimage"})


class SvgError(ValueError):
    """The bytes are not an SVG that can be drawn; the message is one clause that says why."""


def sanitised(data: bytes) -> str:
    """Return the SVG as text that holds nothing but its own drawing. Raises SvgError."""
    root = parse_svg(data)
    for element in list(root.iter(etree.Element)):
        if local_name(element) in UNSAFE or _leads_out(element):
            _remove(element)
    return etree.tostring(root, encoding="unicode")


def parse_svg(data: bytes) -> etree._Element:
    """Parse SVG bytes; missing namespaces are added. Raises SvgError."""
    # Entities of the document itself stay, because drawing programs write them; the parser bounds what they grow to.
    parser = etree.XMLParser(no_network=True, load_dtd=False, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(_with_namespaces(data), parser)
    except etree.XMLSyntaxError as error:
        raise SvgError("it is not well-formed XML") from error
    if local_name(root) != "svg":
        raise SvgError("its root is not <svg>")
    return root


def view_box(root: etree._Element) -> tuple[float, float] | None:
    """Width and height of the viewBox, or of the attributes ``width`` and ``height``; None when neither says it."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or root.get("viewbox") or "").strip(), maxsplit=4)
    if len(box) == 4:
        sizes = [_number(box[2]), _number(box[3])]
    else:
        sizes = [_number(root.get("width") or ""), _number(root.get("height") or "")]
    return (sizes[0], sizes[1]) if all(size > 0 for size in sizes) else None


def local_name(element: etree._Element) -> str:
    """The tag in lower case without its namespace; "" for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _with_namespaces(data: bytes) -> bytes:
    """Inline SVG does without xmlns; a document needs it."""
    start = data.find(b"<svg")
    if start < 0:
        raise SvgError("there is no <svg> in it")
    end = data.find(b">", start)
    opening, extra = data[start:end], b""
    if b"xmlns=" not in opening:
        extra += f' xmlns="{SVG_NS}"'.encode()
    if b"xlink:" in data and b"xmlns:xlink" not in data:
        extra += b' xmlns:xlink="http://www.w3.org/1999/xlink"'
    return data[:start] + b"<svg" + extra + data[start + 4 :]


def _leads_out(element: etree._Element) -> bool:
    """A picture or a reference that is neither inside the document nor a data address."""
    references = [(element.get(name) or "").strip() for name in ("href", XLINK_HREF)]
    return local_name(element) != "a" and any(
        reference and not re.match(r"#|data:image/(?:png|jpe?g|gif|webp)[;,]", reference, re.I)
        for reference in references
    )


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _number(text: str) -> float:
    match = re.match(r"\s*([0-9]*\.?[0-9]+)(px|pt|em|rem|mm)?\s*$", text) if len(text) < LONGEST_NUMBER else None
    return float(match[1]) if match else 0.0
