"""What a template of a workspace may name: properties of contacts, segments, variables of its data, brand, links.

Inside a loop also what the loop gives.
"""

from __future__ import annotations

import json
import keyword
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from jinja2 import TemplateSyntaxError

from templates.assemble import values_of
from templates.compile.context import RESERVED, unwrap
from templates.compile.limits import metered
from templates.compile.sandbox import MailEnvironment
from templates.dynamic.properties import PropertyType, load_properties
from templates.dynamic.segment import Segment, load_segments
from templates.errors import MailwrightError
from templates.loop_names import loop_fields
from templates.source.jinja import scan
from templates.source.tree import SourceTree
from templates.workspace import Workspace

Group = Literal["loop", "contact", "variable", "brand", "link", "sender", "segment"]
MOST = 500  # variables; nobody chooses from more
_DEEPEST = 3  # names inside names; deeper data is reached by hand


@dataclass(frozen=True)
class KnownName:
    """``path`` is what a tag says (``contact.city``); ``sample`` what it is now, as text; ``is_list``: for a loop.

    ``may_miss``: not every recipient, or not every item of a list, has it.
    """

    group: Group
    path: str
    sample: str = ""
    is_list: bool = False
    may_miss: bool = False

    @property
    def tag(self) -> str:
        """The tag that prints it; what may be missing prints nothing then."""
        return self.tag_or("")

    def tag_or(self, missing: str, quote: str = '"') -> str:
        """The tag that prints it, and ``missing``, in these quotes, in its place where there is no value."""
        if not missing and not self.may_miss:
            return f"{{{{ {self.path} }}}}"
        return f"{{{{ {self.path}|default({quoted(missing, quote)}) }}}}"


def quoted(text: str, quote: str = '"') -> str:
    """Return ``text`` as a Jinja string, in the other quotes when it holds ``quote`` and not them."""
    said = " ".join(text.replace("\\", "\\\\").split())
    other = "'" if quote == '"' else '"'
    if quote in said and other not in said:
        return f"{other}{said}{other}"
    escaped = said.replace(quote, f"\\{quote}")
    return f"{quote}{escaped}{quote}"


def known_names(
    workspace: Workspace,
    template: str,
    data: str | Mapping[str, Any] = "default",
    *,
    tree: SourceTree | None = None,
    at: int = 0,
) -> list[KnownName]:
    """Return the names by group, those of the loops around ``at`` in ``tree`` first.

    Reads files; what is damaged is left out, because the checks tell of it.
    """
    try:
        values = values_of(workspace, template, data=data)
        parts = unwrap(values["data"])
    except MailwrightError:
        values, parts = {}, {"var": {}, "data": {}, "segment": {}}
    variables = {name: value for name, value in parts["var"].items() if name not in RESERVED}
    loops = loop_fields(tree, at, variables) if tree else []
    properties = dict.fromkeys([*_properties(workspace), *parts["data"]])  # a data set may know more than the file
    return [
        *(
            KnownName("loop", one.path, _text(one.value), isinstance(one.value, list), not one.always)
            for one in loops
            if not isinstance(one.value, Mapping)
        ),
        *(
            KnownName("contact", _path("contact.", name), _text(parts["data"].get(name)), may_miss=True)
            for name in properties
        ),
        *islice(_within("variable", "", variables), MOST),
        *_within("brand", "brand.", {name: value for name, value in values.get("brand", {}).items() if name != "dark"}),
        *_within("link", "links.", values.get("links", {})),
        *_within("sender", "sender.", values.get("sender", {})),
        *(KnownName("segment", f"segment.{one.id}", one.name) for one in _segments(workspace)),
    ]


def is_expression(text: str) -> bool:
    """Return whether ``text`` is one Jinja expression: nothing that would end its tag, nothing that is missing."""
    tags = scan(f"{{{{ {text} }}}}")
    if len(tags) != 1 or tags[0].kind != "output" or tags[0].end != len(text) + 6 or not text.strip():
        return False
    try:
        with metered():
            MailEnvironment().parse(f"{{{{ {text} }}}}")
    except (TemplateSyntaxError, MailwrightError):
        return False
    return True


def is_name(text: str) -> bool:
    """Return whether ``text`` can name what a loop gives: a word that means nothing else."""
    means_something = keyword.iskeyword(text) or text.lower() in {"true", "false", "none"} or text in RESERVED
    return text.isidentifier() and text.isascii() and not means_something


def _properties(workspace: Workspace) -> Mapping[str, PropertyType]:
    try:
        return load_properties(workspace)
    except MailwrightError:
        return {}


def _segments(workspace: Workspace) -> tuple[Segment, ...]:
    try:
        return load_segments(workspace)
    except MailwrightError:
        return ()


def _within(group: Group, before: str, values: Mapping[str, Any], depth: int = 1) -> Iterator[KnownName]:
    for name, value in values.items():
        path = _path(before, str(name))
        if isinstance(value, Mapping):
            if depth < _DEEPEST:
                yield from _within(group, f"{path}.", value, depth + 1)
        else:
            yield KnownName(group, path, _text(value), isinstance(value, list))


def _path(before: str, name: str) -> str:
    if name.isidentifier():
        return f"{before}{name}"
    return f"{before.rstrip('.') or 'vars'}[{json.dumps(name, ensure_ascii=False)}]"


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value) if not isinstance(value, list) else ", ".join(_text(one) for one in value[:3])
