"""Whether what a person typed can be what a condition or a loop says."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, TemplateSyntaxError

LONGEST = 2000  # characters
_MARKS = ("%}", "{%", "}}", "{{", "{#", "#}")


def is_condition(text: str) -> bool:
    """Return whether ``text`` is a Jinja expression that stays inside its tag."""
    return _parses(text, f"{{% if {text} %}}{{% endif %}}")


def is_loop(text: str) -> bool:
    """Return whether ``text`` is ``name in expression`` and stays inside its tag."""
    return _parses(text, f"{{% for {text} %}}{{% endfor %}}")


def _parses(text: str, source: str) -> bool:
    if not text.strip() or len(text) > LONGEST or any(mark in text for mark in _MARKS):
        return False
    try:
        _environment().parse(source)
    except (TemplateSyntaxError, RecursionError):
        return False
    return True


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)  # it only parses; nothing is ever rendered
