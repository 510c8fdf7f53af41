"""The road from a template's text and data to the HTML of a mail, step by step."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from templates.compile.engine import mjml_engine
from templates.compile.inline_css import inline_css
from templates.compile.notice import Notice
from templates.compile.plain_text import plain_text

IncludeResolver = Callable[[str, str], tuple[str, str]]
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Build:
    """A mail."""

    html: str
    text: str
    subject: str
    preheader: str
    images: tuple[str, ...]
    warnings: tuple[Notice, ...]
    mjml: str
    html_before_inlining: str


def build(
    text: str,
    *,
    include: IncludeResolver | None = None,
    data: Mapping[str, Any] = NOTHING,
    contact: Mapping[str, Any] = NOTHING,
    segments: Set[str] = frozenset(),
    brand: Mapping[str, Any] | None = None,
    sender: Mapping[str, Any] = NOTHING,
    links: Mapping[str, str] = NOTHING,
    image_url: Callable[[str], str] | None = None,
    name: str = "template.mjml",
    today: date | None = None,
) -> Build:
    """Compile a template."""

    def flatten(source: str, here: str) -> str:
        def one(match: re.Match[str]) -> str:
            assert include
            return flatten(*include(match[1], here))

        return re.sub(r'<mj-include path="([^"]+)"\s*(?:/>|>\s*</mj-include>)', one, source)

    env = ImmutableSandboxedEnvironment(autoescape=True, keep_trailing_newline=True)
    context = {
        **data, "contact": contact, "segment": {s: True for s in segments}, "brand": brand or {}, "sender": sender,
        "links": links, "vars": data, "today": today,
    }
    mjml = env.from_string(flatten(text, name)).render(context)

    def inner(tag: str) -> str:
        match = re.search(f"<{tag}>(.*?)</{tag}>", mjml, re.DOTALL)
        return match[1].strip() if match else ""

    images = dict.fromkeys(m for m in re.findall(r'(?:src|background-url)="((?:brands|templates|modules)/[^"]+)"', mjml))
    if image_url:
        for path in images:
            mjml = mjml.replace(f'"{path}"', f'"{image_url(path)}"')
    raw = mjml_engine().compile(mjml).html
    html = inline_css(raw)
    return Build(html, plain_text(html), inner("mj-title"), inner("mj-preview"), tuple(images), (), mjml, raw)
