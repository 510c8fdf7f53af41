"""An element whose font is a web font ignores the rest of its stack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.fonts import Alternative, alternative, declared, fetched, names, parts


class Fonts(Settings):
    """``instead_of_web_fonts``: the font that is shown. ``generic``: the font of each of Word's generic families."""

    instead_of_web_fonts: str = ""
    generic: Mapping[str, str] = {}


def apply(mail: Mail, settings: Fonts) -> Iterable[Change]:
    """Replace the stacks whose web font comes first among what is installed."""
    web = _web_fonts(mail) if settings.instead_of_web_fonts else {}
    if not web:
        return
    replacing = _Replacing(web, settings)
    for element, declarations in mail.styled():
        text = element.get("style", "")
        if "font" not in text:
            continue
        found = replacing.read(text)
        if found:
            mail.set_style(element, [found.get(each.name, each) for each in declarations])
            yield _change(mail, element, found.values())


def _change(mail: Mail, element: Element, changed: Iterable[Declaration]) -> Change:
    shown = ", ".join(parts(each)[1] for each in changed)
    return mail.change(
        "word-fonts.instead_of_web_fonts", "A web font leads the stack, so {font} is shown.", element, font=shown
    )


def _web_fonts(mail: Mail) -> dict[str, Alternative]:
    found = [pair for block in mail.blocks if "@" in block.text for pair in declared(block.rules)]
    for link in mail.root.iter("link"):
        if (link.get("rel") or "").strip().lower() == "stylesheet":
            found += fetched(link.get("href") or "")
    return dict(found)


class _Replacing:
    def __init__(self, web: Mapping[str, Alternative], settings: Fonts) -> None:
        self._web = web
        self._settings = settings
        self._texts: dict[str, dict[str, Declaration]] = {}

    def read(self, text: str) -> dict[str, Declaration]:
        """Return the declarations of a style attribute that change, by name."""
        found = self._texts.get(text)
        if found is None:
            declarations = parse_declarations(text)
            own = alternative(declarations)
            changed = ((each.name, self._replaced(each, own)) for each in declarations)
            found = self._texts[text] = {name: each for name, each in changed if each is not None}
        return found

    def _replaced(self, each: Declaration, own: Alternative) -> Declaration | None:
        before, stack = parts(each)
        first = next(iter(names(stack)), "").lower() if stack else ""
        if first not in self._web:
            return None
        font = self._font(own) or self._font(self._web[first]) or self._settings.instead_of_web_fonts
        return each.with_value(f"{before}'{font}'" if " " in font else f"{before}{font}")

    def _font(self, wanted: Alternative) -> str:
        font = wanted.font.replace("'", "")
        known = font if font.lower() not in self._web else ""
        return known or self._settings.generic.get(wanted.generic, "")


STAGE = Stage("word-fonts", Fonts, apply)
