"""Building the mail that the canvas shows. Runs in a job's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.web.scheme import Page, picture_url
from renderers.mails import build_template
from renderers.render.images import Image, load_image
from templates.assemble import brand_of
from templates.compile.pipeline import Build
from templates.errors import InputError
from templates.workspace import Workspace


@dataclass(frozen=True)
class ShownMail:
    """A built template with what surrounds it in an inbox; ``data_sets`` are those that it could be shown with."""

    template: str
    data_set: str
    data_sets: tuple[str, ...]
    sender: str
    build: Build
    page: Page


def build_mail(workspace: Workspace, name: str, data_set: str) -> ShownMail:
    """Build one template for the canvas. Raises MailwrightError; a picture that is missing is shown as broken."""
    folder = workspace.template(name)
    sets = tuple(folder.data_sets())
    data_set = data_set if data_set in sets else "default"
    build = build_template(workspace, name, data=data_set, image_url=picture_url)
    sender = folder.meta.sender.name or str(brand_of(workspace, folder)["name"])
    return ShownMail(name, data_set, sets, sender, build, Page(build.html, _images(workspace, build)))


def _images(workspace: Workspace, build: Build) -> dict[str, Image]:
    found = {}
    for path in build.images:
        try:
            found[path] = load_image(path, workspace.file(path))
        except InputError:
            continue
    return found


def with_html(page: Page, html: str) -> Page:
    """The same page with other HTML."""
    return replace(page, html=html)
