"""What sending services cannot say of a condition or a loop, by the service's name."""

from __future__ import annotations

from desktop.errors import advice, what
from desktop.language import current_language
from templates.compile.source_map import MappedText
from templates.dialects import dialects
from templates.dialects.read import read
from templates.errors import MailwrightError
from templates.source.tree import JinjaBlock, SourceTree


def refusals(tree: SourceTree, block: JinjaBlock) -> dict[str, str]:
    """Return what of ``block`` cannot go out in the language of a service, a sentence by its title."""
    parts = [f"{tree.source(one.statement)}{_filler(one.end - one.statement.end)}" for one in block.branches]
    return refusals_of("".join([*parts, tree.source(block.ending)]))


def refusals_of(source: str) -> dict[str, str]:
    """Return the same of tags that are not in a text yet, for each service's usual form: others know no conditions."""
    try:
        template = read(MappedText.of_file(source, ""), markup=True)
    except MailwrightError:
        return {}  # the checks tell of it
    written = {one.title: one.write(template, form=one.forms[0], language="en") for one in dialects().values()}
    return {title: _said(one.refused[0].error) for title, one in written.items() if one.refused}


def _filler(length: int) -> str:
    """Something as long as what a branch holds: a language may have to write that twice. Ever longer tells no more."""
    return "x" * min(length, 10_000)


def _said(error: MailwrightError) -> str:
    language = current_language()
    return f"{what(error, language)} {advice(error, language)}".rstrip()
