"""What a person asks of an export, and what is found out about it before anything is written."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.jobs import Job
from templates.delivery.export import JINJA, language
from templates.delivery.translate import findings
from templates.dialects.finding import Finding
from templates.errors import MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Wish:
    """Templates by name, a dialect, its form ("": that of each template's kind); ``accept`` writes incomplete ones."""

    names: tuple[str, ...]
    dialect: str = JINJA
    form: str = ""
    accept: bool = False


@dataclass(frozen=True)
class Found:
    """One finding about one template; ``level`` is None for a fault that keeps it from being built at all."""

    template: str
    error: MailwrightError
    level: str | None

    @property
    def refused(self) -> bool:
        """Whether the template is left out because of it."""
        return self.level != "warning"


def look(workspace: Workspace, wish: Wish, job: Job) -> tuple[Found, ...]:
    """Return what there is to say about the templates of ``wish``, template by template: what is refused first."""
    dialect = language(wish.dialect, wish.form)
    if dialect is None:
        return ()
    found: list[Found] = []
    for name in wish.names:
        job.check()
        try:
            found += [_found(name, one) for one in findings(workspace, name, dialect, wish.form)]
        except MailwrightError as error:
            found.append(Found(name, error, None))
    refused = {one.template for one in found if one.refused}
    order = {name: place for place, name in enumerate(wish.names)}
    return tuple(sorted(found, key=lambda one: (one.template not in refused, order[one.template], not one.refused)))


def _found(name: str, finding: Finding) -> Found:
    return Found(name, finding.error, finding.level)
