"""The small language in which MJML declares attributes: ``color``, ``enum(left,right)``, ``unit(px,%){1,4}`` …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import tinycss2.color4

from templates.errors import TemplateError

TypeKind = Literal["color", "enum", "unit", "boolean", "integer", "string"]
_FORM = re.compile(r"(?P<kind>\w+)(?:\((?P<options>[^)]*)\))?(?:\{(?P<least>\d),(?P<most>\d)\})?")
# As MJML matches them: without anchors for rgb(), so that a gradient passes too.
_COLOUR = re.compile(
    r"rgba\(\d{1,3},\s?\d{1,3},\s?\d{1,3},\s?\d(\.\d{1,3})?\)|rgb\(\d{1,3},\s?\d{1,3},\s?\d{1,3}\)"
    r"|^#([0-9a-f]{3}){1,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AttributeType:
    """One type. ``options`` are the words of an enum or the units of a unit ("" for a bare number).

    A unit has ``least`` to ``most`` values; ``negative`` ones where that is said. ``form`` is the type as declared.
    """

    form: str
    kind: TypeKind
    options: tuple[str, ...] = ()
    least: int = 1
    most: int = 1
    negative: bool = False

    def refusal(self, attribute: str, value: str) -> TemplateError:
        """Return the sentence that ``value`` is wrong and, as advice, what is expected; not raised."""
        options = ", ".join(filter(None, self.options))
        if self.kind == "color":
            return TemplateError(
                "`{value}` is no value for {attribute}.",
                advice="Write a colour: a name in lower case, #rrggbb, rgb(…) or rgba(…).",
                value=value,
                attribute=attribute,
            )
        if self.kind == "enum":
            return TemplateError(
                "`{value}` is no value for {attribute}.",
                advice="Write one of: {options}.",
                value=value,
                attribute=attribute,
                options=options,
            )
        if self.kind == "unit":
            return self._unit_refusal(attribute, value, options)
        return TemplateError(
            "`{value}` is no value for {attribute}.",
            advice="Write true or false." if self.kind == "boolean" else "Write a whole number.",
            value=value,
            attribute=attribute,
        )

    def _unit_refusal(self, attribute: str, value: str, options: str) -> TemplateError:
        return TemplateError(
            "`{value}` is no value for {attribute}.",
            advice="Write a number: 0, or with one of {options}."
            if self.most == 1
            else "Write {least} to {most} numbers, each 0 or with one of {options}.",
            value=value,
            attribute=attribute,
            options=options,
            least=self.least,
            most=self.most,
        )

    @property
    def expectation(self) -> str:
        """What a value has to be, in English; empty for a string, which may be anything."""
        return "" if self.kind == "string" else self.refusal("", "").advice


@cache
def parse_type(form: str) -> AttributeType:
    """Return the type that ``form`` declares. Raises ValueError for a form that MJML does not have."""
    match = _FORM.fullmatch(form)
    if match is None:
        raise ValueError(form)
    options = tuple(match["options"].split(",")) if match["options"] is not None else ()
    return AttributeType(
        form=form,
        kind=_kind(match["kind"]),
        options=options,
        least=int(match["least"] or 1),
        most=int(match["most"] or 1),
        negative=match["kind"] == "unitWithNegative",
    )


def _kind(word: str) -> TypeKind:
    kinds: dict[str, TypeKind] = {
        "color": "color",
        "enum": "enum",
        "unit": "unit",
        "unitWithNegative": "unit",
        "boolean": "boolean",
        "integer": "integer",
        "string": "string",
    }
    if word not in kinds:
        raise ValueError(word)
    return kinds[word]


def check(value: str, of_type: AttributeType) -> bool:
    """Return whether MJML takes ``value`` for an attribute of that type."""
    if of_type.kind == "color":
        return bool(_COLOUR.search(value)) or _is_colour_name(value)
    if of_type.kind == "enum":
        return value in of_type.options
    if of_type.kind == "unit":
        return bool(_unit_pattern(of_type).search(value))
    if of_type.kind == "boolean":
        return value in {"true", "false"}
    return of_type.kind == "string" or bool(re.search(r"[0-9]", value))


def _is_colour_name(value: str) -> bool:
    if value == "inherit":
        return True
    return value.isalpha() and value.islower() and tinycss2.color4.parse_color(value) not in {None, "currentcolor"}


@cache
def _unit_pattern(of_type: AttributeType) -> re.Pattern[str]:
    sign = "-|" if of_type.negative else ""
    auto = "|auto" if "auto" in of_type.options else ""
    units = "|".join(re.escape(unit) for unit in of_type.options if unit != "auto")
    return re.compile(rf"^(?:(?:(?:{sign}[0-9]|,|\.)+(?:{units})|0{auto})(?: |$)){{{of_type.least},{of_type.most}}}$")
