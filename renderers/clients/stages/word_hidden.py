"""What is hidden hides the text in it, but not the tables in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.html.tree import Element, new
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.styles import REMEMBERED, style_texts

_NONE = declaration("display", "none")


class Hidden(Settings):
    """``shows``: elements that are shown although one around them is hidden."""

    shows: tuple[str, ...] = ()


def apply(mail: Mail, settings: Hidden) -> Iterable[Change]:
    """Hide what stands around these elements instead of the element that holds them."""
    hidden = [element for element, text in style_texts(mail) if _hides_all(text)]
    if not settings.shows or not hidden:
        return
    opening = _Opening(mail, settings.shows)
    for element in hidden:
        if opening.open(element):
            yield mail.change(
                "word-hidden.shows",
                "{tag} inside is shown: display:none does not pass on to it.",
                element,
                tag=", ".join(settings.shows),
            )


def _hides(declaration: Declaration) -> bool:
    return declaration.name == "display" and declaration.value.lower() == "none"


@lru_cache(maxsize=REMEMBERED)
def _hides_all(text: str) -> bool:
    return any(map(_hides, parse_declarations(text)))


class _Opening:
    """Opens hidden elements down to what is shown in them; each element once, however deep they are nested."""

    def __init__(self, mail: Mail, shown: tuple[str, ...]) -> None:
        self._mail = mail
        self._shown = shown
        self._opened: set[Element] = set()
        self._holding: set[Element] = set()
        for each in mail.root.iter(*shown):
            for around in each.iterancestors():
                if around in self._holding:
                    break
                self._holding.add(around)

    def open(self, element: Element) -> bool:
        """Open an element; False when nothing in it is shown."""
        waiting = [element] if element in self._holding - self._opened else []
        opened = bool(waiting)
        while waiting:
            around = waiting.pop()
            self._opened.add(around)
            style = parse_declarations(around.get("style", ""))
            self._mail.set_style(around, [each for each in style if not _hides(each)])
            _hide_text(around)
            for child in around.iterchildren("*"):
                if child in self._holding and child.tag not in self._shown:
                    waiting.append(child)
                elif child.tag not in self._shown:
                    self._hide(child)
        return opened

    def _hide(self, element: Element) -> None:
        style = parse_declarations(element.get("style", ""))
        if not any(map(_hides, style)):
            self._mail.set_style(element, [*(each for each in style if each.name != "display"), _NONE])


def _hide_text(around: Element) -> None:
    for child in list(around):
        if child.tail and child.tail.strip():
            child.addnext(_hidden_text(child))
    if around.text and around.text.strip():
        around.insert(0, new("span", (("style", _NONE.raw),), around.text))
        around.text = None


def _hidden_text(before: Element) -> Element:
    text, before.tail = before.tail, None
    return new("span", (("style", _NONE.raw),), text)


STAGE = Stage("word-hidden", Hidden, apply)
