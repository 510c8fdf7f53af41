"""A template run with one data set to see every value that it misses, not just the first."""

from __future__ import annotations

import bisect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import Template
from jinja2.utils import missing

from templates.compile.bounds import COUNTED, counted
from templates.compile.limits import meter, metered
from templates.compile.sandbox import MailEnvironment
from templates.compile.source_map import MappedText
from templates.compile.undefined import NestedUndefined

_MOST = 1_000  # misses; in a loop the same one comes again and again


@dataclass(frozen=True)
class Miss:
    """A value that was used and is not there: the end of its path, or all of it, and where the tag around it begins."""

    names: tuple[str, ...]
    is_whole: bool
    offset: int


_misses: ContextVar[dict[Miss, None]] = ContextVar("misses")  # their offsets are lines of Python until the end


def misses(source: MappedText, context: Mapping[str, Any]) -> list[Miss]:
    """Return what a mail of ``source`` misses in ``context``, in the order in which it is used.

    A mail that fails for another reason ends the search: what was found by then is returned. Bounded like a build.
    """
    token = _misses.set({})
    try:
        with metered():
            template = _template(source.text)
            for _ in template.root_render_func(template.new_context(dict(context))):
                if len(_misses.get()) >= _MOST:
                    break
    except Exception:  # noqa: BLE001, S110 - any value may raise anything; the build says what it is and where
        pass
    finally:
        found = list(_misses.get())
        _misses.reset(token)
    return _placed(found, source.text) if found else []


def _placed(found: list[Miss], text: str) -> list[Miss]:
    """The misses with the offsets of their tags in place of the lines of the compiled template."""
    known = [(line, node) for node, line in _template(text).debug_info]
    places = [bisect.bisect_right(known, (miss.offset, sys.maxsize)) - 1 for miss in found]
    return [replace(miss, offset=known[max(0, place)][1] - 1) for miss, place in zip(found, places, strict=True)]


def _note(value: Any) -> None:
    meter().tick()
    whole = value._undefined_obj is missing
    _misses.get().setdefault(Miss(value._names(), whole, _line()))


def _answering(answer: Any) -> Callable[..., Any]:
    """A method that writes down that the value was used, and answers that."""

    def method(self: Any, *_arguments: Any, **_named: Any) -> Any:
        _note(self)
        return self if answer is missing else answer

    return method


def _grown(self: Any, name: object) -> Any:
    grown = _NOTING(obj=self._undefined_obj, name=self._undefined_name)
    grown._path = (*self._names(), str(name))
    return grown


_ANSWERS: dict[str, Any] = {
    **dict.fromkeys(["__bool__", "__eq__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__"], False),
    **dict.fromkeys(["__len__", "__hash__", "__int__"], 0),
    **{f"__{side}{name}__": missing for side in ("", "r") for name in ("add", "sub", "mul", "truediv", "floordiv")},
    **{f"__{side}{name}__": missing for side in ("", "r") for name in ("mod", "pow")},
    **dict.fromkeys(["__neg__", "__pos__", "__call__"], missing),
    "__str__": "",
    "__ne__": True,
    "__float__": 0.0,
    "__iter__": iter(()),
}
# Undefined's own methods never return, which a class statement could not override for the type checker.
_NOTING: type[NestedUndefined] = type(
    "Noting",
    (NestedUndefined,),
    {"__slots__": (), "_grown": _grown, **{name: _answering(answer) for name, answer in _ANSWERS.items()}},
)


def _line() -> int:
    """The line of Python at which the innermost code of the template is."""
    frame = sys._getframe(1)
    while frame.f_back is not None:
        if "__jinja_template__" in frame.f_globals:
            return frame.f_lineno
        frame = frame.f_back
    return 0


class _TrialEnvironment(MailEnvironment):
    def __init__(self) -> None:
        super().__init__()
        self.undefined = _NOTING
        self.filters[COUNTED] = _counted


def _counted(iterable: Any) -> Iterator[Any]:
    """Yield from what a ``for`` loops over; of what is no list nothing, so that the rest is tried as well."""
    return counted(iterable) if isinstance(iterable, Iterable) else iter(())


@lru_cache(maxsize=1)
def _environment() -> _TrialEnvironment:
    return _TrialEnvironment()


@lru_cache(maxsize=8)
def _template(text: str) -> Template:
    return _environment().from_string(text)
