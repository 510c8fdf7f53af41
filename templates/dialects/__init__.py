"""The languages of sending services: one file a dialect, found by listing this folder.

A dialect's module holds ``DIALECT``. It prints the neutral tree (neutral.py), which ``read.read`` makes of a template.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from templates.dialects.finding import Written
from templates.dialects.neutral import Neutral


class Dialect(Protocol):
    """One service's template language."""

    @property
    def name(self) -> str:
        """What the command line calls it, and the folder in a zip."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways in which the service takes a mail, by name; the first is the usual one."""

    def form_of(self, kind: str) -> str:
        """Return the form for a template of ``kind`` (marketing, transactional, legal)."""

    def write(
        self, template: Neutral, *, form: str, language: str, samples: Sequence[Mapping[str, Any]] = ()
    ) -> Written:
        """Return ``template`` in this language, without what the language cannot say; that is in the findings.

        ``language`` is the mail's, as two letters; ``samples`` are data sets that warnings are drawn from.
        """

    def settings(self, form: str) -> Mapping[str, Any]:
        """Return what the service has to be told beside the mail itself."""


@cache
def dialects() -> Mapping[str, Dialect]:
    """Return the dialects by name."""
    modules = [importlib.import_module(f"{__name__}.{one.name}") for one in pkgutil.iter_modules(__path__)]
    found: list[Dialect] = [module.DIALECT for module in modules if hasattr(module, "DIALECT")]
    return {dialect.name: dialect for dialect in sorted(found, key=lambda one: one.name)}
