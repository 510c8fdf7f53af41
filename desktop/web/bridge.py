"""What the page says to us. A mail is hostile until shown otherwise, so every message is taken apart with care."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

LONGEST = 2_000_000  # characters of a message
_LARGEST = 10_000_000.0


@dataclass(frozen=True)
class Message:
    """One message: its kind, and values that are what they are asked to be."""

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def integer(self, name: str) -> int:
        """A number that is not negative; 0 for everything else."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1e9 else 0

    def number(self, name: str) -> float:
        """A coordinate or a length; 0 for everything else."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return 0.0
        return min(_LARGEST, max(-_LARGEST, float(value)))

    def text(self, name: str) -> str:
        """A text; empty for everything else."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """Whether the value is true."""
        return self.values.get(name) is True

    def numbers(self, name: str) -> tuple[float, ...]:
        """A list of numbers; empty when one of them is none."""
        value = self.values.get(name)
        if not isinstance(value, list) or len(value) > 1000:
            return ()
        numbers = [Message("", {"value": each}).number("value") for each in value]
        return tuple(numbers)


class Bridge(QObject):
    """The one object that the page can reach, from our own code's world only."""

    told = Signal(object)
    """A Message."""

    @Slot(str)
    def tell(self, message: str) -> None:
        """Take a message; one that is none is dropped."""
        if len(message) > LONGEST:
            return
        try:
            values = json.loads(message)
        except (ValueError, RecursionError):
            return
        if isinstance(values, dict) and isinstance(values.get("kind"), str):
            self.told.emit(Message(values["kind"], values))
