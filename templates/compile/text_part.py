"""The plain-text part as a person wrote it: the file ``template.txt`` with its template tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from templates.compile.bake import bake
from templates.compile.faults import located
from templates.compile.personalise import render_plain
from templates.compile.source_map import MappedText
from templates.errors import LimitError, Place, TemplateError

_AMPERSAND = "\uf8f0"  # stands for the author's own while what was baked in is unescaped
_BRACE = "&#123;"
_TAG_LIKE = re.compile(f"{_BRACE}(?={_BRACE}|[{{%#])")


def text_part(source: str, context: Mapping[str, Any], name: str) -> str:
    """Return ``source`` (the file ``name``) as a recipient gets it; ``context`` as for the mail.

    Raises TemplateError and LimitError with the place in that file.
    """
    try:
        return render_plain(source, context, name)
    except (TemplateError, LimitError) as error:
        raise located(error, Place(name)) from error


def tagged_text_part(source: str, brand: Mapping[str, Any], name: str) -> str:
    """Return ``source`` with the brand's values in it and every other tag kept. Raises like ``text_part``."""
    hidden = MappedText.of_file(source.replace("&", _AMPERSAND), name)
    try:
        baked = bake(hidden, {"brand": brand}).text
    except (TemplateError, LimitError) as error:
        raise located(error, Place(name)) from error
    # Values come escaped for HTML; a brace of theirs must not begin a tag.
    return unescape(_TAG_LIKE.sub("{ ", baked)).replace(_AMPERSAND, "&")
