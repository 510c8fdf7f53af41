"""Attributes that MJML splits at blanks: a tag in them must not hold any.

Of ``padding="{{ space }}px 0"`` MJML makes four values and computes a width of NaN; of ``{{space}}px 0`` it makes two.
"""

from __future__ import annotations

import re

from templates.compile.markup import Scanner, template_tags
from templates.compile.source_map import MappedText, joined
from templates.errors import TemplateError

_SHORTHAND = re.compile(
    r"""\s(?P<name>(?:inner-|text-|icon-)?(?:padding|border))\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE
)


def tightened(source: MappedText) -> MappedText:
    """Return ``source`` with the blanks at the edges of such tags removed.

    Raises TemplateError with the place for a tag that needs blanks inside.
    """
    parts, done = [], 0
    for span in Scanner(source.text):
        if span.kind != "open" or not span.tags or not span.name.startswith("mj-"):
            continue
        for value in _SHORTHAND.finditer(source.text, span.start, span.end):
            for start, end in template_tags(source.text, value.start(), value.end()):
                tag = source.text[start:end]
                tight = tag[:2] + tag[2:-2].strip() + tag[-2:]
                if re.search(r"\s", tight):
                    raise _split(source, start, tag, value["name"], span.name)
                parts += [source[done:start], source.generated(tight, start)]
                done = end
    return joined([*parts, source[done : len(source.text)]])


def _split(source: MappedText, start: int, tag: str, attribute: str, element: str) -> TemplateError:
    return TemplateError(
        "MJML splits the {attribute} of {element} at the blanks in {tag}.",
        advice="Write the tag without blanks, or set the value to a name before.",
        place=source.place(start),
        attribute=attribute,
        element=element,
        tag=tag,
    )
