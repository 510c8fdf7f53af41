"""Walk the real window through every mode and panel and save a picture of each: ``walk.py --out DIR``.

Needs a screen (``dev.py look`` brings a virtual one). It works on a workspace that it makes from the sample site in a
temporary folder; the user's own settings stay untouched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.app import Application, prepare
from desktop.brand_actions import brands_of
from desktop.language import set_language
from desktop.main_window import MainWindow
from desktop.new_workspace import sample_site
from desktop.preferences import Preferences
from templates.brand.by_hand import brand_by_hand
from templates.brand.kit import extract_brand
from templates.files import write_text
from templates.generate import add_brand, add_starters, slug_of
from templates.workspace import Workspace

LOOKS = (("light", "en"), ("dark", "fr"), ("dark", "en"), ("light", "fr"))
SIZES = ((1280, 800), (1920, 1080))
PATIENCE_S = 120.0


class Walker:
    """Shows one thing after the other and photographs it."""

    def __init__(self, out: Path, root: Path) -> None:
        os.environ["MAILWRIGHT_CONFIG"] = str(root / "settings")
        os.environ["MAILWRIGHT_CACHE_FOLDER"] = str(root / "cache")
        self.out, self.root = out, root
        prepare()
        self.qt = QApplication([])
        self.application = Application(self.qt, Preferences())
        self.window: MainWindow = self.application.window
        self.prefix = ""

    def walk(self, *, quick: bool = False) -> None:
        """All of it, in every theme, language and size; ``quick``: in one of each."""
        self.window.show()
        for theme, language in LOOKS[:1] if quick else LOOKS:
            self.application.appearance.set_theme(theme)
            set_language(language)
            for width, height in SIZES[:1] if quick else SIZES:
                self.window.resize(width, height)
                self.prefix = f"{theme}-{language}-{width}"
                for step in self.steps(first=(width, height) == SIZES[0]):
                    self.picture(step)
        self.window.close()

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the window from state to state; yield the name of each."""
        self.window.close_workspace()
        yield "welcome"
        if first:
            yield from self.making_new()
        self.window.open_workspace(self.root / "sample")
        yield "gallery-filling"
        self.until(self.all_pictures)
        yield "split"
        yield from self.modes()
        if first:
            yield from self.brand_changes()
            yield from self.brands()
            yield from self.dialogs()

    def modes(self) -> Iterator[str]:
        """Gallery, preview, light and dark mails, widths, a template that does not compile."""
        self.window.set_mode("gallery")
        yield "gallery"
        self.window.gallery.search.setText("nothing like this")
        yield "gallery-empty"
        self.window.gallery.show_all()
        self.window.set_mode("preview")
        self.window.gallery.select("welcome.en")
        self.loaded()
        yield "preview"
        self.window.set_device_width(375)
        self.window.set_mail_scheme("dark")
        self.window.gallery.select("black-friday.fr")
        self.loaded()
        yield "preview-mobile-dark"
        self.window.set_mode("split")
        self.window.set_mail_scheme("light")
        self.window.set_device_width(640)
        self.window.gallery.select("broken.en")
        self.rest(0.5)
        yield "trouble"
        self.window.gallery.select("welcome.fr")
        self.loaded()

    def brand_changes(self) -> Iterator[str]:
        """What was typed, the summary, the evidence."""
        self.window.brand.name.edit.setText("Northlight & Sons")
        self.window.brand.primary.edit.setText("#7a2fb5")
        yield "brand-draft"
        dialog = self.window.confirm_brand(self.window.brand.changes())
        yield "brand-changes"
        self.closed(dialog)
        self.window.brand.reset()
        for name, group in self.window.brand.form.groups.items():
            group.open()
            self.rest(0.2)
            self.window.brand.form.ensureWidgetVisible(group, 0, group.height())
            yield f"brand-{name}"
            group.open(opened=False)
        self.window.brand.primary.dropper.click()
        yield "brand-eyedropper"
        self.closed(self.window.brand.eyedropper)

    def brands(self) -> Iterator[str]:
        """Several brands, and many companies."""
        brands = brands_of(self.window)
        for name, show in (
            ("brand-by-hand", brands.by_hand),
            ("brand-rename", brands.rename),
            ("brand-move-templates", brands.move_templates),
        ):
            dialog = show()
            yield name
            self.closed(dialog)
        many = brands.many()
        many.list.edit.setPlainText(f"{sample_site()}\nno domain at all\nsomebody@gmail.com\n")
        many.list.folder.setText(str(self.root / "companies" / self.prefix))
        self.until(lambda: many.list.is_ready)
        yield "companies-list"
        many.go.click()
        self.until(lambda: not many.run.is_running)
        yield "companies-done"
        if many.run.doubtful:
            many.go.click()
            self.rest(1.0)
            yield "companies-review"
        self.closed(many)

    def dialogs(self) -> Iterator[str]:
        """Preferences, shortcuts."""
        for name, show in (("preferences", self.window.show_preferences), ("shortcuts", self.window.show_shortcuts)):
            dialog = show()
            yield name
            self.closed(dialog)

    def making_new(self) -> Iterator[str]:
        """The two pages of New from a domain."""
        dialog = self.window.show_new_dialog("")
        yield "new"
        dialog.start(sample_site())
        self.until(lambda: dialog.found.kit is not None)
        yield "new-found"
        self.closed(dialog)

    def picture(self, name: str) -> None:
        """Save what the screen shows where the window is."""
        self.rest(0.25)
        area = self.window.frameGeometry()
        screen = self.window.screen()
        picture = screen.grabWindow(0, area.x(), area.y(), area.width(), area.height())
        path = self.out / f"{self.prefix}-{name}.png"
        picture.save(str(path))
        sys.stdout.write(f"{path}\n")

    def closed(self, dialog: QDialog | QWidget | None) -> None:
        """Close a dialog."""
        if dialog is not None:
            dialog.close()
        self.rest(0.1)

    def all_pictures(self) -> bool:
        """Whether every card has its picture."""
        opened = self.window.workspace
        return (
            opened is not None and bool(opened.model.names()) and not any(not job.quiet for job in opened.jobs.running)
        )

    def loaded(self) -> None:
        """Wait until the canvas shows the selected template."""
        self.until(self.window.preview.inbox.isEnabled)
        self.rest(0.6)

    def until(self, fact: Callable[[], bool]) -> None:
        """Let the window work until ``fact``, with patience."""
        end = time.monotonic() + PATIENCE_S
        self.rest(0.2)
        while not fact() and time.monotonic() < end:
            self.rest(0.05)

    def rest(self, seconds: float) -> None:
        """Let the window work for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)


def sample(root: Path) -> None:
    """A workspace of the sample site, with one template that is broken."""
    kit = extract_brand(sample_site())
    workspace = Workspace.create(root / "sample", name=kit.name, brand=slug_of(kit))
    add_starters(workspace, add_brand(workspace, kit))
    add_brand(workspace, brand_by_hand("Northlight & Sons", "#7a2fb5"))
    broken = workspace.root / "templates" / "broken.en"
    write_text(broken / "template.toml", f'format = 1\nkind = "marketing"\nbrand = "{slug_of(kit)}"\n')
    write_text(broken / "template.mjml", "<mjml><mj-body>\n{% if segment.loyalty %}\n</mj-body></mjml>\n")


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph every mode and panel of the window.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        Walker(out, Path(folder)).walk()


if __name__ == "__main__":
    main()
