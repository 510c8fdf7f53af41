"""What a text field knows of the language that is written in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.editor.code.syntax import Pieces, pieces_of
from desktop.editor.code.typing import Keystroke, on_backspace, on_character, on_enter


@dataclass(frozen=True)
class CodeLanguage:
    """How its lines are coloured, and what a character, Enter and Backspace do beyond themselves."""

    pieces: Pieces
    on_character: Callable[[str, int, str], Keystroke | None]
    on_enter: Callable[[str, int, int, str], Keystroke]
    on_backspace: Callable[[str, int], Keystroke | None]


MJML = CodeLanguage(pieces_of, on_character, on_enter, on_backspace)
