"""Values that are still being typed: a template tag without its end would swallow what stands behind it in the mail."""

from __future__ import annotations

from templates.source.jinja import CLOSING, Tag, scan


def is_finished(value: str) -> bool:
    """Return whether every template tag in ``value`` has its end, and every quote in it its pair.

    A brace at the end may be the beginning of a tag.
    """
    if "{" not in value:
        return True
    if value.endswith("{"):
        return False
    tags = scan(value)
    texts = [value[tag.start : tag.end] for tag in tags]
    paired = all(text.count(quote) % 2 == 0 for text in texts for quote in "\"'")
    return paired and not any(tag.kind == "unclosed" for tag in tags)


def finished(value: str) -> str:
    """Return ``value`` with an end for the template tag that has none; braces that cannot be a tag are set apart."""
    while begun := _unclosed(value):
        at = begun[0].start
        end = CLOSING[value[at : at + 2]]
        closed = f"{value.rstrip().removesuffix(end[0]).rstrip()} {end}"
        value = closed if len(_unclosed(closed)) < len(begun) else f"{value[: at + 1]} {value[at + 1 :]}"
    return value


def _unclosed(value: str) -> list[Tag]:
    return [tag for tag in scan(value) if tag.kind == "unclosed"]
