"""Everything in a template that MJML would refuse, drop or misread, found before it is compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from templates.source.finding import Finding
from templates.source.placed import Placed, placed
from templates.source.tree import SourceTree
from templates.source.validate_components import component_findings
from templates.source.validate_faults import fault_findings
from templates.source.validate_tags import tag_findings
from templates.source.validate_text import text_findings

RULES: tuple[Callable[[SourceTree, Placed], Iterator[Finding]], ...] = (
    component_findings,
    text_findings,
    tag_findings,
)


def validate(tree: SourceTree) -> list[Finding]:
    """Return the findings in ``tree``, by place. A file without ``<mjml>`` is taken as a part of a mail."""
    found = list(fault_findings(tree))
    for one in placed(tree):
        for rule in RULES:
            found += rule(tree, one)
    return sorted(found, key=_place)


def _place(finding: Finding) -> tuple[int, int, str]:
    return (*finding.span, finding.code)
