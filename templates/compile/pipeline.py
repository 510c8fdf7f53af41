"""The road from a template's text and data to the HTML of a mail, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from templates.compile.context import context_of
from templates.compile.diagnose import dropped_includes, notices
from templates.compile.engine import Compiled, mjml_engine
from templates.compile.images import map_images
from templates.compile.include import IncludeResolver, resolve_includes
from templates.compile.inline_css import inline_css
from templates.compile.notice import Notice
from templates.compile.personalise import Personalised, personalise
from templates.compile.plain_text import plain_text
from templates.compile.source_map import MappedText
from templates.compile.tagged import build_tagged

__all__ = ["Build", "IncludeResolver", "Notice", "build", "build_tagged"]

NOTHING: Mapping[str, Any] = MappingProxyType({})
