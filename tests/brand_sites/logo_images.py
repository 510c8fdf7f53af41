"""The logo as a picture in the header: a file in one of the ways that pages name it."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote

from tests.brand_sites.artwork import header_square, kind_of, note_wide, square_file, stem, svg_of, wide_file
from tests.brand_sites.drawing import raster
from tests.brand_sites.folder import PIXEL, data_address
from tests.brand_sites.scene import Scene

LAZY = ("data-src", "data-lazy-src", "data-original")


def image_file(scene: Scene, image: str) -> str:
    kind = kind_of(scene)
    first = tag(scene, image, f'src="{named(scene, wide_file(scene, kind))}"')
    return first + (_twin(scene, image, kind) if scene.has("twin_logo") else "")


def _twin(scene: Scene, image: str, kind: str) -> str:
    """The header's other logo, which scripts and media queries swap in: for small screens, or for another ground."""
    name = scene.chance.choice(("logo-sticky", "logo-mobile", "retina", "alternate-logo"))
    scene.rules.append(f".{name}{{display:none!important}}")
    classes = f"{image} {name}".strip()
    if name == "logo-mobile":
        url = square_file(scene, scene.picture(f"{stem(scene)}-mobile.png"), 96)
    elif scene.plan.colours.on_header == "#ffffff":
        url = wide_file(scene, kind, suffix="-sticky", ink="two")
    else:
        url = wide_file(scene, "png", suffix="-white", ink="reversed")
    return tag(scene, classes, f'src="{named(scene, url)}"')


def srcset(scene: Scene, image: str) -> str:
    one, two = (wide_file(scene, "png", width, suffix) for width, suffix in ((200, "-200x45"), (400, "")))
    words = f'src="{named(scene, one)}" srcset="{named(scene, one)} 1x, {named(scene, two)} 2x"'
    return tag(scene, image, words)


def picture(scene: Scene, image: str) -> str:
    modern, plain = wide_file(scene, "webp"), wide_file(scene, "png")
    sources = f'<source srcset="{named(scene, modern)}" type="image/webp">'
    if scene.chance.random() < 0.4 and scene.plan.ink not in {"white", "light"}:
        dark = wide_file(scene, "png", suffix="-white", ink="reversed")
        sources = f'<source srcset="{named(scene, dark)}" media="(prefers-color-scheme: dark)">{sources}'
    source = f'src="{named(scene, plain)}"'
    return f"<picture>{sources}{tag(scene, image, source)}</picture>"


def lazy(scene: Scene, image: str) -> str:
    url, attribute = named(scene, wide_file(scene, kind_of(scene))), scene.chance.choice(LAZY)
    late = tag(scene, f"{image} lazyload".strip(), f'src="{PIXEL}" {attribute}="{url}"')
    source = f'src="{url}"'
    scene.scripts.append(
        f"document.querySelectorAll('.lazyload').forEach(one => one.src = one.getAttribute('{attribute}'))"
    )
    return late + (f"<noscript>{tag(scene, image, source)}</noscript>" if scene.chance.random() < 0.5 else "")


def data_uri(scene: Scene, image: str) -> str:
    svg = svg_of(scene)
    vector = scene.chance.random() < 0.6
    url = data_address(svg.encode(), "image/svg+xml") if vector else data_address(raster(svg, 260), "image/png")
    note_wide(scene, url)
    return tag(scene, image, f'src="{url}"')


def image_service(scene: Scene, image: str) -> str:
    """A service of the framework that makes pictures smaller: the file's address is only its argument."""
    source = wide_file(scene, "png", 400)
    path = quote(source.removeprefix(scene.plan.address.rstrip("/")), safe="")
    served = f"_next/image?url={path}&w={{}}&q=75"
    scene.folder.add("_next/image", raster(svg_of(scene), 400))
    one, two = (f"{scene.plan.address}{served.format(width)}" for width in (256, 640))
    for url in (one, two):
        note_wide(scene, url)
    words = f'src="/{served.format(640)}" srcset="/{served.format(256)} 1x, /{served.format(640)} 2x" width="180"'
    return tag(scene, image, words.replace("&", "&amp;"))


def embedded(scene: Scene) -> str:
    """An object element with an SVG file."""
    url = named(scene, wide_file(scene, "svg"))
    return f'<object type="image/svg+xml" data="{url}" height="44">{escape(scene.brand.title)}</object>'


def by_script(scene: Scene, link: str) -> str:
    url = named(scene, wide_file(scene, "svg"))
    image = f'<img src="{url}" alt="{escape(scene.brand.title)}" height="40">'
    scene.scripts.append(f"document.querySelector('.{link}').innerHTML = {json.dumps(image)};")
    return ""


def square_and_text(scene: Scene, image: str) -> str:
    return f"{square(scene, image)} <span>{escape(scene.brand.title)}</span>"


def square(scene: Scene, image: str) -> str:
    kind = scene.chance.choice(("svg", "png"))
    url = header_square(scene, scene.picture(f"{stem(scene)}.{kind}"), kind)
    return tag(scene, image, f'src="{named(scene, url)}"')


def tag(scene: Scene, image: str, source: str) -> str:
    title = escape(scene.brand.title)
    words = (f"{title}", f"{title}", f"{title}", f"{title} logo", f"Logo {title}", "logo", "", scene.words["home"])
    alt = scene.chance.choice((*(f' alt="{word}"' for word in words), ""))
    kinds = f' class="{image}"' if image else ""
    return f"<img{kinds} {source}{alt}>"


def named(scene: Scene, url: str) -> str:
    return escape(scene.folder.named(url))
