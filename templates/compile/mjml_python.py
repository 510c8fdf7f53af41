"""The pure-Python port of MJML (PyPI ``mjml``): for machines where V8 cannot be loaded, and as a second opinion.

It looks right and differs in details (tests/templates/compile/test_mjml_python.py lists them). What makes it stop
is put right before: in the text where the text can say it, else with a component of our own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from templates.compile.engine import Compiled
from templates.compile.mjml_prepare import DEFAULT_FONTS, prepare
from templates.errors import EngineError, LimitError, MailwrightError, TemplateError

SOURCE_CHARACTERS = 1_000_000  # it cannot be interrupted; this takes about 5 s


class PureEngine:
    """Compiles with PyPI mjml. Its only diagnostics are elements that MJML does not have."""

    name = "mjml 0.12 (pure Python)"

    def __init__(self) -> None:
        """Raise EngineError when the port is not installed."""
        try:
            from mjml import mjml_to_html
        except ImportError as error:
            raise EngineError("No MJML compiler is installed (mini-racer or mjml).") from error
        self._compile = mjml_to_html

    def compile(self, source: str) -> Compiled:
        """Compile flattened MJML. Raises TemplateError (not MJML) and LimitError (1 MB of source, deep nesting)."""
        if len(source) > SOURCE_CHARACTERS:
            raise LimitError("The mail is longer than {limit} bytes before MJML.", limit=SOURCE_CHARACTERS)
        if "<mjml" not in source:
            raise TemplateError("There is no <mjml> element in this text.", advice="Put the mail between <mjml> tags.")
        prepared = prepare(source)
        try:
            html: str = self._compile(prepared.text, custom_components=_components()).html
        except Exception as error:  # the port has no exceptions of its own: it stops wherever it stumbles
            raise _stopped(error) from error
        for name, href in prepared.fonts.items():
            html = html.replace(DEFAULT_FONTS[name], href)
        return Compiled(html, prepared.diagnostics)


def _stopped(error: Exception) -> MailwrightError:
    if isinstance(error, RecursionError):
        return LimitError("The mail is nested too deeply for MJML.", advice="Remove elements in elements.")
    return TemplateError("MJML cannot compile this mail: {reason}", reason=error)


@lru_cache(maxsize=1)
def _components() -> list[type]:
    """Return components that do not stop where the reference goes on."""
    from mjml.core.registry import register_core_components
    from mjml.elements import MjHero
    from mjml.elements._base import BodyComponent

    class Hero(MjHero):  # type: ignore[misc]  # mjml publishes no types
        """A hero whose background may have no size: the port divides by it."""

        def get_attr(self, name: str, *, missing_ok: bool = False) -> Any:
            """Return an attribute, 1px for a size that is not given."""
            value = super().get_attr(name, missing_ok=missing_ok)
            return "1px" if value is None and name in {"background-height", "background-width"} else value

        def get_styles(self) -> dict[str, dict[str, Any]]:
            """Return the styles of the parts, the sizes that were not given left out."""
            styles: dict[str, dict[str, Any]] = super().get_styles()
            if super().get_attr("background-height") is None:
                styles["outlook-image"]["height"] = None
            if super().get_attr("background-width") is None:
                styles["outlook-image"]["width"] = self.context["containerWidth"]
            return styles

    class Tolerant:
        """A component whose paddings and borders need not be numbers."""

        def getShorthandAttrValue(self, attribute: str, direction: str, attr_with_direction: bool = True) -> int:  # noqa: N802 - the port's name
            """Return a number of pixels, 0 for ``solid`` as in the reference."""
            try:
                return int(super().getShorthandAttrValue(attribute, direction, attr_with_direction))  # type: ignore[misc]  # a mixin
            except TypeError:
                return 0

    known = {**register_core_components(), "mj-hero": Hero}
    return [type(kind.__name__, (Tolerant, kind), {}) for kind in known.values() if issubclass(kind, BodyComponent)]
