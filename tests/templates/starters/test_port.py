"""The starters without V8: the pure-Python port compiles all twenty, and every difference it makes is written down."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from templates.assemble import assemble
from templates.compile.mjml_python import PureEngine
from templates.compile.parity import differences, kinds
from templates.starters import starters
from templates.workspace import Workspace

LISTED = Path(__file__).parent / "golden" / "port.json"


def test_every_difference_is_listed(twenty: Workspace, golden: Callable[[Path, str], None]) -> None:
    """A difference that is not in the list, or one in it that is gone, is news."""
    port = PureEngine()
    found: dict[str, list[str]] = {}
    for one in starters():
        mail = assemble(twenty, f"{one.name}.en")
        for kind in kinds(differences(mail.html_before_inlining, port.compile(mail.mjml).html)):
            found.setdefault(kind, []).append(one.name)
    golden(LISTED, json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
