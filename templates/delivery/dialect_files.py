"""The files of a zip in a service's language: each template's mail, what the service is told, and the report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from templates.delivery.translate import Translated
from templates.dialects import Dialect
from templates.dialects.finding import Finding
from templates.template_folder import TemplateFolder

README = """\
{name}
{line}

{folder}/  templates in the language of {title}: each as HTML, MJML and plain text, with a .json that says its subject,
         sender and sample variables. Give {title} both HTML and MJML: it does not make one from the other
images/  the pictures; upload them and replace "../images/" by their address
report.txt  what has to be minded, and what {title} cannot say, each with its place in the template

Send every variable that the .json lists: where {title} has no default, the sample holds an empty value.
"""


def mail_files(
    dialect: Dialect, folder: TemplateFolder, stem: str, mail: Translated, sender: str
) -> Iterator[tuple[str, str]]:
    """Yield (name in the zip, text) of one template. ``sender`` is the name where the template says none."""
    for ending, text in (("html", mail.html), ("mjml", mail.mjml), ("txt", mail.text)):
        yield f"{dialect.name}/{stem}.{ending}", text
    meta = folder.meta
    about = {
        "Name": folder.name,
        "Kind": meta.kind,
        "Form": mail.form,
        "Language": meta.language,
        "Subject": mail.subject,
        "Preheader": mail.preheader,
        "From": {"Name": meta.sender.name or sender, "Email": meta.sender.address},
        **dialect.settings(mail.form),
        "Variables": mail.variables,
    }
    yield f"{dialect.name}/{stem}.json", json.dumps(about, ensure_ascii=False, indent=2)


def report(found: Sequence[tuple[str, tuple[Finding, ...]]], left_out: Sequence[str]) -> str:
    """Return the report in English: every template with its findings, refusals first."""
    lines: list[str] = []
    for name, findings in found:
        if findings:
            state = " (not in this zip)" if name in left_out else ""
            lines += [f"{name}{state}", *(f"  {one.level}: {one.error} [{one.code}]" for one in findings), ""]
    return "\n".join(lines)
