"""The head of a made page: names, icons, colours and structured data, each right, wrong or not there."""

from __future__ import annotations

import json
from html import escape

from markupsafe import Markup

from tests.brand_sites.artwork import square_file
from tests.brand_sites.colours import companion, written
from tests.brand_sites.drawing import raster
from tests.brand_sites.pictures import foreign_logo, photo
from tests.brand_sites.scene import Scene
from tests.brand_sites.structured import structured_data

GENERATOR_TILES = ("#da532c", "#2b5797", "#603cba", "#00aba9", "#9f00a7", "#b91d47", "#ffc40d", "#2d89ef", "#ffffff")
THEME_DEFAULTS = ("#ffffff", "#ffffff", "#000000", "#0d6efd", "#4dba87", "#317efb", "#1976d2", "#f7f7f7", "#212529")
GENERIC_NAMES = {
    "fr": ("Accueil", "Mon site WordPress", "Site officiel", "Mon entreprise"),
    "en": ("Home", "My WordPress site", "Official site", "My business"),
}
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"'
STALE = {
    "vue": f'<svg {NAMESPACE}><path fill="#41b883" d="M2 4h6l8 14 8-14h6L16 29z"/></svg>',
    "wp": f'<svg {NAMESPACE}><circle cx="16" cy="16" r="14" fill="#21759b"/></svg>',
    "atom": f'<svg {NAMESPACE}><ellipse cx="16" cy="16" rx="14" ry="6" fill="none" stroke="#61dafb"/>'
    '<circle cx="16" cy="16" r="3" fill="#61dafb"/></svg>',
}


def head(scene: Scene) -> Markup:
    """Everything between charset and style sheets, in no fixed order."""
    groups = [_names(scene), _sharing(scene), _colours(scene), _icons(scene), structured_data(scene), _various(scene)]
    scene.chance.shuffle(groups)
    return Markup("\n".join(line for group in [[_title(scene)], *groups] for line in group))


def shown_name(scene: Scene) -> str:
    """The name with what its owner hangs on it."""
    title = scene.brand.title
    if scene.has("dot_com_name") and "." not in title:
        return f"{title}.{'fr' if scene.plan.language == 'fr' else 'com'}"
    return title


def _title(scene: Scene) -> str:
    name, words, chance = scene.brand.title, scene.words, scene.chance
    dash = chance.choice((" | ", " - ", " – ", " — ", " · ", " : "))
    town = f"{words['trade']} {'à' if scene.plan.language == 'fr' else 'in'} {scene.place[2]}"
    if scene.signal("title") is None:
        return ""
    texts: tuple[str, ...]
    if not scene.signal("title"):
        texts = (words["home"], town, words["slogan"], f"{words['home']}{dash}{town}")
    elif scene.has("slogan_first"):
        texts = (f"{words['slogan']}{dash}{name}", f"{town}{dash}{name}", f"{words['home']}{dash}{name}")
    else:
        welcome = f"{'Bienvenue chez' if scene.plan.language == 'fr' else 'Welcome to'} {name}"
        texts = (name, f"{name}{dash}{words['slogan']}", f"{name}{dash}{town}", f"{name}®{dash}{town}", welcome)
    return f"<title>{escape(chance.choice(texts))}</title>"


def _names(scene: Scene) -> list[str]:
    name, generic = scene.brand.title, GENERIC_NAMES[scene.plan.language]
    lines = []
    if (right := scene.signal("og_site_name")) is not None:
        wrong = (*generic, f"{name} – {scene.words['slogan']}", scene.words["trade"])
        lines.append(_property("og:site_name", shown_name(scene) if right else scene.chance.choice(wrong)))
    if (right := scene.signal("application_name")) is not None:
        text = name if right else scene.chance.choice(("My App", "App", scene.words["home"]))
        lines.append(_meta("application-name", text))
        lines.append(_meta("apple-mobile-web-app-title", text))
    return lines


def _sharing(scene: Scene) -> list[str]:
    lines = [_property("og:type", "website"), _property("og:title", scene.words["title"])]
    lines.append(_property("og:locale", "fr_FR" if scene.plan.language == "fr" else "en_GB"))
    if scene.has("foreign_og_image"):
        lines.append(_property("og:image", foreign_logo(scene, "og", "png")[1]))
    elif scene.has("hero_og_image"):
        lines.append(_property("og:image", photo(scene, 0)))
    if scene.chance.random() < 0.7:
        lines.append(_property("og:url", scene.plan.address))
    return lines


