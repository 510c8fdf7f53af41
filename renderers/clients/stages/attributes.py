"""HTML attributes that a client removes, sets or rewrites."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.html.tree import Element, Finder, finder
from renderers.clients.mail import OWN, Mail
from renderers.clients.notes import NotedSettings, noted
from renderers.clients.rules.attribute_rule import AttributeRule
from renderers.clients.rules.rule import Told
from renderers.clients.stage import Stage
from renderers.clients.support import Table, table


class Attributes(NotedSettings):
    """Nothing but what notes tell."""


def apply(mail: Mail, settings: Attributes) -> Iterable[Change]:
    """Rewrite the attributes of every element."""
    for each, find in _rules(settings, mail.client.caniemail, table()):
        if each.rule.then != "set" and each.rule.attribute not in mail.wrote.attributes:
            continue
        for element in find(mail.root):
            if OWN not in element.attrib and each.rule.fits(element):
                yield _said(mail, element, each)
                each.rule.apply(element)


@lru_cache(maxsize=128)
def _rules(settings: Attributes, client: str, rows: Table) -> tuple[tuple[Told[AttributeRule], Finder], ...]:
    return tuple((each, _finder(each.rule)) for each in noted(settings, client, rows, AttributeRule))


def _finder(rule: AttributeRule) -> Finder:
    """Return what finds the elements of a rule without a look at each element of the mail."""
    if rule.then != "set":
        path = f"//*[@{rule.attribute}]"
    else:
        path = "|".join(f"//{tag}[@href]" if tag in ("a", "area") else f"//{tag}" for tag in rule.elements)
    return finder(path)


def _said(mail: Mail, element: Element, each: Told[AttributeRule]) -> Change:
    rule, evidence, name, to = each.name, each.evidence, each.rule.attribute, each.rule.to
    match each.rule.then:
        case "set":
            return mail.change(
                rule, "The attribute {name} is set to {to}.", element, evidence=evidence, name=name, to=to
            )
        case "renamed":
            return mail.change(
                rule, "The attribute {name} is renamed to {to}.", element, evidence=evidence, name=name, to=to
            )
    return mail.change(rule, "The attribute {name} is removed.", element, evidence=evidence, name=name)


STAGE = Stage("attributes", Attributes, apply)
