"""From a company's site to a new workspace: the work of two jobs, and where things go. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

from assets import asset
from desktop.jobs import Job
from desktop.language import QT_TRANSLATE_NOOP
from templates.brand.kit import BrandKit, extract_brand
from templates.generate import add_brand, add_starters, slug_of
from templates.workspace import Workspace

#: What ``extract_brand`` reports, marked for the translators.
STEPS = (
    QT_TRANSLATE_NOOP("Steps", "Opening the site"),
    QT_TRANSLATE_NOOP("Steps", "Reading the style sheets"),
    QT_TRANSLATE_NOOP("Steps", "Looking for the name and the logo"),
    QT_TRANSLATE_NOOP("Steps", "Fetching the wide logo"),
    QT_TRANSLATE_NOOP("Steps", "Fetching the square logo"),
    QT_TRANSLATE_NOOP("Steps", "Looking at the page in a browser"),
    QT_TRANSLATE_NOOP("Steps", "Choosing the colours"),
)


def sample_site() -> str:
    """The saved site of an invented company that ships with Mailwright."""
    return str(asset("samples", "site"))


def usual_folder() -> Path:
    """Where new workspaces go unless the user says otherwise: Mailwright in the documents folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "Mailwright"


def free_folder(parent: Path, name: str) -> Path:
    """A folder below ``parent`` that does not exist yet: ``acme``, ``acme-2`` …"""
    number, folder = 1, parent / name
    while folder.exists():
        number += 1
        folder = parent / f"{name}-{number}"
    return folder


def step_name(text: str) -> str:
    """A step in the user's language; what is no step (a template's title) stays."""
    return QCoreApplication.translate("Steps", text)


def reading(source: str) -> Callable[[Job], BrandKit]:
    """The work of finding a brand; it reports its steps as progress, in English: see ``step_name``.

    Where a browser is installed, it looks at the page too.
    """

    def work(job: Job) -> BrandKit:
        from renderers.witness import installed_witness  # a window opens faster without what only this job needs

        done = iter(range(1, 100))

        def step(text: str) -> None:
            job.check()
            job.advance(min(next(done), len(STEPS)), len(STEPS), text)

        witness = installed_witness(job.stop)
        return extract_brand(source, witness=witness, progress=step, cancel=job.stop)

    return work


def creating(kit: BrandKit, folder: Path, languages: Sequence[str]) -> Callable[[Job], Path]:
    """The work of making the workspace: brand first, then the templates one by one."""

    def work(job: Job) -> Path:
        from renderers.budget.purse import open_purse  # SQLAlchemy is slow to load

        language = kit.language if kit.language in languages else languages[0]
        workspace = Workspace.create(folder, name=kit.name, language=language, brand=slug_of(kit))
        slug = add_brand(workspace, kit)

        def step(done: int, total: int, name: str) -> None:
            job.check()
            job.advance(done, total, name)

        add_starters(workspace, slug, languages=languages, on_progress=step)
        open_purse(workspace).close()  # its first account and tokens
        return workspace.root

    return work
