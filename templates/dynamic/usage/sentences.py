"""What the report on names says, in English; the translations are keyed by these patterns."""

from __future__ import annotations

from typing import Final

from templates.errors import TemplateError

MISSING: Final = TemplateError(
    "{name} has no value in the data set {sets}.", advice="Give it one there, or write a default in the template."
)
MISSPELT: Final = TemplateError("{name} is in none of the data sets.", advice="Did you mean {suggestion}?")
NO_LIST: Final = TemplateError(
    "{name} must be a list, but in the data set {sets} it is {value}.", advice="Write [ ] around its rows there."
)
NO_OBJECT: Final = TemplateError(
    "{name} must be an object with fields, but in the data set {sets} it is {value}.",
    advice='Write {{"field": "value"}} there.',
)
NO_NUMBER: Final = TemplateError(
    "{name} is calculated with, but in the data set {sets} it is {value}, no number.",
    advice="Write the number without quotes there.",
)
NO_DATE: Final = TemplateError(
    "{name} must be a date, but in the data set {sets} it is {value}.", advice="Write it like 2026-12-24."
)
NOT_PLAIN: Final = TemplateError(
    "{name} is printed, but in the data set {sets} it is a list or an object.",
    advice="Loop over it, or print one of its fields.",
)
NO_PROPERTY: Final = TemplateError("Contacts have no property {name}.", advice="Add it to contacts.toml.")
NO_DEFAULT: Final = TemplateError("A contact without {name} gets no mail.", advice="Write a default behind it.")
NO_SEGMENT: Final = TemplateError(
    "There is no segment {name}: what depends on it, nobody will see.", advice="Add it to the segments."
)
UNKNOWN: Final = TemplateError(
    "The variable {name} is not known.", advice="Give it a value in the data, or a default in the template."
)
NOT_DELIVERED: Final = TemplateError(
    "At Mailjet a message without {name} is not delivered, and nothing says so.",
    advice="Write a default behind it, or always send it.",
)
ALWAYS_RUN: Final = TemplateError(
    "Mailjet runs this loop even where its condition is false, and needs {name} for it.",
    advice="Always send it, if only as an empty list.",
)

_NEAR: Final = (
    TemplateError("{name} has no value in the data set {sets}.", advice="Did you mean {suggestion}?"),
    TemplateError("Contacts have no property {name}.", advice="Did you mean {suggestion}?"),
    TemplateError(
        "There is no segment {name}: what depends on it, nobody will see.", advice="Did you mean {suggestion}?"
    ),
    TemplateError("The variable {name} is not known.", advice="Did you mean {suggestion}?"),
)


def suggesting(sentence: TemplateError) -> TemplateError:
    """Return the sentence with the name that was meant for its advice."""
    return next((near for near in _NEAR if near.pattern == sentence.pattern), sentence)
