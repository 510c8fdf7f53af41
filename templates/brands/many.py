"""Many companies as brands of one workspace, where ``brand/companies.py`` gives each a workspace of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from templates.brand.batch.companies import named
from templates.brand.batch.listing import Entry
from templates.brand.batch.run import Made, Make
from templates.brand.kit import extract_brand
from templates.brand.store import load_brand
from templates.brands.company import company_of
from templates.brands.library import free_slug
from templates.brands.own_starters import add_own_starters
from templates.errors import MailwrightError
from templates.generate import add_brand
from templates.workspace import Workspace

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher
    from templates.brand.witness import Witness


@dataclass
class BrandMaker:
    """Adds brands to ``workspace``, one at a time; with templates in these ``languages``, or none.

    ``added`` are the folder names of the brands that it made so far, ``templates`` the names of each one's templates.
    """

    workspace: Workspace
    languages: Sequence[str] = ()
    witness: Witness | None = None
    fetcher: Fetcher | None = None
    added: list[str] = field(default_factory=list)
    templates: dict[str, list[str]] = field(default_factory=dict)
    _writing: threading.Lock = field(default_factory=threading.Lock)

    @property
    def make(self) -> Make:
        """What ``run_batch`` calls for each company; a brand of the same site is kept."""
        return self._make

    def _make(self, entry: Entry, step: Callable[[str], None], cancel: threading.Event) -> Made:
        there = self._brand_of(entry)
        if there:
            folder = self.workspace.brand_folder(there)
            return Made(folder, load_brand(folder).name, kept=True)
        kit = extract_brand(
            entry.source,
            base_url=entry.base_url or None,
            fetcher=self.fetcher,
            witness=self.witness,
            progress=step,
            cancel=cancel,
        )
        with self._writing:  # two companies of one name must not take the same folder
            slug = add_brand(self.workspace, named(kit, entry), slug=free_slug(self.workspace, entry.name or kit.name))
            self.added.append(slug)
            names = self.templates.setdefault(slug, [])
            made = add_own_starters(self.workspace, slug, self.languages, names=names) if self.languages else []
        folder = self.workspace.brand_folder(slug)
        return Made(folder, load_brand(folder).name, len(made))

    def _brand_of(self, entry: Entry) -> str:
        """The brand of the workspace that came from the same company's site; "" when there is none."""
        for slug in self.workspace.brands():
            with suppress(MailwrightError):
                if company_of(load_brand(self.workspace.brand_folder(slug)).site) == entry.key:
                    return slug
        return ""
