"""Pictures of blocks and modules in the brand's look: taken once, one after the other, and only what makes a mail."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent

from desktop.document import OpenDocument
from desktop.editor.part_pictures import HEIGHT, WIDTH, Part
from desktop.editor.part_studio import PartStudio, brand_of, data_of, language_of
from desktop.jobs import Jobs
from renderers.engines import BrowserMissingError
from renderers.render.cache import PictureCache
from renderers.render.job import Picture, RenderJob
from renderers.render.pool import RenderPool
from templates.blocks import block
from templates.workspace import Workspace
from tests.fake_engine import FakeEngine

BUTTON = Part("button", block("button").source("en"))


def black_box(job: RenderJob) -> Picture:
    """A picture with something on it, unless the mail is empty."""
    image = Image.new("RGB", (600, 100), "white")
    if "empty" not in job.html:
        image.paste("black", (200, 30, 400, 70))
    out = io.BytesIO()
    image.save(out, "PNG")
    return Picture(out.getvalue(), 600, 100, 600)


async def missing() -> None:
    raise BrowserMissingError("There is no browser.")


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(black_box)


@pytest.fixture
def studio(qapp, qtbot, engine: FakeEngine, tmp_path: Path) -> Iterator[PartStudio]:
    """A studio with its own cache on disk."""
    jobs = Jobs(lambda: RenderPool(engine, lanes=1))
    made = PartStudio(jobs, jobs)
    made.make_cache = lambda: PictureCache(tmp_path / "pictures")
    yield made
    jobs.shut_down()
    qtbot.waitUntil(lambda: not jobs.running)


@pytest.fixture
def document(folder: Path, qapp) -> Iterator[OpenDocument]:
    made = OpenDocument(Workspace.open(folder), "welcome.fr")
    yield made
    made.close()
    made.deleteLater()  # here, before a thread of the next test collects it as garbage
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_each_part_gets_its_picture(studio, document, engine, qtbot):
    """In the brand's look, as small as a card; what is there already is not asked for again."""
    got = {}
    studio.taken.connect(got.__setitem__)
    studio.take(document, [BUTTON, Part("text", block("text").source("fr"))])
    qtbot.waitUntil(lambda: len(got) == 2)
    assert all(image.width() <= WIDTH and image.height() <= HEIGHT for image in got.values())
    assert "Commencer" not in engine.taken[0].html
    assert 'lang="fr"' in engine.taken[0].html
    studio.take(document, [BUTTON])
    assert studio._job is None
    assert len(engine.taken) == 2


def test_what_makes_no_mail_keeps_its_outline(studio, document, engine, qtbot):
    """A broken module, an unknown variable and an empty picture are passed over; the rest goes on."""
    got = {}
    studio.taken.connect(got.__setitem__)
    column = "<mj-section><mj-column><mj-text>{}</mj-text></mj-column></mj-section>"
    parts = [
        Part("broken", "<mj-section>{% if %}"),
        Part("unknown", column.format("{{ nothing }}")),
        Part("empty", column.format("empty")),
        Part("known", column.format("{{ name }} <mj-image />"), {"name": "Zoë"}),
        Part("picture", '<mj-section><mj-column><mj-image src="no/such.png" /></mj-column></mj-section>'),
    ]
    studio.take(document, parts)
    qtbot.waitUntil(lambda: studio._job is None)
    assert sorted(got) == ["known", "picture"]


def test_another_brand_needs_other_pictures(studio, document, engine, qtbot):
    """When the brand was changed, all are forgotten and taken anew."""
    studio.take(document, [BUTTON])
    qtbot.waitUntil(lambda: studio._job is None)
    path = document.workspace.brand_folder(brand_of(document)) / "brand.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('primary = "', 'primary = "#7a2fb5" # "'), "utf-8")
    with qtbot.waitSignal(studio.look_changed):
        studio.take(document, [BUTTON])
    qtbot.waitUntil(lambda: studio._job is None)
    assert len(engine.taken) == 2
    assert engine.taken[0].html != engine.taken[1].html


def test_what_is_asked_meanwhile_comes_after(studio, document, engine, qtbot):
    """A module that is saved while pictures are taken gets its own when they are done."""
    got = {}
    studio.taken.connect(got.__setitem__)
    studio.take(document, [BUTTON])
    studio.take(document, [BUTTON, Part("text", block("text").source("en"))])
    qtbot.waitUntil(lambda: len(got) == 2)
    assert len(engine.taken) == 2


def test_without_a_browser_the_outlines_stay(studio, document, engine, qtbot):
    """No picture, and no word about it: the palette works as before."""
    engine.launch = missing
    with qtbot.assertNotEmitted(studio.taken):
        studio.take(document, [BUTTON])
        qtbot.waitUntil(lambda: studio._job is None)


def test_a_damaged_template_has_no_look(studio, document, engine):
    """Then nothing is taken, and the blocks come in English."""
    document.set_side("Edit", "template.toml", "kind = [")
    studio.take(document, [BUTTON])
    assert engine.taken == []
    assert language_of(document) == "en"
    assert language_of(None) == "en"


@pytest.mark.parametrize(("text", "data"), [("{", {}), ("[1]", {}), ('{"var": 5}', {}), ('{"a": 1}', {"a": 1})])
def test_modules_are_shown_with_the_templates_data(document, text, data):
    """Whatever stands in the file: what is no data set is none."""
    document.set_side("Edit", "data/default.json", text)
    assert data_of(document) == data
    assert data_of(None) == {}
