"""The foot of the window: what it costs and who pays, why not if it cannot be, and the button that says yes."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.language import current_language
from desktop.proofs.quote import Quote
from desktop.proofs.words import cost_words, counted, notes, refusal_words, selection_names
from desktop.widgets import GRID, Translated, button, label, set_role, styled
from templates.errors import MailwrightError


class Asking(Enum):
    """What there is instead of a cost."""

    NO_CLIENT = auto()
    COUNTING = auto()


class CostBar(Translated, QWidget):
    """Shows what is known of the cost; pressing a button is for others to follow."""

    render_wanted = Signal()
    stop_wanted = Signal()
    retry_wanted = Signal()
    failed_wanted = Signal()
    """Take those again that failed."""
    fewer_wanted = Signal()
    only_wanted = Signal(int)
    """At most so many new pictures: as many as there are tokens."""
    tokens_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "cost")
        self._known: Quote | MailwrightError | Asking = Asking.COUNTING
        self._running = self._again = False
        self._failed = 0
        self.line, self.notes = label("strong", wrap=True), label("muted", wrap=True)
        self.warning = label("warning", wrap=True)
        self.retry, self.fewer, self.tokens, self.close_button = button(), button(), button(), button(quiet=True)
        self.failed, self.only = button(), button()
        self.go, self.stop = button(primary=True), button()
        for made, signal in (
            (self.retry, self.retry_wanted),
            (self.failed, self.failed_wanted),
            (self.fewer, self.fewer_wanted),
            (self.tokens, self.tokens_wanted),
            (self.close_button, self.close_wanted),
            (self.go, self.render_wanted),
            (self.stop, self.stop_wanted),
        ):
            made.clicked.connect(signal)
        self.only.clicked.connect(self._want_only)
        self.go.setShortcut("Ctrl+Return")
        self._lay_out()
        self.retranslate()

    @property
    def quote(self) -> Quote | None:
        """The cost, where it is known."""
        return self._known if isinstance(self._known, Quote) else None

    def show_known(self, known: Quote | MailwrightError | Asking) -> None:
        """Say the cost, why it is not known, or that it is being asked for."""
        self._known = known
        self._refresh()

    def show_running(self, running: bool) -> None:
        """While a run is under way there is nothing to pay, only to stop; afterwards it is again."""
        self._again = self._again or running
        self._running = running
        self.stop.setEnabled(True)
        self._refresh()

    def show_failed(self, count: int) -> None:
        """So many pictures of the run failed, and may be taken again."""
        self._failed = count
        self._refresh()

    def show_stopping(self) -> None:
        """The run ends as soon as what is under way is paid and kept."""
        self.stop.setEnabled(False)
        self.stop.setText(self.tr("Stopping…"))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.retry.setText(self.tr("Try again"))
        self.fewer.setText(self.tr("Choose fewer clients"))
        self.only.setToolTip(self.tr("Those that cover most of your audience, or else most clients"))
        self.tokens.setText(self.tr("Tokens…"))
        self.close_button.setText(self.tr("Close"))
        self._refresh()

    def _refresh(self) -> None:
        quote, refused = self.quote, self.quote.missing if self.quote else None
        failed = isinstance(self._known, MailwrightError)
        self.line.setText(self._line())
        plain = "" if self._running or isinstance(self._known, Asking) else "strong"
        set_role(self.line, "danger" if failed or refused else plain or "muted")
        told = list(notes(quote)) if quote and not refused and not self._running else []
        for note, is_warning in ((self.warning, True), (self.notes, False)):
            note.setText(" ".join(text for text, warns in told if warns == is_warning))
            note.setVisible(bool(note.text()))
            note.setToolTip(selection_names(quote) if quote else "")
        self.retry.setVisible(failed and not self._running)
        self.failed.setVisible(bool(self._failed) and quote is not None and not self._running)
        self.failed.setText(counted.try_again(self._failed))
        self.tokens.setVisible(refused is not None and not self._running)
        self.only.setVisible(self._affordable > 0 and not self._running)
        self.only.setText(counted.only(self._affordable))
        self.fewer.setVisible(refused is not None and not self._affordable and not self._running)
        self.stop.setVisible(self._running)
        self.go.setVisible(not self._running)
        self.close_button.setVisible(not self._running)
        self.go.setEnabled(quote is not None and refused is None and bool(quote.shots))
        self.stop.setText(self.tr("Stop"))
        self.go.setText(self._go_text())
        self.go.setShortcut("Ctrl+Return")  # a button's text takes its shortcut away
        self.go.setToolTip(self.line.text() if refused else self.tr("Take the pictures (Ctrl+Enter)"))

    @property
    def _affordable(self) -> int:
        """How many of the pictures could be paid, where not all can."""
        quote = self.quote
        if quote is None or quote.missing is None or len(quote.payers) > 1:
            return 0
        return max(0, quote.missing.cost.available)

    def _want_only(self) -> None:
        self.only_wanted.emit(self._affordable)

    def _line(self) -> str:
        if self._running:
            return self.tr("Each picture is charged when it is there. What fails, or is stopped, costs nothing.")
        if isinstance(self._known, MailwrightError):
            return explain(self._known, current_language())
        if isinstance(self._known, Quote):
            refused = self._known.missing
            if not self._known.shots:
                return self.tr("No client fits: allow more new pictures.")
            return refusal_words(self._known, refused) if refused else cost_words(self._known)
        return {
            Asking.NO_CLIENT: self.tr("Choose at least one client."),
            Asking.COUNTING: self.tr("Counting what it costs…"),
        }[self._known]

    def _go_text(self) -> str:
        quote = self.quote
        if quote is None:
            return self.tr("Render")
        if quote.plan.tokens:
            return self.tr("Render – {tokens}").format(tokens=counted.tokens(quote.plan.tokens))
        if self._again:
            return self.tr("Render again – costs nothing")
        return self.tr("Render – costs nothing")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        for each in (self.line, self.warning, self.notes):
            words.addWidget(each)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        row.addSpacing(GRID)
        for made in (
            self.retry,
            self.failed,
            self.only,
            self.fewer,
            self.tokens,
            self.close_button,
            self.stop,
            self.go,
        ):
            row.addWidget(made)
        self.setMinimumHeight(80)  # three lines: what is above stays where it is
