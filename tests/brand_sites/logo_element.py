"""The logo as the header shows it, in one of the forms that sites have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from markupsafe import Markup

from tests.brand_sites import logo_drawn, logo_images
from tests.brand_sites.scene import Scene

PAINTED = frozenset({"css_background", "css_mask", "css_content", "script"})  # they need a class to be found by


def logo(scene: Scene, link: str = "", image: str = "", tag: str = "a") -> Markup:
    """The element, with the classes that a family gives to the link and to the picture."""
    link = (
        link if link or scene.plan.form not in {"css_background", "css_mask", "css_content", "script"} else "brand-link"
    )
    inner = _inner(scene, link, image)
    height = scene.chance.choice((36, 40, 44, 52)) * (2 if scene.plan.stacked else 1)
    if link:
        first = link.split()[0]
        size = f"height:{height}px;width:auto;max-width:340px"
        scene.rules.append(f".{first} img,.{first} svg{{{size};display:inline-block;vertical-align:middle}}")
    classes = f' class="{link}"' if link else ""
    label = f' title="{escape(scene.brand.title)}"' if scene.chance.random() < 0.2 else ""
    if tag == "a":
        return Markup(f'<a{classes} href="{_home(scene)}"{label}>{inner}</a>')
    return Markup(f"<{tag}{classes}>{inner}</{tag}>")


def _home(scene: Scene) -> str:
    address = scene.plan.address
    return scene.chance.choice(("/", "/", "/", address, address, address.rstrip("/"), "index.html", "./", "#"))


def _inner(scene: Scene, link: str, image: str) -> str:
    form = scene.plan.form
    if form in WITH_IMAGE_CLASS:
        return WITH_IMAGE_CLASS[form](scene, image)
    if form in WITH_LINK_CLASS:
        return WITH_LINK_CLASS[form](scene, link.split()[0])
    return logo_images.embedded(scene) if form == "object" else escape(scene.brand.title)


WITH_IMAGE_CLASS: Mapping[str, Callable[[Scene, str], str]] = {
    "img": logo_images.image_file,
    "srcset": logo_images.srcset,
    "picture": logo_images.picture,
    "lazy": logo_images.lazy,
    "data_uri": logo_images.data_uri,
    "image_service": logo_images.image_service,
    "square_and_text": logo_images.square_and_text,
    "square": logo_images.square,
    "inline_svg": logo_drawn.inline,
    "use_local": logo_drawn.use_local,
    "use_sprite": logo_drawn.use_sprite,
}
WITH_LINK_CLASS: Mapping[str, Callable[[Scene, str], str]] = {
    "css_background": logo_drawn.background,
    "css_mask": logo_drawn.mask,
    "css_content": logo_drawn.content,
    "script": logo_images.by_script,
}
