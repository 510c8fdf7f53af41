"""The page itself: a family's template, filled with what the scene has."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from tests.brand_sites import pictures
from tests.brand_sites.colours import label_on, written
from tests.brand_sites.environment import ENVIRONMENT
from tests.brand_sites.folder import PIXEL
from tests.brand_sites.head import head
from tests.brand_sites.logo_element import logo
from tests.brand_sites.parts import Parts
from tests.brand_sites.scene import Scene

SPACER = base64.b64decode(PIXEL.partition(",")[2])


def render(scene: Scene) -> str:
    """Write the style sheets and return the page."""
    parts = Parts(scene)
    given = _given(scene, parts)
    template = ENVIRONMENT.get_template(f"families/{scene.plan.family}/page.html")
    text = template.render(**given)
    # The sheet comes after the page: only now is it known which rules the logo needs.
    sheet = ENVIRONMENT.get_template(f"families/{scene.plan.family}/style.css").render(**given)
    shared = ENVIRONMENT.get_template("families/shared.css").render(**given)
    _write(scene, sheet + shared + "\n".join(scene.rules) + "\n")
    return text


def _write(scene: Scene, sheet: str) -> None:
    """Into one sheet, or into one that another imports."""
    path = scene.family["sheet"]
    if scene.chance.random() < 0.1:
        scene.folder.add(
            path, '@charset "utf-8";\n@import url("main-2.css");\n.clearfix::after{content:"";clear:both}\n'
        )
        path = f"{path.rpartition('/')[0]}/main-2.css"
    scene.folder.add(path, sheet)


def _given(scene: Scene, parts: Parts) -> dict[str, Any]:
    def pick(values: Sequence[Any]) -> Any:
        return scene.chance.choice(values)

    def colour(value: str) -> Markup:
        if scene.variable and value == scene.brand.colour and scene.chance.random() < 0.5:
            return Markup(f"var({scene.variable})")
        return Markup(written(scene.chance, value))

    colours = scene.plan.colours
    button, link = colours.button or scene.family["button"], colours.link or scene.family["link"]
    return {
        "s": scene,
        "w": scene.words,
        "c": colours,
        "button": button,
        "on_button": label_on(button),
        "link": link,
        "lang": parts.language(),
        "p": parts,
        "pick": pick,
        "colour": colour,
        "logo": lambda *classes, **options: logo(scene, *classes, **options),
        "head": lambda: head(scene),
        "spacer": lambda: scene.folder.named(scene.folder.add(scene.picture("spacer.gif"), SPACER)),
        "photo": lambda number: scene.folder.named(pictures.photo(scene, number)),
        "portrait": lambda number: scene.folder.named(pictures.portrait(scene, number)),
    }
