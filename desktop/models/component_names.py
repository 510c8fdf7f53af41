"""Plain words and icons for MJML's components: what canvas, outline and inspector call them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP

NAMES = {
    "mjml": QT_TRANSLATE_NOOP("Components", "Mail"),
    "mj-head": QT_TRANSLATE_NOOP("Components", "Settings"),
    "mj-body": QT_TRANSLATE_NOOP("Components", "Mail"),
    "mj-title": QT_TRANSLATE_NOOP("Components", "Subject"),
    "mj-preview": QT_TRANSLATE_NOOP("Components", "Preheader"),
    "mj-style": QT_TRANSLATE_NOOP("Components", "Style rules"),
    "mj-font": QT_TRANSLATE_NOOP("Components", "Font"),
    "mj-breakpoint": QT_TRANSLATE_NOOP("Components", "Breakpoint"),
    "mj-attributes": QT_TRANSLATE_NOOP("Components", "Default styles"),
    "mj-html-attributes": QT_TRANSLATE_NOOP("Components", "HTML attributes"),
    "mj-include": QT_TRANSLATE_NOOP("Components", "Shared part"),
    "mj-wrapper": QT_TRANSLATE_NOOP("Components", "Wrapper"),
    "mj-section": QT_TRANSLATE_NOOP("Components", "Section"),
    "mj-group": QT_TRANSLATE_NOOP("Components", "Column group"),
    "mj-column": QT_TRANSLATE_NOOP("Components", "Column"),
    "mj-hero": QT_TRANSLATE_NOOP("Components", "Hero"),
    "mj-text": QT_TRANSLATE_NOOP("Components", "Text"),
    "mj-image": QT_TRANSLATE_NOOP("Components", "Picture"),
    "mj-button": QT_TRANSLATE_NOOP("Components", "Button"),
    "mj-divider": QT_TRANSLATE_NOOP("Components", "Divider"),
    "mj-spacer": QT_TRANSLATE_NOOP("Components", "Space"),
    "mj-table": QT_TRANSLATE_NOOP("Components", "Table"),
    "mj-raw": QT_TRANSLATE_NOOP("Components", "HTML"),
    "mj-social": QT_TRANSLATE_NOOP("Components", "Social networks"),
    "mj-social-element": QT_TRANSLATE_NOOP("Components", "Network"),
    "mj-navbar": QT_TRANSLATE_NOOP("Components", "Menu"),
    "mj-navbar-link": QT_TRANSLATE_NOOP("Components", "Menu link"),
    "mj-accordion": QT_TRANSLATE_NOOP("Components", "Accordion"),
    "mj-accordion-element": QT_TRANSLATE_NOOP("Components", "Accordion entry"),
    "mj-accordion-title": QT_TRANSLATE_NOOP("Components", "Accordion title"),
    "mj-accordion-text": QT_TRANSLATE_NOOP("Components", "Accordion text"),
    "mj-carousel": QT_TRANSLATE_NOOP("Components", "Carousel"),
    "mj-carousel-image": QT_TRANSLATE_NOOP("Components", "Carousel picture"),
}

_ICONS = {
    "mjml": "mail",
    "mj-head": "settings",
    "mj-body": "mail",
    "mj-title": "tag",
    "mj-preview": "text-quote",
    "mj-style": "palette",
    "mj-include": "link-2",
    "mj-wrapper": "group",
    "mj-section": "rectangle-horizontal",
    "mj-group": "columns-2",
    "mj-column": "rectangle-vertical",
    "mj-hero": "gallery-vertical-end",
    "mj-text": "type",
    "mj-image": "image",
    "mj-button": "mouse-pointer-click",
    "mj-divider": "minus",
    "mj-spacer": "unfold-vertical",
    "mj-table": "table",
    "mj-raw": "code",
    "mj-social": "share-2",
    "mj-social-element": "at-sign",
    "mj-navbar": "menu",
    "mj-navbar-link": "link",
    "mj-accordion": "list-collapse",
    "mj-carousel": "images",
    "mj-carousel-image": "image",
}
_OTHER = "component"


def component_name(name: str) -> str:
    """What people call the component ``name`` (``mj-text``), in the user's language; an unknown one keeps its tag."""
    return QCoreApplication.translate("Components", NAMES[name]) if name in NAMES else f"<{name}>"


def component_icon(name: str) -> str:
    """The name of the icon of a component; a general one for those that have none of their own."""
    family = name.rpartition("-")[0] if name.startswith("mj-accordion-") else name
    return _ICONS.get(name) or _ICONS.get(family, _OTHER)
