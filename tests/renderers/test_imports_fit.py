"""An imported page looks as the page looked: the same browser takes both, and the pixels are compared."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from renderers.render.images import fake_url
from templates.compile.engine import mjml_engine
from templates.compile.images import map_images
from templates.compile.pipeline import build
from templates.importing.reading import read_source
from templates.importing.writing import import_file
from templates.source.parse import parse

PAGES = Path(__file__).parents[1] / "templates" / "importing" / "pages"
PICTURES = {
    "images/mark.png": (80, 80),
    "images/hero.png": (1200, 360),
    "portrait.png": (120, 160),
    "pics/Été 1.png": (320, 200),
    "pics/dots.png": (20, 20),
}
TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
# A link whose address was a script is no link any more, so its words lose their line.
ALLOWED = {"newsletter": 0.0, "note": 0.0, "shop": 0.002}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """The pages with the pictures that they name."""
    folder = Path(shutil.copytree(PAGES, tmp_path / "pages"))
    for place, (name, size) in enumerate(PICTURES.items()):
        picture = Image.new("RGB", size, (40 * place, 120, 200 - 30 * place))
        picture.paste("white", (0, 0, size[0] // 3, size[1] // 3))
        (folder / name).parent.mkdir(exist_ok=True)
        picture.save(folder / name)
    return folder


def original(path: Path) -> tuple[str, dict[str, bytes]]:
    """A page as it is, its sheet and its pictures served as a preview serves them."""
    folder, found = path.parent, {}
    text = read_source(path).text.replace("{{ contact.firstname }}", "Ada").replace("{{ links.unsubscribe }}", "#")
    sheet = (folder / "css" / "shop.css").read_text().replace("../", "css/../")
    text = text.replace('<link rel="stylesheet" href="css/shop.css">', f"<style>{sheet}</style>")

    def url(reference: str) -> str:
        plain = reference.replace("css/../", "")
        found[plain] = (folder / plain).read_bytes()
        return fake_url(plain)

    return map_images(text.replace("src=portrait.png", 'src="portrait.png"'), url)[0], found


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels that can be told apart."""
    assert one.size == other.size
    apart = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 16))
    return apart.histogram()[255] / (one.width * one.height)


@pytest.mark.browser
@pytest.mark.parametrize("profile", ["plain-desktop", "plain-mobile"])
@pytest.mark.parametrize("name", ALLOWED)
def test_a_page_keeps_its_looks(name, profile, pages, look):
    """Through mj-raw, MJML's frame and the inliner: the same picture, wide and narrow."""
    imported = import_file(pages / f"{name}.html", name="x.en")
    html, pictures = original(pages / f"{name}.html")
    contact = {"firstname": "Ada"}
    mail = build(imported.text, contact=contact, links={"unsubscribe": "#"}, image_url=fake_url)
    served = {f"templates/x.en/{path}": data for path, data in imported.files.items()}
    before, after = look(html, profile, pictures), look(mail.html, profile, served)
    assert len(before.getcolors(maxcolors=before.width * before.height) or []) > 20
    assert difference(before, after) <= ALLOWED[name]


@pytest.mark.browser
@pytest.mark.parametrize(("name", "sections"), [("delivery", 22), ("racoon", 12), ("ugg-royale", 11)])
def test_a_compiled_mail_comes_back_in_sections(shared, name, sections, look, tmp_path):
    """What MJML made is cut where MJML joined it, and not a pixel is different on a phone."""
    html = mjml_engine().compile((shared / "data" / "mjml-gallery" / f"{name}.mjml").read_text("utf-8")).html
    page = tmp_path / "page.html"
    page.write_text(TAG.sub("tag", html), "utf-8")
    text = import_file(page, name="x.en").text
    assert len(parse(text).sections()) == sections
    before = look(page.read_text("utf-8"), "plain-mobile", {})
    assert difference(before, look(build(text).html, "plain-mobile", {})) == 0
