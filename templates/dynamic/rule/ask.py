"""Asking a rule of one contact, by Jinja: what the text means. ``bulk`` must give the same answers."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date
from functools import cache, lru_cache
from typing import Any

from jinja2 import Template, nodes

from templates.compile.bounds import with_bounds
from templates.compile.context import Segments
from templates.compile.limits import metered
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.environment import RuleEnvironment
from templates.dynamic.rule.names import names_read
from templates.dynamic.rule.rewriting import rewritten
from templates.dynamic.rule.syntax import SECONDS, place_of, plain_lines, tokens_of, too_deep, tree_of
from templates.dynamic.typed import typed_contact
from templates.errors import InputError

_ANSWER = "answer"


def holds(
    text: str,
    contact: Mapping[str, Any],
    *,
    types: Mapping[str, PropertyType],
    today: date,
    segments: Set[str] = frozenset(),
) -> bool:
    """Return whether the rule ``text`` holds for ``contact``, whose values may be typed or not.

    ``segments`` are the ids of those that the contact is in. Raises InputError for a text that is no rule, LimitError
    for one that takes too long.
    """
    with metered(SECONDS):
        return answer(text, typed_contact(contact, types), today, segments)


def answer(text: str, contact: Mapping[str, Any], today: date, segments: Set[str]) -> bool:
    """Return the same for a typed contact. Needs a running meter."""
    if not text.strip():
        return True
    template = _compiled(text)
    context = template.new_context({"contact": contact, "segment": Segments(segments), "today": today})
    for _ in template.root_render_func(context):
        pass  # an assignment prints nothing
    return bool(context.vars[_ANSWER])


@cache
def _environment() -> RuleEnvironment:
    return RuleEnvironment()


def check_answerable(text: str) -> None:
    """Raise InputError or LimitError with its place when Jinja could not answer the rule ``text``."""
    if text.strip():
        with metered(SECONDS):
            _compiled(text)


@lru_cache(maxsize=512)
def _compiled(text: str) -> Template:
    """Return what computes ``text``. Raises InputError with its place."""
    text = plain_lines(text)
    tokens_of(text, "rule")
    environment = _environment()
    try:
        target = nodes.Name(_ANSWER, "store", lineno=1)
        expression = tree_of(text)
        names_read(expression, text)
        _check_words(expression, environment, text)
        value = rewritten(expression, environment)
        tree = nodes.Template([nodes.Assign(target, value, lineno=1)], lineno=1)
        tree.set_environment(environment)
        return Template.from_code(environment, environment.compile(with_bounds(tree)), environment.globals)
    except (RecursionError, SyntaxError, MemoryError):  # Python gives up on brackets in brackets
        raise too_deep("rule") from None


def _check_words(tree: nodes.Expr, environment: RuleEnvironment, text: str) -> None:
    """Raise InputError for a filter or a test that there is not."""
    for node in (tree, *tree.find_all((nodes.Filter, nodes.Test))):
        if not isinstance(node, nodes.Filter | nodes.Test):
            continue
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            raise InputError(
                "There is no {kind} named {name}.",
                advice="Write the rule without it.",
                place=place_of(text, node.lineno - 1, "rule"),
                kind="filter" if isinstance(node, nodes.Filter) else "test",
                name=node.name,
            )
