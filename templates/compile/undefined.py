"""Names that are not known: they fail when used, and they know their whole path."""

from __future__ import annotations

from typing import Any, NoReturn

from jinja2 import StrictUndefined, UndefinedError
from jinja2.utils import missing


class UnknownNameError(UndefinedError):
    """A value was used that the data does not hold. ``path`` is what is known of it; ``rooted`` says if that is all."""

    def __init__(self, path: tuple[str, ...], *, rooted: bool) -> None:
        super().__init__(".".join(path))
        self.path = path
        self.rooted = rooted


class NestedUndefined(StrictUndefined):
    """An undefined value whose members are undefined too, so that ``a.b.c|default("x")`` works at any depth.

    Printing, testing, looping over and comparing it raise UnknownNameError; ``default`` and ``is defined`` do not.
    """

    __slots__ = ("_path",)
    _path: tuple[str, ...]

    def _grown(self, name: object) -> NestedUndefined:
        grown = NestedUndefined(obj=self._undefined_obj, name=self._undefined_name)
        grown._path = (*self._names(), str(name))
        return grown

    def _names(self) -> tuple[str, ...]:
        return getattr(self, "_path", None) or (str(self._undefined_name),)

    @property
    def _undefined_message(self) -> NoReturn:
        # Jinja asks for the message in the one moment it raises: here the exception can carry the path as data.
        raise UnknownNameError(self._names(), rooted=self._undefined_obj is missing)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_path":
            raise AttributeError(name)
        return self._grown(name)

    def __getitem__(self, key: object) -> Any:
        return self._grown(key)
