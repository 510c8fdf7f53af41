"""What the components of a mail are called where they stand in a table. Knows no Qt: the command line asks too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop.models.outline_rows import included_name, spelled
from templates.dynamic.condition import Component

_OUTPUT = re.compile(r"\{\{[-+]?\s*([^|{}]+?)\s*(?:\|[^{}]*)?[-+]?\}\}")


def titles(components: Sequence[Component]) -> list[str]:
    """Return a title for each component; those that would be alike get the line on which they stand."""
    plain = [title(one) for one in components]
    often = Counter(plain)
    return [f"{text} ({one.at.line})" if often[text] > 1 else text for text, one in zip(plain, components, strict=True)]


def title(component: Component) -> str:
    """Return the name of the included part, else the section's own label, its first words, or what it is."""
    if component.included and not component.depth:
        return included_name(component.included)
    if component.label:
        return spelled(component.label)
    return _OUTPUT.sub(r"{\1}", component.words) or spelled(component.name.removeprefix("mj-"))
