"""Segments' rules as formulas, so that a segment stands for what its rule says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from templates.dynamic.coverage.formula import Ask, Formula, both, either, opposite
from templates.dynamic.coverage.question import Question, rule_question, segment_question
from templates.dynamic.coverage.reading import Reader, paths_in
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import FUNCTIONS, segment_id
from templates.dynamic.rule.tree import Group, Not, Rule, Test
from templates.dynamic.rule.write import rule_text
from templates.dynamic.segment import Segment
from templates.errors import MailwrightError


def rule_formulas(segments: Iterable[Segment]) -> Mapping[str, Formula]:
    """Return what each segment's rule says, by its id; of one whose rule cannot be read only that it is itself."""
    return {segment.id: _formula_of(segment) for segment in segments}


def _formula_of(segment: Segment) -> Formula:
    try:
        return rule_formula(parse_rule(segment.rule, segment.id))
    except MailwrightError:  # the segments' panel says what is wrong with it
        return Ask(segment_question(segment.id))


def rule_formula(rule: Rule) -> Formula:
    """Return a rule's tree as a formula."""
    if isinstance(rule, Test):
        return _test(rule)
    if isinstance(rule, Group):
        parts = [rule_formula(part) for part in rule.parts]
        return both(*parts) if rule.kind == "all" else either(*parts)
    if isinstance(rule, Not):
        return opposite(rule_formula(rule.part))
    return Ask(Question("rule", rule.text, rule.text, paths_in(rule.text)))


def _test(test: Test) -> Formula:
    segment = segment_id(test.path)
    if segment is not None:
        asked = Ask(segment_question(segment))
        return opposite(asked) if test.operator == "false" else asked
    if test.path in FUNCTIONS:
        return Reader().formula(rule_text(test))
    return Ask(rule_question(test))