def _colours(scene: Scene) -> list[str]:
    own, chance = scene.plan.colours.primary, scene.chance
    lines = []
    if (right := scene.signal("theme_color")) is not None:
        colour = own if right else chance.choice((*THEME_DEFAULTS, companion(chance, own)))
        if chance.random() < 0.2:
            light, dark = '" media="(prefers-color-scheme: light)', '" media="(prefers-color-scheme: dark)'
            lines.append(f'<meta name="theme-color" content="{colour}{light}">')
            lines.append(f'<meta name="theme-color" content="#121212{dark}">')
        else:
            lines.append(_meta("theme-color", written(chance, colour)))
    if (right := scene.signal("tile_color")) is not None:
        tile = own if right and not scene.has("generator_colours") else chance.choice(GENERATOR_TILES)
        lines.append(_meta("msapplication-TileColor", tile))
        if chance.random() < 0.4:
            url = square_file(scene, "mstile-144x144.png", 144, style="bare")
            lines.append(_meta("msapplication-TileImage", scene.folder.named(url)))
    if (right := scene.signal("mask_icon")) is not None:
        url = square_file(scene, "safari-pinned-tab.svg", 0, "svg", "black")
        colour = own if right and not scene.has("generator_colours") else "#5bbad5"
        lines.append(f'<link rel="mask-icon" href="{scene.folder.named(url)}" color="{colour}">')
    return lines


def _icons(scene: Scene) -> list[str]:
    style, chance = scene.chance.choice(("bare", "bare", "plate", "white")), scene.chance
    lines = list(_stale(scene)) if scene.has("stale_favicon") else list(_favicons(scene, style))
    if scene.signal("apple_touch"):
        sizes = chance.choice(((180,), (180,), (152, 180), (57, 76, 120, 180)))
        for size in sizes:
            url = square_file(
                scene, f"apple-touch-icon-{size}x{size}.png", size, style="plate" if style == "plate" else "white"
            )
            told = f' sizes="{size}x{size}"' if len(sizes) > 1 or chance.random() < 0.6 else ""
            lines.append(f'<link rel="apple-touch-icon"{told} href="{scene.folder.named(url)}">')
    if (right := scene.signal("manifest")) is not None:
        lines.append(f'<link rel="manifest" href="{scene.folder.named(_manifest(scene, right, style))}">')
    return lines


def _favicons(scene: Scene, style: str) -> list[str]:
    folder, lines = scene.folder, []
    if scene.signal("favicon_svg"):
        url = square_file(scene, "favicon.svg", 0, "svg", style)
        lines.append(f'<link rel="icon" href="{folder.named(url)}" type="image/svg+xml">')
    if scene.signal("favicon_png"):
        for size in scene.chance.choice(((32, 16), (32,), (32, 192), (96, 32, 16), (192,))):
            url = square_file(scene, f"favicon-{size}x{size}.png", size, style=style)
            lines.append(f'<link rel="icon" type="image/png" sizes="{size}x{size}" href="{folder.named(url)}">')
    if scene.signal("favicon_ico") is not None:
        url = square_file(scene, "favicon.ico", 32, "ico", style)
        if scene.chance.random() < 0.7:
            lines.append(f'<link rel="shortcut icon" href="{folder.named(url)}">')
    return lines


def _stale(scene: Scene) -> list[str]:
    """What a framework or a platform put there and nobody replaced."""
    svg = STALE[scene.chance.choice(list(STALE))]
    png = scene.folder.named(scene.folder.add("favicon-32x32.png", raster(svg, 32)))
    ico = scene.folder.named(scene.folder.add("favicon.ico", raster(svg, 32, "ico")))
    return [f'<link rel="icon" type="image/png" sizes="32x32" href="{png}">', f'<link rel="icon" href="{ico}">']


def _manifest(scene: Scene, right: bool, style: str) -> str:
    icons = [
        {
            "src": scene.folder.named(square_file(scene, f"android-chrome-{size}x{size}.png", size, style=style)),
            "sizes": f"{size}x{size}",
            "type": "image/png",
        }
        for size in (192, 512)
    ]
    if scene.has("monochrome_icon"):
        url = scene.folder.add("icon-monochrome.svg", scene.square.svg("#ffffff", "#ffffff"))
        icons.insert(
            0, {"src": scene.folder.named(url), "sizes": "any", "type": "image/svg+xml", "purpose": "monochrome"}
        )
    names = {"name": scene.brand.title, "short_name": scene.brand.title}
    if not right:
        names = scene.chance.choice(({"name": "", "short_name": ""}, {"name": "My App", "short_name": "App"}))
    colour = scene.plan.colours.primary if right else scene.chance.choice(("#ffffff", "#000000"))
    text = json.dumps(
        {**names, "icons": icons, "theme_color": colour, "background_color": "#ffffff", "display": "standalone"}
    )
    return scene.folder.add("site.webmanifest", text)


def _various(scene: Scene) -> list[str]:
    lines = [_meta("description", scene.words["text"])]
    if scene.chance.random() < 0.7:
        lines.append(f'<link rel="canonical" href="{scene.plan.address}">')
    if generator := scene.family.get("generator"):
        lines.append(_meta("generator", generator))
    return lines


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{escape(content)}">'
