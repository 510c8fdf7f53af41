"""Elements that a client does not know: their tags go, what is inside stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.mail import OWN, Mail
from renderers.clients.notes import NotedSettings, noted
from renderers.clients.rules.element_rule import ElementRule
from renderers.clients.rules.rule import Told
from renderers.clients.stage import Stage
from renderers.clients.support import Table, table

_UNWRAPPED = "mw-unwrapped"


class UnknownElements(NotedSettings):
    """Nothing but what notes tell."""


def apply(mail: Mail, settings: UnknownElements) -> Iterable[Change]:
    """Mark the elements, then take the tags out all at once: one by one takes quadratic time."""
    rules = _rules(settings, mail.client.caniemail, table())
    for element in mail.root.iter(*rules) if rules else ():
        if OWN not in element.attrib:
            told = rules[element.tag]
            yield mail.change(
                told.name,
                "The tags of {name} are removed, their content stays.",
                element,
                evidence=told.evidence,
                name=element.tag,
            )
            element.tag = _UNWRAPPED
    if rules:
        etree.strip_tags(mail.root, _UNWRAPPED)


@lru_cache(maxsize=128)
def _rules(settings: UnknownElements, client: str, rows: Table) -> Mapping[str, Told[ElementRule]]:
    return {tag: told for told in noted(settings, client, rows, ElementRule) for tag in told.rule.elements}


STAGE = Stage("unknown-elements", UnknownElements, apply)
