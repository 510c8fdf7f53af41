"""From a template of a workspace to its mail: gathers what ``build`` needs, so that every caller builds alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from templates.brand.context import brand_values
from templates.brand.store import load_brand
from templates.compile.context import context_of
from templates.compile.live import LiveBuild
from templates.compile.pipeline import Build, build, build_tagged
from templates.compile.section_cache import SectionCache
from templates.compile.text_part import tagged_text_part, text_part
from templates.errors import InputError
from templates.template_folder import MJML, TEXT, TemplateFolder
from templates.workspace import Workspace


def assemble(
    workspace: Workspace,
    template: str,
    *,
    data: str | Mapping[str, Any] = "default",
    segments: Set[str] = frozenset(),
    contact: Mapping[str, Any] | None = None,
    image_url: Callable[[str], str] | None = None,
) -> Build:
    """Build one template as one recipient gets it.

    ``data`` is the name of a data set or the data itself; ``segments`` and ``contact`` add to what it says. Links are
    samples at the brand's site. Raises TemplateError, InputError, LimitError or StorageError.
    """
    folder = workspace.template(template)
    values = values_of(workspace, template, data=data, segments=segments, contact=contact)
    built = build(folder.text(), include=workspace.include, image_url=image_url, name=folder.id, **values)
    own = folder.text_part()
    return built if own is None else replace(built, text=text_part(own, context_of(**values), _text_id(folder)))


def live_build(
    workspace: Workspace,
    template: str,
    *,
    image_url: Callable[[str], str] | None = None,
    cache: SectionCache | None = None,
) -> LiveBuild:
    """Return what builds the template while it is edited: ``update(text, **values_of(workspace, template, …))``."""
    name = workspace.template(template).id
    return LiveBuild(include=workspace.include, image_url=image_url, name=name, cache=cache)


def values_of(
    workspace: Workspace,
    template: str,
    *,
    data: str | Mapping[str, Any] = "default",
    segments: Set[str] = frozenset(),
    contact: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return what a template's tags stand for, by the names of ``build``'s arguments; as for ``assemble``."""
    folder = workspace.template(template)
    brand = brand_of(workspace, folder)
    return {
        "data": folder.data(data) if isinstance(data, str) else data,
        "contact": contact or {},
        "segments": segments,
        "brand": brand,
        "sender": _sender(folder, brand),
        "links": sample_links(brand),
        "today": datetime.now(ZoneInfo(workspace.settings.timezone)).date(),
    }


def assemble_tagged(workspace: Workspace, template: str, *, image_url: Callable[[str], str] | None = None) -> Build:
    """Build one template with its tags kept and its brand baked in, for a service that fills the tags itself.

    Raises like ``assemble``.
    """
    folder = workspace.template(template)
    brand = brand_of(workspace, folder)
    built = build_tagged(folder.text(), include=workspace.include, brand=brand, image_url=image_url, name=folder.id)
    own = folder.text_part()
    return built if own is None else replace(built, text=tagged_text_part(own, brand, _text_id(folder)))


def made_text_part(workspace: Workspace, template: str, text: str) -> str:
    """Return the plain-text part that is made of the MJML ``text`` of a template, its tags kept for a person to edit.

    The brand is in it as it is now. Raises like ``assemble_tagged``.
    """
    folder = workspace.template(template)
    brand = brand_of(workspace, folder)
    return build_tagged(text, include=workspace.include, brand=brand, name=folder.id).text


def _text_id(folder: TemplateFolder) -> str:
    return folder.id.replace(MJML, TEXT)


def brand_of(workspace: Workspace, folder: TemplateFolder) -> dict[str, Any]:
    """The values behind ``{{ brand.* }}`` in this template. Raises InputError when it names no brand that exists."""
    slug = folder.meta.brand or workspace.settings.brand
    if slug not in workspace.brands():
        raise InputError(
            "The template `{template}` names the brand `{brand}`, which this workspace does not have.",
            advice="Write one of its brands into template.toml: {brands}.",
            template=folder.name,
            brand=slug,
            brands=", ".join(workspace.brands()) or "none yet",
        )
    return brand_values(load_brand(workspace.brand_folder(slug)), f"brands/{slug}")


def sample_links(brand: Mapping[str, Any]) -> dict[str, str]:
    """Links that a service makes for each recipient, as samples for previews."""
    site = str(brand["site"]).rstrip("/")
    return {name: f"{site}/{name.replace('_', '-')}" for name in ("unsubscribe", "preferences", "view_online")}


def sender_of(workspace: Workspace, template: str) -> dict[str, str]:
    """Return whose mail it is: ``name``, which is the brand's where the template says none, and ``address``.

    Raises InputError, StorageError.
    """
    folder = workspace.template(template)
    return _sender(folder, brand_of(workspace, folder))


def _sender(folder: TemplateFolder, brand: Mapping[str, Any]) -> dict[str, str]:
    sender = folder.meta.sender
    return {"name": sender.name or str(brand["name"]), "email": sender.address, "address": sender.address}
