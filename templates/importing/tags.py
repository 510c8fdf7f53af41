"""Template tags of an imported file: ours read as they are, others are told of."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from templates.errors import InputError, MailwrightError


def tag_notices(text: str) -> Iterator[MailwrightError]:
    """Yield a notice when the template tags in ``text`` are not Jinja. Nothing is run, only read."""
    try:
        Environment(autoescape=True).parse(text)
    except (TemplateSyntaxError, RecursionError) as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        yield InputError(
            "The template tag in line {line} is not Jinja.",
            advice="Rewrite it in the editor; until then the mail does not compile.",
            line=line,
        )
