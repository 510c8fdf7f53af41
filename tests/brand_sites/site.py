"""One made site: a folder with its page, sheets, pictures and manifest, and the truth about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.brand_sites.brands import Brand
from tests.brand_sites.careless import careless
from tests.brand_sites.page import render
from tests.brand_sites.plan import Fixed, draw_plan
from tests.brand_sites.profiles import profiles_of
from tests.brand_sites.scene import Scene, scene_of
from tests.brand_sites.truth import Truth


def make_site(brand: Brand, seed: int, folder: Path, *, others: Sequence[Brand], fixed: Fixed | None = None) -> Truth:
    """Write the site of ``brand`` into ``folder`` and return its truth.

    The same brand and seed give the same files. ``others`` are companies whose logos may stand on the page; what is
    ``fixed`` replaces what the seed would draw.
    """
    plan = draw_plan(brand, seed, fixed)
    scene = scene_of(plan, folder, [other for other in others if other.slug != brand.slug])
    offered = scene.signal("footer_socials") or scene.signal("same_as")
    profiles = profiles_of(plan, scene.chance) if offered else {}
    scene.truth.socials = {network: [url] for network, url in profiles.items()}
    page = render(scene)
    _settle(scene)
    encoding = scene.family.get("encoding", "utf-8")
    if scene.has("careless_markup"):
        page = careless(page, scene.chance)
    if scene.family.get("encoding"):
        page = page.removeprefix("\ufeff")  # a mark of another encoding
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_bytes(page.encode(encoding, errors="xmlcharrefreplace"))
    scene.truth.save(folder)
    return scene.truth


def _settle(scene: Scene) -> None:
    """What is known only when the page is done."""
    truth = scene.truth
    if not truth.square:
        truth.square = scene.small
    if truth.dark and scene.plan.colours.on_header == "#ffffff":
        truth.dark += truth.wide + truth.either  # the header's own logo was made for a dark ground too
