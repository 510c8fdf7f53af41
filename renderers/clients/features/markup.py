"""Elements, attributes and images: which of them belong to a feature, and what is left when a client takes them out."""

from __future__ import annotations

from typing import Literal

Leaving = Literal["content", "nothing", "fallback"]
"""What stays when the element goes: its content, nothing, or the content without the files it names."""

ELEMENTS: dict[str, tuple[str, Leaving]] = {
    "html-abbr": ("abbr", "content"),
    "html-acronym": ("acronym", "content"),
    "html-address": ("address", "content"),
    "html-audio": ("audio", "fallback"),
    "html-base": ("base", "nothing"),
    "html-bdi": ("bdi", "content"),
    "html-blockquote": ("blockquote", "content"),
    "html-button-reset": ("button[type=reset]", "content"),
    "html-button-submit": ("button[type=submit] button[type=button] button[type=]", "content"),
    "html-code": ("code", "content"),
    "html-del": ("del", "content"),
    "html-dfn": ("dfn", "content"),
    "html-dialog": ("dialog", "content"),
    "html-div": ("div", "content"),
    "html-form": ("form", "content"),
    "html-h1-h6": ("h1 h2 h3 h4 h5 h6", "content"),
    "html-hr": ("hr", "nothing"),
    "html-image-maps": ("map area", "nothing"),
    "html-img": ("img", "nothing"),
    "html-input-checkbox": ("input[type=checkbox]", "nothing"),
    "html-input-hidden": ("input[type=hidden]", "nothing"),
    "html-input-radio": ("input[type=radio]", "nothing"),
    "html-input-reset": ("input[type=reset]", "nothing"),
    "html-input-submit": ("input[type=submit] input[type=button] input[type=image]", "nothing"),
    "html-input-text": (
        "input[type=text] input[type=] input[type=email] input[type=password] input[type=number] input[type=tel]"
        " input[type=url] input[type=search] input[type=date]",
        "nothing",
    ),
    "html-link": ("link", "nothing"),
    "html-lists": ("ul ol li dl dt dd", "content"),
    "html-marquee": ("marquee", "content"),
    "html-meta-color-scheme": ("meta[name=color-scheme]", "nothing"),
    "html-meter": ("meter", "content"),
    "html-object": ("object", "fallback"),
    "html-p": ("p", "content"),
    "html-picture": ("picture", "fallback"),
    "html-pre": ("pre", "content"),
    "html-progress": ("progress", "content"),
    "html-rp": ("rp", "content"),
    "html-rt": ("rt", "content"),
    "html-ruby": ("ruby", "content"),
    "html-select": ("select option optgroup", "content"),
    "html-semantics": (
        "article aside details figcaption figure footer header main mark nav section summary time",
        "content",
    ),
    "html-small": ("small", "content"),
    "html-span": ("span", "content"),
    "html-strike": ("strike", "content"),
    "html-strong": ("strong", "content"),
    "html-style": ("style", "nothing"),
    # A drawing has no text to show in its place; what text it draws would stand there without its order.
    "html-svg": ("svg", "nothing"),
    "html-table": ("table", "content"),
    "html-textarea": ("textarea", "content"),
    "html-video": ("video", "fallback"),
    "html-wbr": ("wbr", "nothing"),
}
"""Elements by tag, some only with a value of an attribute (``button[type=]``: without one)."""

FILES = ("source", "track", "param", "embed")
"""Elements that only name files of the element around them; they go with it."""

ATTRIBUTES: dict[str, str] = {
    "css-inert-attribute": "inert",
    "html-align": "align",
    "html-aria-describedby": "aria-describedby",
    "html-aria-hidden": "aria-hidden",
    "html-aria-label": "aria-label",
    "html-aria-labelledby": "aria-labelledby",
    "html-aria-live": "aria-live",
    "html-background": "background",
    "html-cellpadding": "cellpadding",
    "html-cellspacing": "cellspacing",
    "html-dir": "dir",
    "html-height": "height",
    "html-hidden": "hidden",
    "html-image-maps": "usemap",
    "html-lang": "lang",
    "html-loading-attribute": "loading",
    "html-popover": "popover popovertarget popovertargetaction",
    "html-required": "required",
    "html-role": "role",
    "html-srcset": "srcset sizes",
    "html-target": "target",
    "html-valign": "valign",
    "html-width": "width",
}

LINKS: dict[str, str] = {
    # feature: how the address of a link begins
    "html-anchor-links": "#",
    "html-mailto-links": "mailto:",
}

IMAGES: dict[str, str] = {
    # feature: the ends of file names, and types of data: addresses
    "image-apng": "apng",
    "image-avif": "avif",
    "image-bmp": "bmp",
    "image-gif": "gif",
    "image-hdr": "hdr",
    "image-heif": "heif heic",
    "image-ico": "ico",
    "image-jpg": "jpg jpeg",
    "image-mp4": "mp4",
    "image-png": "png",
    "image-svg": "svg",
    "image-tiff": "tiff tif",
    "image-webp": "webp",
}

IMAGE_ATTRIBUTES: dict[str, tuple[str, ...]] = {"img": ("src",), "input": ("src",), "source": ("srcset",)}
"""Where a picture's address stands, by element."""

LINKING: dict[str, tuple[str, ...]] = {"a": ("href",), "area": ("href",)}
"""Where a link's address stands, by element."""

BASE64 = "image-base64"

WHOLE: dict[str, str] = {
    # feature: why no stage takes it out where a client does not know it
    "amp": "It is another part of the message, not of this HTML.",
    "bimi": "It is the sender's logo in the list of mails, not in the mail.",
    "css-comments": "Comments show nothing. What they break in some clients is told by the stages for CSS faults.",
    "html-body": "What becomes of the body element is told for each client by the stages that build its page.",
    "html-comments": "Comments show nothing. Conditional ones are read by a stage of their own.",
    "html-doctype": "The doctype of the client's own page holds; the stages that build that page know it.",
}
