"""Style sheets beside the family's own: frameworks and platforms with their defaults, print, dark, variables."""

from __future__ import annotations

from markupsafe import Markup

from tests.brand_sites.colours import companion, rgb, written
from tests.brand_sites.scene import Scene

BOOTSTRAP = """:root{--bs-blue:#0d6efd;--bs-indigo:#6610f2;--bs-red:#dc3545;--bs-yellow:#ffc107;--bs-green:#198754;
--bs-primary:#0d6efd;--bs-secondary:#6c757d;--bs-success:#198754;--bs-info:#0dcaf0;--bs-warning:#ffc107;--bs-danger:#dc3545}
.btn{display:inline-block;padding:.5rem 1rem;border-radius:.375rem;text-decoration:none}
.btn-primary{color:#fff;background-color:#0d6efd;border-color:#0d6efd}.btn-primary:hover{background-color:#0b5ed7}
.btn-success{color:#fff;background-color:#198754}.btn-danger{color:#fff;background-color:#dc3545}
.btn-info{background-color:#0dcaf0}.text-primary{color:#0d6efd}.bg-primary{background-color:#0d6efd}
.alert-success{color:#0f5132;background:#d1e7dd}.alert-danger{color:#842029;background:#f8d7da}.badge-info{background:#0dcaf0}
"""
WORDPRESS = """body{--wp--preset--color--black:#000000;--wp--preset--color--cyan-bluish-gray:#abb8c3;
--wp--preset--color--white:#ffffff;--wp--preset--color--pale-pink:#f78da7;--wp--preset--color--vivid-red:#cf2e2e;
--wp--preset--color--luminous-vivid-orange:#ff6900;--wp--preset--color--luminous-vivid-amber:#fcb900;
--wp--preset--color--light-green-cyan:#7bdcb5;--wp--preset--color--vivid-green-cyan:#00d084;
--wp--preset--color--pale-cyan-blue:#8ed1fc;--wp--preset--color--vivid-cyan-blue:#0693e3;--wp--preset--color--vivid-purple:#9b51e0}
.has-vivid-red-color{color:#cf2e2e!important}.has-vivid-cyan-blue-background-color{background-color:#0693e3!important}
"""
VARIABLES = (
    "--primary",
    "--brand",
    "--color-primary",
    "--primary-color",
    "--main-color",
    "--color-brand",
    "--couleur-principale",
)
WRONG_VARIABLES = (
    ("--primary", "#007bff"), ("--primary", "#0d6efd"), ("--blue", "#007bff"), ("--accent", "#3b82f6"),
    ("--color-primary", "#6200ee"), ("--primary-color", "#2196f3"), ("--brand", "#1a1a1a"),
)  # fmt: skip


def sheets(scene: Scene) -> Markup:
    """The links and the styles, in the order in which a page has them."""
    lines = []
    for name, there, text, media in _files(scene):
        if there:
            url = scene.folder.named(scene.folder.add(f"{scene.family['sheet'].rsplit('/', 1)[0]}/{name}", text))
            lines.append(f'<link rel="stylesheet" href="{url}"{media}>')
    own = scene.folder.named(f"{scene.plan.address}{scene.family['sheet']}")
    lines.append(
        f'<link rel="stylesheet" href="{own}?ver={scene.chance.randrange(1, 9)}.{scene.chance.randrange(10)}">'
    )
    if scene.has("wordpress_presets"):
        lines.append(f'<style id="global-styles-inline-css">{WORDPRESS}</style>')
    if variables := _variables(scene):
        lines.append(f"<style>:root{{{variables}}}</style>")
    return Markup("\n".join(lines))


def _files(scene: Scene) -> list[tuple[str, bool, str, str]]:
    night = companion(scene.chance, scene.plan.colours.primary)
    dark = (
        "@media (prefers-color-scheme: dark){body{background:#101418;color:#e6e6e6}"
        f"a{{color:{night}}}.btn,button{{background:{night}}}}}"
    )
    printed = "body{color:#000;background:#fff}a{color:#0000ee}header,nav,.cookie{display:none}h1{color:#990000}\n"
    return [
        ("bootstrap.min.css", scene.has("bootstrap_defaults"), BOOTSTRAP, ""),
        ("print.css", scene.has("print_sheet"), printed, ' media="print"'),
        ("dark.css", scene.has("dark_sheet"), dark, ""),
    ]


def _variables(scene: Scene) -> str:
    right, colours = scene.signal("variables"), scene.plan.colours
    if right is None:
        return ""
    if not right:
        return ":".join(scene.chance.choice(WRONG_VARIABLES)) + ";--text:#222;--radius:6px"
    name = scene.variable = scene.chance.choice(VARIABLES)
    own = written(scene.chance, colours.primary)
    triplet = ", ".join(map(str, rgb(colours.primary)))
    more = f";{name}-rgb:{triplet}" if scene.chance.random() < 0.3 else ""
    return f"{name}:{own}{more};--secondary:{colours.accent};--text:{colours.text};--grey:#f4f4f4"
