"""Look at pictures in every way, and save a picture of each state: ``look_walk.py --out DIR``."""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from walk import Walker, sample

from desktop.proofs.look.compare_head import WAYS
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage
from renderers.preview import preview
from renderers.render.cache import PictureCache
from templates.errors import EngineError
from templates.files import write_text
from templates.store.runs import SavedRun
from templates.workspace import Workspace

CLIENTS = ("apple-mail-iphone", "apple-mail-ipad", "gmail-web", "outlook-windows-96", "thunderbird-macos")
TEMPLATE = "new-year.en"
SENDER = "Kettlewren"
NEWS = """
    <mj-section><mj-column>
      <mj-text align="center" font-size="20px" font-weight="700">The workshop is open again</mj-text>
      <mj-text align="center">From Monday on, come in and see how the kettles are made.</mj-text>
    </mj-column></mj-section>
"""


class LookWalker(Walker):
    """The page in a window of its own, with pictures taken before and after a change of the mail."""

    def begin(self, before: list[Looked], after: list[Looked], workspace: Workspace, cache: PictureCache) -> None:
        """Open the page over the main window."""
        self.before, self.after = before, after
        self.host = QWidget()
        self.host.setWindowTitle("Look")
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        self.page = LookPage(self.application.jobs, workspace, cache)
        column.addWidget(self.page)

    def sharp(self) -> Iterator[str]:
        """In its device and alone, at twice the size: taken anew where the engine can."""
        page = self.page
        for each in (self.after[0], self.after[3]):
            page.one.framed.setChecked(True)
            page.show_looked(each, next_=True, others=self.before)
            self.until(lambda: not page.one.is_reading)
            page.one.view.verticalScrollBar().setValue(500)
            page.one.view.set_zoom(2.0)
            self.until(lambda: "…" not in page.one.sharpener.text())
            yield f"sharp-{each.shot.profile}"
            page.one.framed.setChecked(False)
            yield f"sharp-alone-{each.shot.profile}"
            page.one.view.set_zoom(None)
            yield f"alone-{each.shot.profile}"

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the page from state to state; yield the name of each."""
        self.host.setGeometry(self.window.frameGeometry())
        self.host.show()
        self.host.raise_()
        page = self.page
        page.one.framed.setChecked(True)
        for each in self.after:
            page.one.view.set_zoom(None)
            page.show_looked(each, previous=True, next_=True, others=self.before)
            self.until(lambda: not page.one.is_reading)
            yield f"device-{each.shot.profile}-{each.shot.mode}"
        yield from self.sharp()
        yield from self.comparing()
        yield from self.troubles()
        self.host.hide()

    def comparing(self) -> Iterator[str]:
        """Before and after, then clients of other widths, then three."""
        page = self.page
        wide = next(at for at, each in enumerate(self.after) if each.shot.profile == "outlook-windows-96")
        for name, pictures in (
            ("runs", (self.before[wide], self.after[wide])),
            ("widths", (self.after[0], self.after[2])),
            ("three", (self.after[2], self.after[3], self.after[4])),
        ):
            page.compare(pictures)
            self.until(lambda: page.several.found is not None)
            for way in WAYS:
                page.several.head.ways[way].trigger()
                page.several.area.set_zoom(None)
                if name == "runs":
                    page.several.head.next.trigger()
                yield f"{name}-{way}"
            page.several.head.ways["slider"].trigger()

    def troubles(self) -> Iterator[str]:
        """What there is when there is no picture."""
        page, shot = self.page, self.after[0].shot
        failed = EngineError("The browser crashed twice on this mail: {reason}.", reason="out of memory")
        for name, looked in (
            ("damaged", replace(self.after[0], picture=b"no picture")),
            ("failed", Looked(shot, error=failed)),
            ("waiting", Looked.expected(shot)),
        ):
            page.show_looked(looked, previous=True)
            self.rest(0.3)
            yield name


async def pictures(workspace: Workspace, cache: PictureCache) -> tuple[list[Looked], list[Looked]]:
    """Take the pictures, change the mail, take them again."""
    before = await taken(workspace, cache, days_ago=3)
    path = workspace.template(TEMPLATE).mjml_path
    head, end, rest = path.read_text("utf-8").partition("</mj-section>")
    write_text(path, head + end + NEWS + re.sub(r"(<mj-button[^>]*>)[^<]*", r"\1Have a look around", rest, count=1))
    return before, await taken(workspace, cache, days_ago=0)


async def taken(workspace: Workspace, cache: PictureCache, *, days_ago: int) -> list[Looked]:
    """Take the pictures as the mail is now, as if they were of a run some days ago."""
    proofs = await preview(workspace, [TEMPLATE], profiles=CLIENTS, cache=cache)
    proofs += await preview(workspace, [TEMPLATE], profiles=CLIENTS[:1], modes=("dark",), cache=cache)
    when = datetime.now(UTC) - timedelta(days=days_ago, hours=1)
    run = SavedRun("", "", TEMPLATE, when, when, when, "done", "")
    return [replace(Looked.of_proof(each), run=run, sender=SENDER) for each in proofs]


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph looking at pictures.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sample(root)
        workspace, cache = Workspace.open(root / "sample"), PictureCache(root / "cache")
        found = asyncio.run(pictures(workspace, cache))
        walker = LookWalker(given.out, root)
        walker.begin(*found, workspace, cache)
        walker.walk(quick=given.quick)


if __name__ == "__main__":
    main()
