"""The operators of the template language, bounded: what ``*``, ``**``, ``+``, ``%`` and ``~`` may make."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from templates.compile.limits import INTEGER_BITS, check_length, meter, text_of, weigh
from templates.errors import LimitError, TemplateError

# A width or precision of four digits, or one taken from the values: '%1000000000d' % 1.
_WIDE_FORMAT = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")


def _check_bits(bits: int) -> None:
    meter().tick()
    if bits > INTEGER_BITS:
        raise LimitError(
            "A number in the template would have more than {digits} digits.",
            advice="Compute with smaller numbers.",
            digits=int(INTEGER_BITS * 0.30103),
        )


def _power(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() * abs(right))
    return left**right


def _times(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int):
        _check_bits(left.bit_length() + right.bit_length())
    for value, count in ((left, right), (right, left)):
        if isinstance(value, str | list | tuple) and isinstance(count, int):
            check_length(weigh(value) * count)
    return left * right


def _plus(left: Any, right: Any) -> Any:
    if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
        check_length(weigh(left) + weigh(right))
    return left + right


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        if _WIDE_FORMAT.search(left):
            raise LimitError("The format {format} would make a very wide text.", format=left[:40])
        check_length(len(left) + weigh(right))
    return left % right


OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": _plus,
    "-": operator.sub,
    "*": _times,
    "/": operator.truediv,
    "//": operator.floordiv,
    "**": _power,
    "%": _modulo,
}


def operate(name: str, left: Any, right: Any) -> Any:
    """Compute ``left name right``. Raises LimitError for a result no mail needs, TemplateError for a division by 0."""
    meter().tick()
    try:
        return OPERATORS[name](left, right)
    except ZeroDivisionError as error:
        raise TemplateError("The template divides by zero.", advice="Test the divisor first.") from error


def concatenate(parts: list[Any], *, markup: bool) -> str:
    """Join ``parts`` as ``~`` does; with ``markup`` what is not markup is escaped."""
    texts = [text_of(part) for part in parts]
    check_length(sum(map(len, texts)))
    if markup and any(isinstance(text, Markup) for text in texts):
        return Markup("").join(texts)
    return "".join(texts)
