"""How the attributes of a component are grouped: the common ones by what they are about, all others in a fold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.editor.inspector.change import CONTENT
from desktop.language import QT_TRANSLATE_NOOP
from templates.source.schema import component

REST = "rest"
TITLES = {
    "content": QT_TRANSLATE_NOOP("Groups", "Content"),
    "link": QT_TRANSLATE_NOOP("Groups", "Link"),
    "text": QT_TRANSLATE_NOOP("Groups", "Text"),
    "background": QT_TRANSLATE_NOOP("Groups", "Background"),
    "layout": QT_TRANSLATE_NOOP("Groups", "Layout"),
    "border": QT_TRANSLATE_NOOP("Groups", "Border"),
    REST: QT_TRANSLATE_NOOP("Groups", "All attributes"),
}
_COMMON: Mapping[str, str] = {
    "content": f"name {CONTENT} path type src thumbnails-src alt",
    "link": "href target",
    "text": "mj-class font-family font-size line-height font-weight color letter-spacing text-transform"
    " text-decoration align",
    "background": "background-color inner-background-color container-background-color background-url"
    " background-size background-position background-repeat",
    "layout": "mode width height full-width fluid-on-mobile align text-align vertical-align icon-size icon-position"
    " hamburger thumbnails gap padding inner-padding mj-class",
    "border": "border border-radius border-width border-style border-color inner-border inner-border-radius",
}
_TEXTS = (
    *("mj-text", "mj-button", "mj-table", "mj-social", "mj-social-element", "mj-navbar", "mj-navbar-link"),
    *("mj-accordion", "mj-accordion-element", "mj-accordion-title", "mj-accordion-text"),
)
#: Components whose whole content may be edited as words.
_WORDS = frozenset(["mj-button", "mj-navbar-link", "mj-social-element", "mj-accordion-title"])
#: Attributes that are common with these components only.
_ONLY: Mapping[tuple[str, str], frozenset[str]] = {
    ("content", "name"): frozenset(["mj-social-element", "mj-font"]),  # elsewhere it is an anchor of old
    ("text", "mj-class"): frozenset(_TEXTS),
    ("text", "font-size"): frozenset(_TEXTS),  # mj-image sets its alternative text in it
    ("text", "align"): frozenset(["mj-text"]),
    ("layout", "height"): frozenset(["mj-spacer", "mj-hero", "mj-image"]),
    ("layout", "vertical-align"): frozenset(["mj-column", "mj-group", "mj-hero"]),
}
_SIDES = ("top", "right", "bottom", "left")


#: What a component is above all comes first.
_FIRST: Mapping[str, tuple[str, ...]] = {"mj-divider": ("border",), "mj-button": ("content", "link", "background")}
#: Attributes that mean nothing without another one.
DEPENDENT: Mapping[str, str] = {
    "background-size": "background-url",
    "background-position": "background-url",
    "background-repeat": "background-url",
}


@dataclass(frozen=True)
class Group:
    """A heading and the attributes under it."""

    id: str
    attributes: tuple[str, ...]

    @property
    def title(self) -> str:
        """The heading in the user's language."""
        return QCoreApplication.translate("Groups", TITLES[self.id])


def groups_of(name: str) -> list[Group]:
    """The groups of a component, those that it has nothing for left out."""
    known = component(name)
    names = set(known.attributes) if known else set()
    names -= {attribute for attribute in names if _is_side(attribute, names)}
    if name in _WORDS:
        names.add(CONTENT)
    found: list[Group] = []
    done: set[str] = set()
    for id_, common in _COMMON.items():
        mine = [one for one in common.split() if one in names - done and name in _ONLY.get((id_, one), {name})]
        done.update(mine)
        found.append(Group(id_, tuple(mine)))
    first = _FIRST.get(name, ())
    found.sort(key=lambda group: first.index(group.id) if group.id in first else len(first))
    rest = tuple(sorted(names - done))
    return [group for group in [*found, Group(REST, rest)] if group.attributes]


def _is_side(attribute: str, names: set[str]) -> bool:
    """Whether the attribute is one side of a padding, which is edited as a whole."""
    base, _, side = attribute.rpartition("-")
    return side in _SIDES and base.endswith("padding") and base in names
