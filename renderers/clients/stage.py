"""What a stage is, and where they are found: each file of ``stages`` holds one, as ``STAGE``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from renderers.clients import stages as _folder
from renderers.clients.change import Change
from renderers.clients.mail import Client, Mail


class Settings(BaseModel):
    """What a profile may set of a stage. Every default means: the client does nothing of this."""

    model_config = ConfigDict(extra="forbid", frozen=True)


S = TypeVar("S", bound=Settings)


@dataclass(frozen=True)
class Stage(Generic[S]):
    """One thing that clients do to the tree of a mail.

    ``apply`` changes the mail and returns what it changed. ``again`` says why a second time would change it again;
    empty: it does not (and a test holds that).
    """

    name: str
    settings: type[S]
    apply: Callable[[Mail, S], Iterable[Change]]
    again: str = ""


@dataclass(frozen=True)
class TextStage(Generic[S]):
    """One thing that clients do to the text before they parse it: ``apply`` returns the new text and the changes.

    The text has its marks already (``html.marks``): ``unmarked_offset`` there gives a change its place.
    """

    name: str
    settings: type[S]
    apply: Callable[[str, S, Client], tuple[str, Iterable[Change]]]
    again: str = ""


AnyStage = Stage[Any] | TextStage[Any]


@cache
def stages() -> dict[str, AnyStage]:
    """Every stage by name: a file in the folder is a stage."""
    modules = [
        importlib.import_module(f"{_folder.__name__}.{each.name}") for each in pkgutil.iter_modules(_folder.__path__)
    ]
    return {module.STAGE.name: module.STAGE for module in modules if hasattr(module, "STAGE")}
