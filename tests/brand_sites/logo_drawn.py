"""The logo drawn in the page or painted by a style sheet."""

from __future__ import annotations

from html import escape

from tests.brand_sites.artwork import fills, note_wide, wide_file
from tests.brand_sites.logo_images import named
from tests.brand_sites.scene import Scene


def inline(scene: Scene, image: str) -> str:
    icon, name = fills(scene)
    _noted_inline(scene)
    kinds = f' class="{image}"' if image else ""
    title = f"<title>{escape(scene.brand.title)}</title>" if scene.chance.random() < 0.4 else ""
    if icon == name and scene.chance.random() < 0.4:
        style = f' style="color:{icon}" fill="currentColor"'
        return f'<svg{kinds} viewBox="{scene.wide.box}"{style}>{title}{_current(scene)}</svg>'
    width, height = (round(side * 1.7) for side in scene.wide.size)
    size = f' width="{width}" height="{height}"'
    return f'<svg{kinds}{size} viewBox="{scene.wide.box}" fill="none">{title}{scene.wide.paths(icon, name)}</svg>'


def use_local(scene: Scene, image: str) -> str:
    _noted_inline(scene)
    name = scene.chance.choice(("logo", "icon-logo", "svg-logo", "brand"))
    icon, letters = fills(scene)
    scene.symbols[name] = f'<symbol id="{name}" viewBox="{scene.wide.box}">{scene.wide.paths(icon, letters)}</symbol>'
    return f'<svg class="{image or "icon"}" viewBox="{scene.wide.box}" role="img"><use href="#{name}"></use></svg>'


def use_sprite(scene: Scene, image: str) -> str:
    name = scene.chance.choice(("logo", "site-logo", scene.brand.slug))
    icon, letters = fills(scene)
    arrow = '<symbol id="arrow" viewBox="0 0 24 24"><path d="M5 12h14M13 6l6 6-6 6"/></symbol>'
    own = f'<symbol id="{name}" viewBox="{scene.wide.box}">{scene.wide.paths(icon, letters)}</symbol>'
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{arrow}{own}</svg>'
    url = f"{scene.folder.add(scene.picture('sprite.svg'), sprite)}#{name}"
    note_wide(scene, url)
    return (
        f'<svg class="{image or "icon"}" viewBox="{scene.wide.box}"><use xlink:href="{named(scene, url)}"></use></svg>'
    )


def background(scene: Scene, link: str) -> str:
    url = scene.folder.named(wide_file(scene, scene.chance.choice(("svg", "png"))))
    address = f"/{url}" if scene.folder.style == "relative" else url
    scene.rules.append(f".{link}{{{_box(scene)}background:url({address}) no-repeat left center/contain}}")
    return _hidden(scene)


def mask(scene: Scene, link: str) -> str:
    url = scene.folder.named(wide_file(scene, "svg", ink="black"))
    address = f"/{url}" if scene.folder.style == "relative" else url
    shown = f'url("{address}") no-repeat left center/contain'
    colour = fills(scene)[0]
    scene.rules.append(f".{link}{{{_box(scene)}background-color:{colour};-webkit-mask:{shown};mask:{shown}}}")
    return _hidden(scene)


def content(scene: Scene, link: str) -> str:
    url = scene.folder.named(wide_file(scene, "svg"))
    address = f"/{url}" if scene.folder.style == "relative" else url
    scene.rules.append(f".{link}::before{{content:url({address});display:inline-block;width:180px}}")
    return _hidden(scene)


def _noted_inline(scene: Scene) -> None:
    note_wide(scene, "inline-svg")


def _current(scene: Scene) -> str:
    return scene.wide.paths("currentColor", "currentColor").replace(' fill="currentColor"', "")


def _box(scene: Scene) -> str:
    width, height = scene.wide.size
    return f"display:block;height:44px;width:{round(44 * width / height)}px;"


def _hidden(scene: Scene) -> str:
    scene.rules.append(".screen-reader-text{position:absolute;left:-9999px}")
    return f'<span class="screen-reader-text">{escape(scene.brand.title)}</span>'
