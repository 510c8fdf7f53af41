"""Reading the site of a brand again: the work of a job. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.jobs import Job
from desktop.new_workspace import reading
from desktop.panels.brand_panel.logo_work import picture_of
from templates.brand.kit import BrandKit
from templates.brands.refresh import Difference, refresh_brand
from templates.workspace import Workspace


@dataclass(frozen=True)
class ReadAgain:
    """What the site of the brand ``slug`` says now, and what of it differs from what the brand holds.

    Logos among the differences are PNGs that we drew.
    """

    slug: str
    kit: BrandKit
    differences: tuple[Difference, ...]


def reading_again(workspace: Workspace, slug: str, site: str) -> Callable[[Job], ReadAgain]:
    """The work of reading ``site`` and comparing; it changes nothing."""
    read = reading(site)

    def work(job: Job) -> ReadAgain:
        kit = read(job)
        return ReadAgain(slug, kit, tuple(map(_drawn, refresh_brand(workspace, slug, kit))))

    return work


def _drawn(one: Difference) -> Difference:
    return replace(one, old_picture=picture_of(one.old_picture), new_picture=picture_of(one.new_picture))
