"""What there is to say about a template that goes to Mailjet: each code with its sentence and its advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from templates.dialects.finding import Finding, Level, Need
from templates.dialects.neutral import Neutral
from templates.errors import TemplateError

REFUSED: Mapping[str, TemplateError] = {
    "mailjet.loop-var": TemplateError(
        "Mailjet's loops do not know `loop.{words}`.",
        advice="Give each item of the list a field for it, such as `index` or `last`, and test that.",
    ),
    "mailjet.for-else": TemplateError(
        "Mailjet's loops have no `else` for an empty list.",
        advice="Send a field that says whether there are items, and put a condition on it around the loop.",
    ),
    "mailjet.for-if": TemplateError(
        "Mailjet's loops cannot leave items out with `if`.",
        advice="Send the list with the items it shall show, or put a condition into the loop.",
    ),
    "mailjet.for-names": TemplateError(
        "A loop of Mailjet has one name, not `{words}`.",
        advice="Send a list whose items have fields, and loop over it with one name.",
    ),
    "mailjet.for-items": TemplateError(
        "Mailjet loops over a variable, not over `{words}`.", advice="Prepare the list in the data."
    ),
    "mailjet.for-object": TemplateError(
        "Mailjet's loop over the object `{words}` gives its values, this one its names.",
        advice="Write `|each` behind it to loop over the values here too, or send a list.",
    ),
    "mailjet.slice": TemplateError(
        "Mailjet cannot take a part of a list: `{words}`.", advice="Send the list with the items it shall show."
    ),
    "mailjet.loop-control": TemplateError(
        "Mailjet's loops cannot be left, skipped or nested into themselves.", advice="Prepare the list in the data."
    ),
    "mailjet.filter": TemplateError(
        "Mailjet has no filter `{words}`.", advice="Prepare the value in the data, as a variable of its own."
    ),
    "mailjet.operator-in": TemplateError(
        "Mailjet cannot ask whether something is in a list or text: `{words}`.",
        advice='Compare with each value, joined by `or`: `x == "a" or x == "b"`.',
    ),
    "mailjet.operator-concat": TemplateError(
        "Mailjet cannot join texts with `~`.", advice="Write the pieces one after the other: `{{{{ a }}}}{{{{ b }}}}`."
    ),
    "mailjet.operator": TemplateError(
        "Mailjet does not know this operator: `{words}`.", advice="Prepare the value in the data."
    ),
    "mailjet.test": TemplateError(
        "Mailjet has no test `is {words}`.",
        advice='To ask whether something is there, write `x|default("") != ""`.',
    ),
    "mailjet.set-expression": TemplateError(
        "Mailjet's `set` takes a value or a variable, nothing computed: `{words}`.",
        advice="Prepare the value in the data.",
    ),
    "mailjet.set-scope": TemplateError(
        "`{words}` is set only on some ways to this place, or again inside a loop: Mailjet reads another value here.",
        advice="Give it a value before the condition or loop, or use two names.",
    ),
    "mailjet.default": TemplateError(
        "A default of Mailjet is a text or a number, and stands on a variable or a contact property.",
        advice="Write a text or a number, or a condition with both cases.",
    ),
    "mailjet.inline-if": TemplateError(
        "Mailjet cannot choose between two values inside an expression.",
        advice="Write `{{% if … %}}`, `{{% else %}}` and `{{% endif %}}` around the two.",
    ),
    "mailjet.print-logic": TemplateError(
        "Mailjet prints no value of `and` or `or`.", advice="Write a condition with both cases."
    ),
    "mailjet.macro": TemplateError(
        "Mailjet has nothing like macros or templates inside each other: `{words}`.",
        advice="Write it out where it is used, or share it with `mj-include`.",
    ),
    "mailjet.statement": TemplateError(
        "Mailjet does not know this statement: `{words}`.", advice="Write it without, or prepare the value in the data."
    ),
    "mailjet.raw": TemplateError(
        "Mailjet would read `{words}` as its own language.",
        advice="Write the braces of the text as entities, `&#123;`, or send the text as a variable.",
    ),
    "mailjet.reserved-brackets": TemplateError(
        "Mailjet reads double square brackets as a tag: `{words}`.", advice="Write `[` as an entity, `&#91;`."
    ),
    "mailjet.literal": TemplateError(
        "Mailjet has no lists, objects or empty values of its own: `{words}`.", advice="Prepare the value in the data."
    ),
    "mailjet.call": TemplateError("Mailjet cannot call `{words}`.", advice="Prepare the value in the data."),
    "mailjet.lookup": TemplateError(
        "Mailjet cannot look up a member whose name is computed: `{words}`.", advice="Prepare the value in the data."
    ),
    "mailjet.name": TemplateError(
        "Mailjet has no name for `{words}`.",
        advice="Names have letters without accents, digits, `_` and `-`, and none of Mailjet's words.",
    ),
    "mailjet.segment-logic": TemplateError(
        "Mailjet asks for a segment alone, and what shows for several segments has to be written once for each. "
        "That is too much here.",
        advice="Make one segment of the rule in Mailjet, or a shorter section.",
    ),
    "mailjet.segment-value": TemplateError(
        "In Mailjet a segment can only be the condition of a section.", advice="Write `{{% if segment.{words} %}}`."
    ),
    "mailjet.quotes": TemplateError(
        "The text `{words}` cannot stand in an attribute: it needs both kinds of quotes.",
        advice="Set it as a variable before the element, or move the condition out of the attribute.",
    ),
}

WARNED: Mapping[str, TemplateError] = {
    "mailjet.for-in-if": TemplateError(
        "Mailjet runs a loop even where the condition around it is false, and fails when `{words}` is missing.",
        advice="Send the list with every message, an empty one where there is none. The sample data in the zip has it.",
    ),
    "mailjet.loop-default": TemplateError(
        "Mailjet has no default for `{words}`, which is a list or a field of a list's items.",
        advice="Send it always, empty where there is none. The sample data in the zip has it.",
    ),
    "mailjet.marketing-statement": TemplateError(
        "Mailjet's campaign editor shows conditions, loops and computed values as raw blocks.",
        advice="Send yourself a test first. A section can get its condition in that editor instead.",
    ),
    "mailjet.no-view-online": TemplateError(
        "Mailjet has no tag for the online version in this form; the link is left out.",
        advice="Export the marketing form, or link to a page of your own.",
    ),
    "mailjet.no-preferences": TemplateError(
        "Mailjet has no tag for a page of preferences; the link is left out.",
        advice="Link to a page of your own, or turn on Mailjet's preference centre.",
    ),
    "mailjet.raw-value": TemplateError(
        "Mailjet inserts values as they are, and `{words}` has a sample with `<`, `>`, `&` or quotes.",
        advice="Send it with its characters as entities, or write `|e` behind it.",
    ),
    "mailjet.text-number": TemplateError(
        "Mailjet compares `{words}` as a number; its sample is a text, which is compared as a text here.",
        advice="Send it as a number, or write `|num` behind it.",
    ),
    "mailjet.unsub-spelling": TemplateError(
        "`{words}` is no tag of Mailjet's, though its pages write it so.",
        advice="Write `{{{{ links.unsubscribe }}}}`.",
    ),
}


MOST = 500  # findings of one level in one template; who has more begins with these


@dataclass
class Notes:
    """Collects what is found in one template: a refusal once a place, a warning once a name."""

    template: Neutral
    findings: dict[tuple[str, int | str], Finding] = field(default_factory=dict)
    needs: dict[tuple[str | int, ...], Need] = field(default_factory=dict)
    counts: Counter[Level] = field(default_factory=Counter)
    refused: int = 0

    def refuse(self, code: str, at: int, words: str = "", *, mended: bool = False) -> None:
        """Note that the language cannot say what stands at ``at``."""
        self.refused += 1
        self._note(code, "refusal", REFUSED[code], at, words, mended=mended)

    def warn(self, code: str, at: int, words: str = "") -> None:
        """Note what has to be minded about what stands at ``at``."""
        self._note(code, "warning", WARNED[code], at, words)

    def _note(self, code: str, level: Level, row: TemplateError, at: int, words: str, *, mended: bool = False) -> None:
        if self.counts[level] >= MOST:
            return
        place = self.template.place(at)
        error = TemplateError(row.pattern, advice=row.advice_pattern, place=place, words=words)
        key = words if words and level == "warning" else at
        if (code, key) not in self.findings:
            self.counts[level] += 1
            self.findings[code, key] = Finding(code, level, error, mended)

    def need(self, need: Need) -> None:
        """Note a value that must be sent; an empty list is more than an empty text."""
        if need.path not in self.needs or need.value == ():
            self.needs[need.path] = need

    def ordered(self) -> tuple[Finding, ...]:
        """Return the findings by place."""
        return tuple(sorted(self.findings.values(), key=lambda one: one.key))
