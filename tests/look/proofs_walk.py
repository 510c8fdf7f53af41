"""Walk through rendering previews and save a picture of each state: ``proofs_walk.py --out DIR``."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from walk import Walker, sample

from desktop.models.template_model import CARD
from desktop.proofs.dialog import RenderDialog
from desktop.proofs.verbs import proof_verbs
from renderers.budget.purse import open_purse
from renderers.clients.presets import presets
from templates.files import write_text
from templates.workspace import Workspace

FIRST = ("gmail-web", "outlook-windows-96", "apple-mail-iphone", "orange-web", "thunderbird-linux")
OPENS = """Client;Opens
Apple iPhone;3820
Gmail;2390
Outlook 2016;1210
Orange;940
Mailo;430
Other;390
Samsung Mail;310
La Poste;120
Total;9610
"""


class ProofsWalker(Walker):
    """The dialog in every state; a wide window gives it all its room."""

    _taken = 5  # a handsome one first

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the dialog from state to state; yield the name of each."""
        window = self.window
        if not window.has_workspace:
            window.open_workspace(self.root / "sample")
            self.until(self.all_pictures)
        language = "fr" if "-fr-" in f"{self.prefix}-" else "en"
        names = [name for name in window.workspace.model.names() if name.endswith(language)]
        window.gallery.select(names[self._taken % len(names)])  # another one each time: its pictures are new
        self._taken += 1
        dialog = self.opened()
        dialog.choice.choose((), ("light",))
        yield "empty"
        dialog.choice.choose_clients(presets()["popular"].clients)
        self.quoted(dialog)
        yield "choosing"
        dialog.choice.search.setText("outlook")
        yield "searching"
        dialog.choice.search.clear()
        yield from self.choosing(dialog)
        self.leave(5)
        dialog.choice.choose((*FIRST, "yahoo-web", "sfr-web"), ("light", "dark"))
        self.quoted(dialog)
        yield "too-expensive"
        self.leave(200, soft_limit=5)
        dialog.choice.choose(FIRST, ("light", "dark"))
        self.quoted(dialog)
        yield "soft-limit"
        dialog.cost.go.click()
        self.until(lambda: sum(row.proof is not None for row in dialog.sheet.model.rows) >= 2 or not dialog.is_running)
        yield "running"
        self.until(lambda: not dialog.is_running)
        self.quoted(dialog)
        yield "done"
        dialog.sheet.view.setCurrentIndex(dialog.sheet.model.index(1))
        dialog.sheet.view.activated.emit(dialog.sheet.view.currentIndex())
        self.rest(0.6)
        yield "full-size"
        dialog.sheet.back()
        yield from self.hovering(dialog)
        self.closed(dialog)
        yield from self.failing(language)

    def choosing(self, dialog: RenderDialog) -> Iterator[str]:
        """Sets of clients, several data sets, the audience, a budget, an engine that is missing."""
        for name, box in (("presets", dialog.choice.presets), ("data-sets", dialog.choice.data_sets)):
            box.showPopup()
            yield name
            box.list.close()
        opens = dialog.show_opens()
        if not opens.opens.lines:
            yield "opens-empty"
        opens.read(self.root / "opens.csv")
        self.until(lambda: bool(opens.opens.lines))
        opens.lines.setCurrentItem(opens.lines.topLevelItem(0))
        yield "opens"
        opens.go.click()
        self.rest(0.5)
        dialog.choice.choose_clients(presets()["all"].clients)
        dialog.choice.budget.box.setChecked(True)
        self.quoted(dialog)
        yield "budget"
        dialog.choice.budget.box.setChecked(False)
        dialog.sets.save(dialog.choice.wish.clients)
        yield "save-preset"
        self.closed(dialog.sets.dialog)
        dialog.choice.engines.show_missing({"WebKit": 14})
        yield "engine-missing"
        dialog.choice.engines.show_missing({})

    def hovering(self, dialog: RenderDialog) -> Iterator[str]:
        """The pointer rests on a client that has a picture."""
        tree = dialog.choice.tree
        dialog.choice.search.setText("gmail, web")
        at = tree.visualItemRect(tree.currentItem()).center()
        QTest.mouseMove(tree.viewport(), at)
        self.until(dialog.hover.popup.isVisible)
        yield "hover"
        dialog.hover.leave()
        dialog.choice.search.clear()

    def failing(self, language: str) -> Iterator[str]:
        """Two templates, of which one does not compile."""
        self.window.gallery.select(f"welcome.{language}")
        view, selection = self.window.gallery.view, self.window.gallery.view.selectionModel()
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            if index.data(CARD).name == "broken.en":
                selection.select(index, selection.SelectionFlag.Select)
        dialog = self.opened()
        dialog.choice.choose(FIRST[:3], ("light",))
        self.quoted(dialog)
        dialog.cost.go.click()
        self.until(lambda: not dialog.is_running)
        self.quoted(dialog)
        dialog.sheet.view.setCurrentIndex(dialog.sheet.model.index(len(dialog.sheet.model.rows) - 1))
        yield "failed"
        self.closed(dialog)
        yield "window"

    def opened(self) -> RenderDialog:
        """Open the dialog in the middle of the window."""
        proof_verbs(self.window).render()
        dialog = proof_verbs(self.window).dialog
        assert dialog is not None
        dialog.resize(self.window.width() - 120, self.window.height() - 80)
        dialog.move(self.window.x() + 60, self.window.y() + 40)
        self.rest(0.3)
        return dialog

    def quoted(self, dialog: RenderDialog) -> None:
        """Wait for the cost."""
        self.until(lambda: dialog.cost.quote is not None)

    def leave(self, n: int, **settings: int) -> None:
        """Let the account have as many tokens."""
        with open_purse(Workspace.open(self.root / "sample")) as purse:
            purse.ledger.adjust(purse.account, n - purse.balance.available, note="for the walk")
            purse.accounts.change(purse.account, **settings)


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph the rendering of previews.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        write_text(Path(folder) / "opens.csv", OPENS)
        ProofsWalker(given.out, Path(folder)).walk(quick=given.quick)


if __name__ == "__main__":
    main()
