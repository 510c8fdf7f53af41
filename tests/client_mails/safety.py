"""What must hold for any mail in any client: no exception, no word lost, and a second time changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.html.tree import Element, parse
from renderers.clients.mail import Client
from renderers.clients.pipeline import in_client, steps_of
from renderers.clients.profile import Mode, Profile
from renderers.clients.stage import TextStage

SILENT = {"script", "style", "title", "head", "template", "noscript", "xml", "o:officedocumentsettings"}
SHORTENING = ("clip.",)
"""Rules that hide words on purpose."""


def faults(html: str, shown: Profile, mode: Mode) -> list[str]:
    """Return what is wrong with how the client shows the mail; empty when all holds."""
    made = in_client(html, shown, mode=mode)
    found = [] if _shortened(made.changes) else _lost(words(_seen(html, shown)), words(made.html))
    if in_client(made.html, shown, mode=mode).html != made.html and not _may_change_again(shown):
        found.append("a second time changes it again")
    return found


def words(html: str) -> list[str]:
    """Return the words of a mail that a reader sees."""
    return " ".join(_texts(parse(html)[0])).split()


def _texts(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        inner = [] if not isinstance(one.tag, str) or one.tag.lower() in SILENT else _inside(one)
        stack += reversed([*inner, one.tail or ""])


def _inside(element: Element) -> list[Element | str]:
    return [element.text or "", *element]


def _seen(html: str, shown: Profile) -> str:
    """Return the mail with the conditional comments as this client reads them."""
    text, client = mark(html), Client(shown.id, shown.caniemail, shown.scale, dict(shown.evidence))
    for stage, settings in steps_of(shown):
        if isinstance(stage, TextStage):
            text = stage.apply(text, settings, client)[0]
    return unmark(text)


def _lost(before: list[str], after: list[str]) -> list[str]:
    """Return the words that are gone; a client may add some of its own."""
    left = iter(after)
    lost = next((word for word in before if word not in left), None)
    return [] if lost is None else [f"the word {lost!r} is lost"]


def _shortened(changes: tuple[Change, ...]) -> bool:
    return any(change.rule.startswith(SHORTENING) for change in changes)


def _may_change_again(shown: Profile) -> bool:
    return any(stage.again for stage, _ in steps_of(shown))
