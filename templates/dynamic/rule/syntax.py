"""A rule's text in Jinja's own tokens and trees, bounded: whoever wrote it may have meant harm.

Offsets are characters of the text, from 0.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from templates.compile import positions
from templates.compile.limits import metered
from templates.compile.positions import At, PlacedParser
from templates.compile.sandbox import MailEnvironment
from templates.errors import InputError, LimitError, MailwrightError, Place

LONGEST = 20_000  # characters
SECONDS = 10.0  # to read one; a busy computer needs a fraction of it
_ENDS = ("_begin", "_end", "data")  # kinds of tokens that would leave the expression


class Token(NamedTuple):
    """A word or sign of an expression; ``depth`` counts the brackets it stands in, its own pair left out."""

    start: int
    kind: str
    text: str
    depth: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


def plain_lines(text: str) -> str:
    """Return ``text`` with plain line feeds, as Jinja reads it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=16)  # whoever checks a rule reads it several times
def tokens_of(text: str, name: str) -> tuple[Token, ...]:
    """Return the tokens of the expression ``text``, which was found to be one, white space left out.

    Raises InputError or LimitError with the place in ``name`` when it is none, too long or too deep.
    """
    if len(text) > LONGEST:
        raise LimitError(
            "The rule has more than {limit} characters.",
            advice="Split it into several segments.",
            place=Place(name),
            limit=LONGEST,
        )
    with metered(SECONDS):
        try:
            tree_of(text, name)
            return tuple(_tokens(text, name))
        except TemplateSyntaxError as error:
            broken_off = "end of" in str(error.message)  # Jinja met the end where a value should be
            raise _syntax_error(text, len(text) if broken_off else max(0, error.lineno - 1), name) from None
        except At as error:
            raise _placed(error.error, text, error.offset, name) from None
        except RecursionError:
            raise too_deep(name) from None


def tree_of(text: str, name: str = "rule") -> nodes.Expr:
    """Return Jinja's tree of the expression ``text``. Raises what Jinja does, LimitError; needs a running meter."""
    try:
        parser = PlacedParser(_environment(), text, None, None, "variable")
        tree = parser.parse_expression()
    except At as error:
        raise _placed(error.error, text, error.offset, name) from None
    if not parser.stream.eos:
        raise TemplateSyntaxError("something stands behind the expression", parser.stream.current.lineno)
    return tree


def place_of(text: str, offset: int, name: str) -> Place:
    """Return the line and column of ``offset``."""
    return Place(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def too_deep(name: str, place: Place | None = None) -> LimitError:
    """Return the error for a rule of tests in groups in groups without end."""
    return LimitError(
        "The rule is nested too deeply.", advice="Make segments of its parts and join them.", place=place or Place(name)
    )


@cache
def _environment() -> MailEnvironment:
    return MailEnvironment(autoescape=False)  # it only reads


def _tokens(text: str, name: str) -> list[Token]:
    found: list[Token] = []
    depth = 0
    for lineno, kind, value in _environment().lexer.tokeniter(text, None, None, "variable"):
        if kind == "whitespace":
            continue
        if kind.endswith(_ENDS):
            raise _syntax_error(text, lineno - 1, name)
        closes = kind == "operator" and value in ")]}"
        depth -= closes
        found.append(Token(lineno - 1, kind, value, depth))
        depth += kind == "operator" and value in "([{"
    return found


def _placed(error: MailwrightError, text: str, offset: int, name: str) -> MailwrightError:
    place = place_of(text, offset, name)
    if error.pattern == positions.too_deep().pattern:  # of a template, it says
        return too_deep(name, place)
    return type(error)(error.pattern, advice=error.advice_pattern, place=place, **error.values)


def _syntax_error(text: str, offset: int, name: str) -> InputError:
    """Say what people most often get wrong; for the rest, where it is."""
    offset = min(offset, len(text))
    offset -= text.startswith("||", offset - 1)  # Jinja takes the first for a filter's
    place, rest = place_of(text, offset, name), text[offset:]
    if not text.strip():
        return InputError("The rule is empty.", advice='Write one like `contact.city == "Lyon"`.', place=place)
    if rest.startswith("=") and not rest.startswith("=="):
        return InputError("One `=` compares nothing.", advice="Write `==` for “is”, `!=` for “is not”.", place=place)
    if rest.startswith(("&", "||")):
        return InputError("`&&` and `||` are not of this language.", advice="Write `and` and `or`.", place=place)
    if not rest.strip():
        return InputError("The rule breaks off here.", advice="Write what is missing, or a bracket.", place=place)
    return InputError(
        "The rule cannot be read from here on: `{rest}`.",
        advice='Write it like `contact.city == "Lyon" and contact.age >= 18`.',
        place=place,
        rest=rest[:40],
    )
