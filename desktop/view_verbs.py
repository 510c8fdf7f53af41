"""How the window looks at its workspace: modes, devices, light and dark, panes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.brand_verbs import BrandVerbs
from desktop.panels.canvas import DESKTOP
from desktop.panels.gallery import GalleryPanel
from desktop.panels.stage_bar import MailStage
from desktop.web.scheme_emulation import Scheme

Mode = Literal["gallery", "split", "preview"]


class ViewVerbs(BrandVerbs):
    """The part of the main window that the View menu talks to."""

    gallery: GalleryPanel
    panes: tuple[QWidget, ...]
    mode: Mode = "split"
    width_shown = DESKTOP
    scheme_shown: Scheme = "light"

    def set_mode(self, mode: Mode) -> None:
        """Show the gallery, the preview, or both."""
        self.mode = mode
        self.gallery.setVisible(mode != "preview")
        self.preview.setVisible(mode != "gallery")
        self.state_changed.emit()

    def toggle_brand(self) -> None:
        """Show or hide the brand panel."""
        self.brand.setVisible(self.brand.isHidden())
        self.state_changed.emit()

    @property
    def stages(self) -> tuple[MailStage, ...]:
        """Every panel that shows a mail; they agree about device and colour scheme."""
        return (self.preview,)

    @property
    def stage(self) -> MailStage:
        """The one that is to be seen."""
        return self.preview

    def set_device_width(self, width: int) -> None:
        """Lay the mail out for this width, in CSS pixels, or for ``DESKTOP``."""
        self.width_shown = width
        for stage in self.stages:
            stage.set_width(width)
        self.state_changed.emit()

    def set_mail_scheme(self, scheme: Scheme) -> None:
        """Show the mail in a light or a dark client."""
        self.scheme_shown = scheme
        for stage in self.stages:
            stage.set_scheme(scheme)
        self.state_changed.emit()

    def toggle_mail_scheme(self) -> None:
        """The other one."""
        self.set_mail_scheme("light" if self.scheme_shown == "dark" else "dark")

    def search_templates(self) -> None:
        """Go to the search field."""
        if self.mode == "preview":
            self.set_mode("split")
        self.gallery.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.gallery.search.selectAll()

    def cycle_panes(self, by: int) -> None:
        """Move the keyboard to the next (1) or the previous (-1) pane."""
        shown = [pane for pane in self.panes if pane.isVisible()]
        if not shown:
            return
        now = next((place for place, pane in enumerate(shown) if pane.isAncestorOf(self.focusWidget() or self)), -by)
        target = {
            self.brand: self.brand.name.edit,
            self.gallery: self.gallery.view,
            self.preview: self.preview.canvas.view,
        }
        target[shown[(now + by) % len(shown)]].setFocus(Qt.FocusReason.TabFocusReason)
