"""The data that fills the template: its named sets, as a form or as JSON; the mail follows every change."""

from __future__ import annotations

from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.document import Change, OpenDocument
from desktop.editor.data import sets
from desktop.editor.data.bar import Bar
from desktop.editor.data.context import FieldContext
from desktop.editor.data.data_window import DataWindow
from desktop.editor.data.feed import Formed, FormFeed
from desktop.editor.data.form_view import START, FormView
from desktop.editor.data.header import Header, Mode
from desktop.editor.data.json_view import JsonView, span_of
from desktop.editor.data.rows_page import New, rearranged
from desktop.editor.data.set_source import SetSource
from desktop.editor.data.set_verbs import SetVerbs
from desktop.editor.data.titles import case_title
from desktop.editor.panel import DocumentPanel
from desktop.errors import advice, what
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.live import LiveMailer
from desktop.widgets import GRID, label
from templates.data.change import DataPath, has, value_at, with_value, without
from templates.data.data_set import edited, side_of
from templates.data.editors import MISSING
from templates.errors import MailwrightError


class DataPanel(DocumentPanel):
    """Shows one data set; what is changed is a step on the document's stack."""

    state_changed = Signal()
    """What the actions depend on is different."""
    enlarged = Signal(bool)
    """Whether the data wants most of the window's height."""
    room_wanted = Signal()
    """A list is shown, which needs more height than a few fields."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.verbs = SetVerbs(self)
        self.mode: Mode = "form"
        self.is_grown = False
        self.source: SetSource | None = None
        self.trouble: MailwrightError | None = None  # why the set cannot be shown at all
        self.trials: WeakKeyDictionary[OpenDocument, tuple[str, str]] = WeakKeyDictionary()  # set and edge case
        self._names: WeakKeyDictionary[OpenDocument, str] = WeakKeyDictionary()
        self._paths: WeakKeyDictionary[OpenDocument, DataPath] = WeakKeyDictionary()
        self._sets: list[str] = []
        self.feed = FormFeed(jobs, self)
        self.header, self.form, self.json = Header(), FormView(), JsonView()
        self.fault, self.trial = Bar("triangle-alert", 2, "danger"), Bar("flask-conical", 2)
        self.note = label("muted", wrap=True)
        self.away = Bar("picture-in-picture-2", 1)
        self.window_: DataWindow | None = None
        self._connect()
        self._lay_out()
        self.retranslate()

    # What others ask for

    @property
    def name(self) -> str:
        """The name of the data set that is shown."""
        return self._names.get(self.document, sets.DEFAULT) if self.document else sets.DEFAULT

    @property
    def names(self) -> list[str]:
        """The names of the sets that there are."""
        return sets.set_names(self.document) if self.document else []

    @property
    def case(self) -> str:
        """The edge case that the mail is shown with; "" while it is shown with the set."""
        return self.trials.get(self.document, ("", ""))[1] if self.document else ""

    def show_set(self, name: str) -> None:
        """Show a set, here and in the mail."""
        if self.document is None:
            return
        self._names[self.document] = name
        self.trials.pop(self.document, None)
        self._load()
        if self.live is not None and self.live.shown.data != name:
            self.live.show_data(name)
        self.state_changed.emit()

    def next_set(self) -> None:
        """Show the next set; after the last the first."""
        names = self.names
        if names:
            self.show_set(names[(names.index(self.name) + 1) % len(names)] if self.name in names else names[0])

    def set_mode(self, mode: Mode) -> None:
        """Show form or JSON. Broken JSON stays what is shown until somebody mends it or gives it up."""
        self.mode = mode
        self._show()
        if mode == "form" and self._is_broken:
            self.fault.buttons[0].setFocus()
        self.state_changed.emit()

    def set_grown(self, grown: bool) -> None:
        """Ask for more room, or for as much as before."""
        if grown != self.is_grown:
            self.is_grown = grown
            self.header.show_grown(grown)
            self.enlarged.emit(grown)

    def pop_out(self) -> None:
        """Show the data in a window of its own."""
        if self.window_ is None:
            self.set_grown(False)
            self.window_ = DataWindow(self._body, self.window())
            self.window_.closed.connect(self._came_back)
            self.header.show_windowed(True)
            self.away.say(self._away_words)
            self.window_.show()
        self.window_.raise_()
        self.window_.activateWindow()

    # The document

    def set_document(self, document: OpenDocument | None, live: LiveMailer | None) -> None:
        """Remember the page of the document that is left."""
        if self.document is not None:
            self._paths[self.document] = self.form.path
        super().set_document(document, live)

    def document_opened(self) -> None:
        """Show the data of another document."""
        self.form.path = self._paths.get(self.document, START) if self.document else START
        shown = self.live.shown.data if self.live else sets.DEFAULT
        if self.document is not None and isinstance(shown, str):
            self._names[self.document] = shown
        self.feed.follow(self.document)
        self._load()

    def document_edited(self, change: Change) -> None:
        """The template may use other values now."""
        self.feed.ask_again()

    def side_edited(self, name: str) -> None:
        """Follow an undo, or an edit elsewhere."""
        if not name.startswith("data/") or self.document is None:
            return
        self.feed.ask_again()
        names = self.names
        new = [each for each in names if each not in self._sets]
        if new or self.name not in names:  # made, renamed, deleted, or that undone
            self.show_set(new[0] if new else sets.DEFAULT)
        elif self.source is None or self.trouble is not None:
            self._load()
        elif name in {side_of(self.name), sets.draft_of(self.name)}:
            self.source.follow()
            self._show()
        else:
            self._show_header()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._away_words = self.tr("The data is shown in a window of its own.")
        self.away.buttons[0].setText(self.tr("Bring it back"))
        self.trial.buttons[0].setText(self.tr("Keep as a data set…"))
        self.trial.buttons[1].setText(self.tr("Back"))
        self.fault.buttons[0].setText(self.tr("Show the place"))
        self._show()

    # Inside

    def _wires(self, document: OpenDocument, live: LiveMailer | None) -> list[tuple[Any, Any]]:
        wires = super()._wires(document, live)
        return [*wires, (live.shown_changed, self._shown_changed)] if live is not None else wires

    def _shown_changed(self) -> None:
        """Another set was chosen elsewhere."""
        shown = self.live.shown.data if self.live else sets.DEFAULT
        if isinstance(shown, str) and shown != self.name:
            self.show_set(shown)

    @property
    def _is_broken(self) -> bool:
        return self.source is not None and self.source.written.fault is not None

    def _load(self) -> None:
        """Take another set, or the same one again."""
        self.source, self.trouble = None, None
        if self.document is not None:
            try:
                self.source = SetSource(self.document, self.name)
            except MailwrightError as error:
                self.trouble = error
        if self.source is not None:
            self.source.edited.connect(self._edited)
        self.json.show_source(self.source)
        self._show()

    def _edited(self, _change: Change) -> None:
        self._show()

    def _show(self) -> None:
        if self.document is None:
            self._pages.setCurrentWidget(self.note)
            self.setEnabled(False)
            return
        self.setEnabled(True)
        self._show_header()
        self._show_bars()
        if self.trouble is not None:
            language = current_language()
            self.note.setText(f"{what(self.trouble, language)} {advice(self.trouble, language)}")
            self._pages.setCurrentWidget(self.note)
        elif self._is_broken or (self.mode == "json" and not self.case):
            broken = self.tr("The mail keeps the last good data.")
            self.header.say(broken if self._is_broken else self.tr("The mail follows what you type."))
            self._pages.setCurrentWidget(self.json)
        else:
            self._show_form()
            self._pages.setCurrentWidget(self.form)
        self.header.show_mode("json" if self._pages.currentWidget() is self.json else "form")

    def _show_header(self) -> None:
        self._sets = self.names
        self.header.show_sets(self._sets, self.name)
        editable = self.document is not None and self.document.editable
        self.header.allow(edits=editable and not self.case, deletes=self.name != sets.DEFAULT)

    def _show_bars(self) -> None:
        fault = self.source.written.fault if self.source else None
        self.fault.setVisible(fault is not None)
        if fault is not None and self.source is not None:
            language = current_language()
            span = span_of(self.source.text, fault)
            line = self.source.text.count("\n", 0, span.start) + 1
            column = span.start - self.source.text.rfind("\n", 0, span.start)
            where = self.tr("Line {line}, column {column}:").format(line=line, column=column) + " "
            if self.mode == "form":  # which is asked for, and cannot come
                where = self.tr("Mend the JSON first, or go back to the last good data.") + f"\n{where}"
            self.fault.say(f"{where}{what(fault, language)} {advice(fault, language)}".strip())
            drafted = self.source.written.drafted
            self.fault.buttons[1].setText(self.tr("Back to the last good data") if drafted else self.tr("Start anew"))
        self.trial.setVisible(bool(self.case))
        if self.case:
            self.trial.say(
                self.tr("The mail is shown with: {case}. Nothing is saved.").format(case=case_title(self.case))
            )

    def _show_form(self) -> None:
        if self.source is not None and not self.feed.is_new:
            trial = self.live.shown.data if self.live and self.case else None
            data = self.source.written.data if trial is None or isinstance(trial, str) else trial
            self.feed.make(data, len(self.source.text))

    def _take_form(self, made: Formed) -> None:
        document = self.document
        if document is None:
            return
        if isinstance(made.form, MailwrightError):
            language = current_language()
            self.header.say(f"{what(made.form, language)} {advice(made.form, language)}", "danger")
            return
        editable = document.editable and not self.case
        self.form.show_form(made.form, made.known, FieldContext(document, self.jobs, editable))
        missing = made.missing
        words = self.tr("%n value(s) missing", "", missing) if missing else self.tr("The mail follows what you type.")
        self.header.say(words, "danger" if missing else "muted")

    def _known_changed(self) -> None:
        self.json.field.completer.shape = self.feed.known.root
        self._show()

    # What is changed

    def _wanted(self, path: DataPath, value: object, typing: bool) -> None:
        change = partial(without, path=path) if value is MISSING else partial(with_value, path=path, value=value)
        words = self.tr("Change data") if value is not MISSING else self.tr("Remove a value")
        self._change(words, change, merge=f"data:{self.name}:{path}" if typing else "")

    def _rows_wanted(self, path: DataPath, words: str, rows: list[int | New]) -> None:
        self._change(words, partial(_with_rows, path=path, rows=rows))

    def _change(self, words: str, change: Any, *, merge: str = "") -> None:
        """Make a change of the parts of the set, as a step of its own or one that goes on with typing."""
        document = self.document
        if document is None or self.source is None or self._is_broken:
            return
        try:
            text = edited(self.source.text, change, self.name)
            sets.write_set(document, self.name, text, words, merge=merge)
        except (MailwrightError, LookupError):
            self._show()  # what was changed is not there any more

    def _asked(self, verb: str) -> None:
        if verb == "grow":
            self.set_grown(not self.is_grown)
        elif verb == "window":
            self.pop_out()
        elif verb == "format":
            self.json.format()
        else:
            self.verbs.do(verb)

    def _mode_wanted(self, mode: Mode) -> None:
        self.set_mode(mode)

    def _json_wanted(self, path: DataPath) -> None:
        self.set_mode("json")
        self.json.go_to(path)

    def _give_up(self) -> None:
        """Go back to the last good data; what was typed is one undo away."""
        if self.document is not None and self.source is not None:
            act = sets.give_up_draft if self.source.written.drafted else sets.start_anew
            act(self.document, self.name, self.fault.buttons[1].text())

    def _keep(self) -> None:
        self.verbs.ask_new(f"case:{self.case}")

    def _back_to_set(self) -> None:
        self.show_set(self.name)

    def _bring_back(self) -> None:
        if self.window_ is not None:
            self.window_.close()

    def _came_back(self) -> None:
        self.window_ = None
        self.header.show_windowed(False)
        self.away.hide()
        self._column.insertWidget(0, self._body, 1)
        self._body.show()

    def _connect(self) -> None:
        self.feed.ready.connect(self._take_form)
        self.feed.known_changed.connect(self._known_changed)
        self.header.set_wanted.connect(self.show_set)
        self.header.mode_wanted.connect(self._mode_wanted)
        self.header.asked.connect(self._asked)
        self.form.wanted.connect(self._wanted)
        self.form.rows_wanted.connect(self._rows_wanted)
        self.form.json_wanted.connect(self._json_wanted)
        self.form.list_shown.connect(self.room_wanted)
        self.fault.buttons[0].clicked.connect(self.json.go_to_fault)
        self.fault.buttons[1].clicked.connect(self._give_up)
        self.away.buttons[0].clicked.connect(self._bring_back)
        self.trial.buttons[0].clicked.connect(self._keep)
        self.trial.buttons[1].clicked.connect(self._back_to_set)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for each in (self.form, self.json, self.note):
            self._pages.addWidget(each)
        self.note.setMargin(2 * GRID)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.fault, self.trial):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self.away)
        self._column.addStretch()


def _with_rows(parts: Any, *, path: DataPath, rows: list[int | New]) -> Any:
    before = value_at(parts, path) if has(parts, path) else []
    return with_value(parts, path, rearranged(before if isinstance(before, list) else [], rows))
