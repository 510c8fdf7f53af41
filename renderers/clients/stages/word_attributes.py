"""Attributes that Word reads on few elements, links to places in the mail, and pictures inside the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from renderers.clients.change import Change
from renderers.clients.html.tree import Element, finder
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class Attributes(Settings):
    """``only_on``: the elements on which an attribute counts. ``not_on``: those on which it does not.

    ``anchors_by_name``: a link to a place in the mail works only where an ``a`` has that name, not for an id.
    ``no_data``: what a picture's ``data:`` address must not begin with.
    """

    only_on: Mapping[str, tuple[str, ...]] = {}
    not_on: Mapping[str, tuple[str, ...]] = {}
    anchors_by_name: bool = False
    no_data: tuple[str, ...] = ()


def apply(mail: Mail, settings: Attributes) -> Iterable[Change]:
    """Take out the attributes that do not count."""
    for name in (*settings.only_on, *settings.not_on):
        yield from _ignored(mail, name, settings)
    if settings.anchors_by_name:
        yield from _anchors(mail)
    if settings.no_data:
        yield from _data(mail, settings.no_data)


def _ignored(mail: Mail, name: str, settings: Attributes) -> Iterable[Change]:
    only, never = settings.only_on.get(name), settings.not_on.get(name, ())
    for element in _with(name)(mail.root):
        if element.tag in never or (only is not None and element.tag not in only):
            del element.attrib[name]
            setting = "not_on" if element.tag in never else "only_on"
            yield mail.change(
                f"word-attributes.{setting}", "Word ignores the attribute {name} here.", element, name=name
            )


@cache
def _with(name: str) -> Callable[[Element], list[Element]]:
    return finder(f"//*[@{name}]")


def _anchors(mail: Mail) -> Iterable[Change]:
    links = [link for link in mail.root.iter("a") if (link.get("href") or "").startswith("#")]
    if not links:
        return
    by_id = {element.get("id") for element in _with("id")(mail.root)}
    named = {element.get("name") for element in mail.root.iter("a")}
    for link in links:
        if link.get("href", "")[1:] in by_id - named:
            del link.attrib["href"]
            yield mail.change(
                "word-attributes.anchors_by_name",
                "The link leads nowhere: its target is found by name only, not by id.",
                link,
            )


def _data(mail: Mail, refused: tuple[str, ...]) -> Iterable[Change]:
    for image in mail.root.iter("img"):
        if _address(image).startswith(refused):
            del image.attrib["src"]
            yield mail.change("word-attributes.no_data", "A picture of this kind inside the mail is not shown.", image)


def _address(image: Element) -> str:
    return (image.get("src") or "")[:64].strip().lower()


STAGE = Stage("word-attributes", Attributes, apply)
