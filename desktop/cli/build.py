"""``mailwright build``: one template to HTML, or to its plain text."""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.cli.console import answer, say
from desktop.cli.places import locate
from desktop.cli.recipient import AskedFor, recipient_of
from templates.assemble import assemble
from templates.compile.pipeline import Build
from templates.dynamic.view import asked
from templates.files import write_text


def build_mail(
    template: Path,
    workspace: Path | None,
    data: str,
    asked_for: AskedFor,
    *,
    text: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """Build ``template`` and write it to ``out``, or to standard output."""
    opened, folder = locate(template, workspace)
    recipient = recipient_of(opened, asked_for)
    mail = assemble(opened, folder.name, **asked(opened, folder.name, recipient, data))
    if as_json:
        answer(_as_data(mail))
        return
    for notice in mail.warnings:
        say(f"Note: {notice.place or folder.name}: {notice.message}", style="yellow")
    content = mail.text if text else mail.html
    if out is None:
        sys.stdout.write(content)
        return
    write_text(out, content)
    say(f"{mail.subject}: {len(content.encode()):,} bytes in {out}", style="green")


def _as_data(mail: Build) -> dict[str, object]:
    return {
        "subject": mail.subject,
        "preheader": mail.preheader,
        "html": mail.html,
        "text": mail.text,
        "images": list(mail.images),
        "warnings": [{"message": one.message, "place": str(one.place or "")} for one in mail.warnings],
    }
