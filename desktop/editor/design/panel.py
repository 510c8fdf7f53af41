"""Design: the mail as it will arrive, and everything that can be done to it by pointing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context_menu import show_context_menu
from desktop.document import Change
from desktop.dynamic.conditions.known import segment_titles
from desktop.dynamic.conditions.words import condition_title
from desktop.dynamic.hidden_note import HiddenNote
from desktop.dynamic.view_bar import STEPS, ViewBar
from desktop.dynamic.viewing import Viewing
from desktop.editor.design.asking import Asking
from desktop.editor.design.badges import Badges
from desktop.editor.design.breadcrumb import Breadcrumb
from desktop.editor.design.canvas import DesignCanvas
from desktop.editor.design.columns import Columns
from desktop.editor.design.drop_place import Drop
from desktop.editor.design.drops import Drops
from desktop.editor.design.edge import StageEdge
from desktop.editor.design.handles import VERBS, HandleBar
from desktop.editor.design.invitation import Invitation
from desktop.editor.design.picture_drop import PictureDrop
from desktop.editor.design.pointing import ORIGIN, Pointing
from desktop.editor.design.trouble_strip import TroubleStrip
from desktop.editor.panel import DocumentPanel
from desktop.editor.text.bar import FormatBar
from desktop.editor.text.editing import TextEditing
from desktop.editor.text.formatting import Formatting
from desktop.jobs import Jobs
from desktop.live import LiveView
from desktop.panels.stage_bar import MailStage, StageBar
from desktop.structure import is_movable
from desktop.web.bridge import Message
from templates.dynamic.segment import SEGMENTS
from templates.dynamic.view import WHOLE
from templates.errors import MailwrightError
from templates.source.tree import SourceTree

MENU = (
    "structure.edit_text", None,
    "structure.cut", "structure.copy", "structure.paste", "structure.duplicate", "structure.delete", None,
    "structure.move_up", "structure.move_down", "structure.select_parent", None,
    "structure.condition", "structure.loop", "structure.unwrap", None,
    "module.save", "structure.rename",
)  # fmt: skip

_FOLLOWED = {"", "outline", "undo"}  # verbs, the outline, undo: they change what the pointer is not at
_MARGINS = 40  # CSS pixels of the mail's ground that a large screen shows beside it, both sides together


class DesignPanel(MailStage, DocumentPanel):
    """The canvas with its bar above and the path to the selected component below."""

    shown = Signal(int)
    """The mail of this revision is on the canvas."""
    write = Signal(int, int, float, float)
    """The user wants to write in this component, the how-manieth of its repetitions, at this place of the page."""
    width_wanted = Signal(int)
    """The user wants the mail laid out for this width, in CSS pixels."""
    line_wanted = Signal(int)
    """The user wants to see this line of the text (from 1)."""
    canvas: DesignCanvas

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.canvas = DesignCanvas()
        self.bridge = self.canvas.live_page.bridge
        self.bar = StageBar(self.canvas)
        self.viewing = Viewing(jobs, self)
        self.views = ViewBar(self.viewing)
        self.bar.add_widget(self.views)
        self.trouble, self.hidden = TroubleStrip(), HiddenNote()
        self.trail = Breadcrumb()
        self.handles = HandleBar(self.canvas)
        self.edge = StageEdge(self.canvas)
        self.invitation = Invitation(self.canvas)
        self.pointing, self.drops, self.columns = Pointing(self.canvas), Drops(self.canvas), Columns(self.canvas)
        self.badges, self.asking = Badges(self.canvas), Asking(self.canvas)
        self._selected_box: QRectF | None = None  # in CSS pixels of what is to be seen
        self._moving = -1  # the revision with which what is selected has another place
        self._connect()
        self._lay_out()
        self.text = TextEditing(self)
        self.formatting = Formatting(self.text)
        self.format_bar = FormatBar(self, self.formatting)
        self.retranslate()

    # The document

    def document_opened(self) -> None:
        """Show the mail of another document, as soon as there is one."""
        self.text.finish()
        self.pointing.document = self.drops.document = self.columns.document = self.asking.document = self.document
        self.drops.stop()
        self.trouble.show_error(None)
        self.viewing.show_document(self.document, self.live)
        view = self.live.view if self.live is not None else None
        self.canvas.start_anew(self.document.name if self.document is not None else "", blank=view is None)
        if view is not None:
            self.mail_built(view)
        self._show_selection(self.document.selected if self.document is not None else 0, reveal=False)

    def document_edited(self, change: Change) -> None:
        """What is moved or undone is to come into view; where it is only the new mail knows."""
        self._moving = self.document.revision if self.document is not None and change.origin in _FOLLOWED else -1

    def document_parsed(self) -> None:
        """Names on the way may be others, and the mail may be empty now."""
        if self.document is not None:
            self.trail.show_way(self.document.seen_tree, self.document.selected_element)
            self.columns.show()
            self._show_badges()
            self._show_condition()
            self.hidden.show_for(self.viewing, self.document.selected)

    def mail_built(self, view: LiveView) -> None:
        """Show the new mail."""
        self.trouble.show_error(None)
        if self.document is not None:
            self.canvas.set_desktop_width(mail_width(self.document.seen_tree) + _MARGINS)
        self.canvas.show_view(view)
        self.hidden.show_for(self.viewing, self.document.selected if self.document else 0)
        self._show_badges()
        self._invite()

    def mail_failed(self, error: MailwrightError) -> None:
        """Say what is wrong; the last good mail stays."""
        self.trouble.show_error(error, self.document.folder.id if self.document else "")

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Outline what is selected; what was selected elsewhere comes into view."""
        self._show_selection(node_id, reveal=origin != ORIGIN)

    def side_edited(self, name: str) -> None:
        """Segments have other names, or are gone."""
        if name == SEGMENTS:
            self.viewing.follow_segments()
            self._show_badges()

    def keyboard_target(self) -> QWidget:
        """The mail, not the bar above it."""
        return self.canvas.view

    def retranslate(self) -> None:
        """Set every text anew."""
        self.canvas.view.setAccessibleName(self.tr("The mail. The outline is its equivalent for the keyboard."))
        self.badges.retranslate()
        self._show_badges()

    def showEvent(self, event: QShowEvent) -> None:
        """There is a window now, whose actions are the buttons of the handle bar."""
        super().showEvent(event)
        self.handles.fill(self._actions(VERBS))
        self.views.add_steps(self._actions(STEPS))

    def shut_down(self) -> None:
        """End the web page before what it stands on."""
        self.canvas.shut_down()

    # Inside

    def _actions(self, names: Iterable[str]) -> list[QAction]:
        found = [self.window().findChild(QAction, name) for name in names]
        return [action for action in found if isinstance(action, QAction)]

    def _show_badges(self) -> None:
        """Those of the mail that is on the canvas, or on its way there."""
        view = self.canvas.live_view
        whole = self.document is not None and view is not None and view.shown.recipient == WHOLE
        titles = {segment.id: segment.title for segment in self.viewing.segments()} if whole else {}
        self.badges.show(self.document.seen_tree if self.document is not None and whole else None, titles)

    def _badge_chosen(self, block_id: int, node_id: int) -> None:
        """Open what the badge is about."""
        self.asking.ask(node_id, block_id)

    def _show_selection(self, node_id: int, *, reveal: bool) -> None:
        self.canvas.outline(node_id, turn=0 if reveal else -1, reveal=reveal)
        document = self.document
        element = document.selected_element if document is not None else None
        movable = document is not None and document.editable and is_movable(element)
        self.handles.show_for(element if movable else None)
        self._show_condition()
        self.hidden.show_for(self.viewing, node_id)
        self.columns.show()
        if document is not None:
            self.trail.show_way(document.seen_tree, element)

    def _show_condition(self) -> None:
        """Who sees the selected component, on the bar beside it."""
        document = self.document
        element = document.selected_element if document is not None else None
        if document is not None and element is not None:
            self.handles.show_words(condition_title(document.seen_tree, element, segment_titles(document)))

    def _mail_shown(self, revision: int) -> None:
        if 0 <= self._moving <= revision and self.document is not None and not self.text.active:
            self._moving = -1
            self.canvas.outline(self.document.selected, reveal=True)
        self.shown.emit(revision)

    def _told(self, message: Message) -> None:
        if message.kind == "box":
            self._box_moved(message)

    def _box_moved(self, message: Message) -> None:
        """The selected component is elsewhere on the screen; the bar goes with it."""
        box = QRectF(*(message.number(name) for name in ("x", "y", "width", "height")))
        other = message.flag("held") or message.integer("id") != self.handles.handle.node_id
        self._selected_box = None if other else box
        self._place_handles()

    def _place_handles(self) -> None:
        if self._selected_box is None or self.drops.drop is not None:  # it would lie over the places
            self.handles.hide()
        else:
            self.handles.place_at(self.canvas.to_widget(self._selected_box), self.canvas.stage)

    def _canvas_moved(self) -> None:
        self._place_handles()
        self._invite()

    def _trail_chosen(self, node_id: int) -> None:
        self.pointing.select(node_id)

    def _menu_wanted(self, at: QPoint) -> None:
        show_context_menu(self, MENU, at)

    def _aimed(self, drop: Drop | None) -> None:
        self.invitation.aim(drop is not None)
        self._place_handles()

    def _pictures_dropped(self, files: list[Path], drop: Drop) -> None:
        if self.document is not None:
            PictureDrop(self.document, drop).start(self.jobs, files)

    def _invite(self) -> None:
        """An empty mail says where to begin."""
        empty = self.document is not None and not self.document.seen_tree.sections()
        self.invitation.setVisible(empty)
        if empty:
            stage = self.canvas.stage
            self.invitation.setGeometry(stage.center().x() - 180, stage.top() + 48, 360, 140)
            self.invitation.raise_()

    def _connect(self) -> None:
        self.canvas.shown.connect(self._mail_shown)
        self.bridge.told.connect(self._told)
        self.pointing.write.connect(self.write)
        self.pointing.menu.connect(self._menu_wanted)
        self.edge.pulled.connect(self.width_wanted)
        self.canvas.moved.connect(self._canvas_moved)
        self.drops.aimed.connect(self._aimed)
        self.drops.pictures.connect(self._pictures_dropped)
        self.trail.chosen.connect(self._trail_chosen)
        self.trouble.wanted.connect(self.line_wanted)
        self.badges.chosen.connect(self._badge_chosen)
        self.views.resized.connect(self.bar.tell_zoom)  # which makes room

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.bar, self.trouble, self.hidden):
            column.addWidget(each)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.trail)
        self.canvas.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def mail_width(tree: SourceTree) -> int:
    """The width that the mail's body asks for, in CSS pixels; MJML's own default is 600."""
    body = next(iter(tree.elements("mj-body")), None)
    number = (body.value("width") if body else "").strip().removesuffix("px")
    return min(1200, max(240, int(number))) if number.isdecimal() and len(number) < 5 else 600
