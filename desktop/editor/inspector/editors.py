"""Which editor an attribute gets: by its name where that says more than the type, else by its type in the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.editor.inspector.border_editor import STYLES, BorderEditor
from desktop.editor.inspector.choice_editor import ICONS, ChoiceEditor, NetworkEditor, SegmentEditor, SwitchEditor
from desktop.editor.inspector.class_editor import ClassEditor
from desktop.editor.inspector.colour_editor import ColourEditor
from desktop.editor.inspector.font_editor import FontEditor
from desktop.editor.inspector.link_editor import LinkEditor
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.number_editor import NumberEditor
from desktop.editor.inspector.picture_editor import PictureEditor
from desktop.editor.inspector.sides_editor import SidesEditor
from desktop.editor.inspector.text_editor import AltEditor, TextEditor
from desktop.editor.inspector.value_editor import ValueEditor
from templates.source.attribute_type import AttributeType

Make = Callable[[MailContext], ValueEditor]

_NAMED: Mapping[str, Make] = {
    "src": PictureEditor,
    "thumbnails-src": PictureEditor,
    "background-url": PictureEditor,
    "href": LinkEditor,
    "alt": AltEditor,
    "font-family": FontEditor,
    "ico-font-family": FontEditor,
    "mj-class": ClassEditor,
}
#: Texts of which only a few make sense.
_SUGGESTED: Mapping[str, tuple[str, ...]] = {
    "font-weight": ("300", "400", "500", "600", "700", "800"),
    "font-style": ("normal", "italic"),
    "text-decoration": ("none", "underline", "line-through"),
    "ico-text-decoration": ("none", "underline", "line-through"),
    "text-transform": ("none", "uppercase", "lowercase", "capitalize"),
    "ico-text-transform": ("none", "uppercase", "lowercase", "capitalize"),
    "background-size": ("auto", "cover", "contain"),
    "background-position": ("top center", "center center", "bottom center", "center left", "center right"),
    "border-style": STYLES,
    "target": ("_blank", "_self"),
    "mode": ("fixed-height", "fluid-height"),
    "type": ("mjml", "html", "css"),
}
#: Units that are meant where nothing says another one, when they are not the first of the type.
_USUAL: Mapping[tuple[str, str], tuple[str, ...]] = {("mj-column", "width"): ("%",), ("mj-group", "width"): ("%",)}
_BORDERS = ("border", "inner-border", "tb-border")
_SIDES = ("top", "right", "bottom", "left")
BORDERS = frozenset(_BORDERS) | {f"{name}-{side}" for name in _BORDERS for side in _SIDES}
CORNERS = frozenset(f"{name}-radius" for name in _BORDERS)


def make_editor(context: MailContext, component: str, attribute: str, of_type: AttributeType) -> ValueEditor:
    """Return a new editor for an attribute."""
    if attribute in _NAMED:
        return _NAMED[attribute](context)
    if attribute in BORDERS:
        return BorderEditor(context)
    if attribute in CORNERS:
        return SidesEditor(context, attribute, corners=True)
    if of_type.kind == "string":
        return _of_text(context, component, attribute)
    return _of_type(context, component, attribute, of_type)


def _of_text(context: MailContext, component: str, attribute: str) -> ValueEditor:
    if component == "mj-social-element" and attribute == "name":
        return NetworkEditor(context)
    if attribute == "hamburger":
        return SwitchEditor(context, "hamburger", "")
    if attribute in _SUGGESTED:
        return ChoiceEditor(context, _SUGGESTED[attribute])
    return TextEditor(context)


def _of_type(context: MailContext, component: str, attribute: str, of_type: AttributeType) -> ValueEditor:
    if of_type.kind == "color":
        return ColourEditor(context)
    if of_type.kind == "boolean":
        return SwitchEditor(context)
    if of_type.kind == "integer":
        return NumberEditor(context, ("",))
    if of_type.kind == "enum":
        return _of_words(context, of_type.options)
    if of_type.most > 1:
        return SidesEditor(context, attribute)
    units = _USUAL.get((component, attribute), ()) + of_type.options
    return NumberEditor(context, tuple(dict.fromkeys(units)), negative=of_type.negative)


def _of_words(context: MailContext, options: tuple[str, ...]) -> ValueEditor:
    if "full-width" in options:
        return SwitchEditor(context, "full-width", "false")
    if set(options) <= ICONS.keys():
        return SegmentEditor(context, options)
    return ChoiceEditor(context, options)
