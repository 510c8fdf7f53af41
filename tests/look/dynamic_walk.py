"""Walk through what differs from one recipient to the next, a picture of each: ``dynamic_walk.py --out DIR``."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from editor_walk import EditorWalker
from PySide6.QtWidgets import QApplication, QWidget
from walk import sample

from templates.source.tree import Element


class DynamicWalker(EditorWalker):
    """Segments, conditions, views, data, variables, coverage, merge tags, export: photographed."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the window from state to state; yield the name of each."""
        if not self.window.has_workspace:
            self.window.open_workspace(self.root / "sample")
            self.until(self.all_pictures)
        language = "fr" if "-fr-" in f"{self.prefix}-" else "en"
        self.edit(f"black-friday.{language}")
        self.act("view.sample_contacts")
        self.rest(1.0)
        yield from self.views()
        yield from self.conditions()
        if first:
            yield from self.windows()
        yield from self.drawers()
        self.act("view.by_data")

    def views(self) -> Iterator[str]:
        """Whole, as a segment, as a contact, and the list to choose from."""
        for action in ("view.whole", "view.by_segment", "view.as_contact"):
            self.act(action)
            self.rest(1.0)
            yield action.replace(".", "-")
        yield from self.shown("view.find_recipient")
        self.act("view.whole")
        self.rest(0.8)

    def conditions(self) -> Iterator[str]:
        """The popups of a section with a condition, and of one in a loop."""
        document = self.window.document
        sections = document.tree.sections()
        conditional = next(one for one in sections if any(each.keyword == "if" for each in document.tree.blocks(one)))
        document.select(conditional.id, "look")
        self.rest(0.8)
        yield "selected-condition"
        yield from self.shown("structure.condition")
        parts = (one for one in document.tree.walk() if isinstance(one, Element) and one.name.startswith("mj"))
        loops = (one for one in parts if any(each.keyword == "for" for each in document.tree.blocks(one)))
        looped = next(loops, conditional)
        document.select(looped.id, "look")
        self.rest(0.6)
        yield from self.shown("structure.loop")
        document.select(0, "look")

    def windows(self) -> Iterator[str]:
        """The windows of their own."""
        for action in ("segments.show", "variants.show", "file.export"):
            yield from self.shown(action)
        self.window.editor.envelope.unfold()
        picker = self.window.editor.envelope.subject.choose_tag()
        self.rest(0.5)
        yield "merge-tags"
        self.closed(picker)
        self.window.editor.envelope.row.toggle.setChecked(False)

    def drawers(self) -> Iterator[str]:
        """Data as a form and as JSON; the variables."""
        for action in ("data.form", "data.expert"):
            self.act(action)
            self.rest(0.8)
            yield action.replace(".", "-")
        self.act("data.form")
        drawer = self.window.editor.drawer
        drawer.show_panel(self.window.editor.report)
        self.rest(1.5)
        yield "variables"
        drawer.set_open(False)

    def shown(self, action: str) -> Iterator[str]:
        """What an action opens."""
        before = set(QApplication.topLevelWidgets())
        self.act(action)
        self.rest(1.5)
        made: list[QWidget] = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()]
        yield action.replace(".", "-")
        for each in made:
            self.closed(each)

    def act(self, name: str) -> None:
        """Do what a menu would."""
        self.application.actions.refresh()
        self.application.actions[name].trigger()


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph everything about dynamic content.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    out = given.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        DynamicWalker(out, Path(folder)).walk(quick=given.quick)


if __name__ == "__main__":
    main()
