"""The neutral tree of a template: what every dialect prints from.

Text between tags is kept byte for byte. Expressions are typed by what they mean (a variable of the message, a property
of the contact, a segment …), not by how Jinja writes them. Everything carries ``at``, its offset in ``Neutral.source``,
which knows the file, line and column. What has no meaning that services share is an ``Other`` with its kind: each
dialect decides what to say about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from templates.compile.source_map import MappedText
from templates.errors import Place

Member: TypeAlias = str | int


@dataclass(frozen=True)
class Literal:
    """A text, a number, true, false or none."""

    value: str | int | float | bool | None
    at: int


@dataclass(frozen=True)
class Variable:
    """A variable of the message, or a member of one."""

    path: tuple[Member, ...]
    at: int


@dataclass(frozen=True)
class Contact:
    """A property of the recipient."""

    path: tuple[Member, ...]
    at: int


@dataclass(frozen=True)
class Sender:
    """A property of the sender."""

    path: tuple[Member, ...]
    at: int


@dataclass(frozen=True)
class Link:
    """A link that the service makes: unsubscribe, preferences, view_online."""

    name: str
    at: int


@dataclass(frozen=True)
class Segment:
    """Whether the recipient is in a segment."""

    name: str
    at: int


@dataclass(frozen=True)
class Local:
    """A name that the template makes, or a member of one.

    ``origin`` is ``loop``, ``set``, or ``unsure``: set on some ways to this place and not on others.
    """

    path: tuple[Member, ...]
    origin: str
    at: int


@dataclass(frozen=True)
class LoopState:
    """What a loop knows about itself: index, last …"""

    name: str
    at: int


@dataclass(frozen=True)
class Default:
    """``value``, or ``otherwise`` where it is undefined; with ``empty_too`` where it is false in any way."""

    value: Expression
    otherwise: Expression
    empty_too: bool
    at: int


@dataclass(frozen=True)
class Function:
    """A filter or function of our language by its name there; the value that a filter is put on comes first."""

    name: str
    arguments: tuple[Expression, ...]
    at: int


@dataclass(frozen=True)
class Logic:
    """``and``, ``or``, ``xor`` of two operands, ``not`` of one."""

    operator: str
    operands: tuple[Expression, ...]
    at: int


@dataclass(frozen=True)
class Comparison:
    """``== != < <= > >=``."""

    operator: str
    left: Expression
    right: Expression
    at: int


@dataclass(frozen=True)
class Arithmetic:
    """``+ - * /``, ``//`` without a rest, ``%`` the rest."""

    operator: str
    left: Expression
    right: Expression
    at: int


@dataclass(frozen=True)
class Choice:
    """``then if condition else otherwise``; None where nothing is said for the other case."""

    condition: Expression
    then: Expression
    otherwise: Expression | None
    at: int


@dataclass(frozen=True)
class Other:
    """What services share no meaning for. ``kind`` names it; ``words`` is what the author wrote, in short."""

    kind: str
    words: str
    at: int


Expression: TypeAlias = (
    Literal
    | Variable
    | Contact
    | Sender
    | Link
    | Segment
    | Local
    | LoopState
    | Default
    | Function
    | Logic
    | Comparison
    | Arithmetic
    | Choice
    | Other
)


@dataclass(frozen=True)
class Text:
    """What stands between two tags."""

    text: str
    at: int


@dataclass(frozen=True)
class Print:
    """``{{ expression }}``."""

    expression: Expression
    at: int


@dataclass(frozen=True)
class Branch:
    """An ``if`` or ``elif`` with what it shows."""

    condition: Expression
    body: tuple[Node, ...]
    at: int


@dataclass(frozen=True)
class If:
    """The branches in order, and what is shown when none holds."""

    branches: tuple[Branch, ...]
    otherwise: tuple[Node, ...]
    at: int


@dataclass(frozen=True)
class For:
    """A loop over ``items``. ``test`` leaves items out, ``otherwise`` is shown for none, ``names`` may be several."""

    names: tuple[str, ...]
    items: Expression
    body: tuple[Node, ...]
    otherwise: tuple[Node, ...]
    test: Expression | None
    recursive: bool
    at: int


@dataclass(frozen=True)
class Set:
    """A name of the template's own."""

    name: str
    value: Expression
    at: int


Node: TypeAlias = Text | Print | If | For | Set | Other


@dataclass(frozen=True)
class Neutral:
    """A template as a tree. ``markup`` says that values are escaped for HTML where they are printed."""

    nodes: tuple[Node, ...]
    source: MappedText
    markup: bool

    def place(self, at: int) -> Place:
        """Return the file, line and column of an offset."""
        return self.source.place(at)
