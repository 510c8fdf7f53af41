"""What the list of templates and runs shows, read in one job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.models.card import Card, cards_of, spoken
from templates.store.run_facts import RunFacts, facts_of_runs
from templates.workspace import Workspace


@dataclass(frozen=True)
class TemplateTitle:
    """What people call a template, told from its siblings in other languages by ``code``, such as "EN"."""

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    code: str = ""

    @classmethod
    def of(cls, card: Card) -> TemplateTitle:
        """Return that of a template of the workspace."""
        return cls(card.name, card.titles, card.language.upper() if card.name.endswith(f".{card.language}") else "")

    def said(self, language: str) -> str:
        """In a person's language."""
        title = self.titles.get(language) or self.titles.get("en") or spoken(self.name)
        return f"{title} · {self.code}" if self.code else title


@dataclass(frozen=True)
class TemplateFacts:
    """One template and its saved runs, newest first; ``is_there`` is False once it was deleted or renamed."""

    name: str
    called: TemplateTitle
    runs: tuple[RunFacts, ...] = ()
    is_there: bool = True

    @property
    def latest(self) -> RunFacts | None:
        """The newest run that came to its end, else the newest."""
        return next((each for each in self.runs if each.run.state == "done"), self.runs[0] if self.runs else None)


@dataclass(frozen=True)
class GalleryFacts:
    """Every template, in the order of the workspace; those that are gone and have runs come last."""

    templates: tuple[TemplateFacts, ...] = ()

    @property
    def latest(self) -> dict[str, RunFacts]:
        """The run of each template that the window shows first."""
        return {each.name: each.latest for each in self.templates if each.latest is not None}

    @property
    def has_runs(self) -> bool:
        """Whether anything was ever kept."""
        return any(each.runs for each in self.templates)

    def find(self, run_id: str) -> tuple[TemplateFacts, RunFacts] | None:
        """Return a run with its template."""
        return next(((one, each) for one in self.templates for each in one.runs if each.run.id == run_id), None)

    def template(self, name: str) -> TemplateFacts | None:
        """Return a template by its name."""
        return next((each for each in self.templates if each.name == name), None)


def read_facts(workspace: Workspace) -> GalleryFacts:
    """Read templates and runs. Blocks; raises StorageError."""
    with workspace.database() as database:
        found = facts_of_runs(database)
    runs: dict[str, list[RunFacts]] = {}
    for each in found:
        runs.setdefault(each.run.template, []).append(each)
    there = [
        TemplateFacts(card.name, TemplateTitle.of(card), tuple(runs.pop(card.name, ()))) for card in cards_of(workspace)
    ]
    gone = [
        TemplateFacts(name, TemplateTitle(name), tuple(each), is_there=False) for name, each in sorted(runs.items())
    ]
    return GalleryFacts((*there, *gone))
