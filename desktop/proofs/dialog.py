"""Render previews: choose clients, see the cost, pay, watch the pictures come. It stays open beside the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.preferences import Preferences
from desktop.proofs.choice_pane import ChoicePane
from desktop.proofs.choices import Choices, read_choices
from desktop.proofs.client_hover import ClientHover
from desktop.proofs.cost_asker import CostAsker
from desktop.proofs.cost_bar import Asking, CostBar
from desktop.proofs.engine_dialog import EngineDialog
from desktop.proofs.opens_dialog import OpensDialog
from desktop.proofs.preset_verbs import PresetVerbs
from desktop.proofs.proof_view import largest_card
from desktop.proofs.quote import Asked, Quote
from desktop.proofs.rendering import Outcome, Rendering
from desktop.proofs.sheet_pane import SheetPane
from desktop.proofs.wallet import Wallet
from desktop.proofs.wish import LastChoice, last_choice, remember_choice
from desktop.widgets import Translated, rule
from renderers.proofs.proof import Shot
from renderers.render.cache import PictureCache
from templates.errors import MailwrightError
from templates.workspace import Workspace

Ask = Callable[[Callable[[], object]], object]
"""Ask about what is unsaved in the templates, then go on."""


class RenderDialog(Translated, QDialog):
    """The only place of the window where pictures cost tokens."""

    tokens_wanted = Signal()
    run_ended = Signal()
    """There may be fewer tokens than before."""

    def __init__(
        self,
        workspace: Workspace,
        templates: Sequence[str],
        jobs: Jobs,
        preferences: Preferences,
        ask_unsaved: Ask,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._workspace, self._jobs, self._preferences = workspace, jobs, preferences
        self._ask_unsaved = ask_unsaved
        self._wallet = Wallet(workspace)
        self._asker = CostAsker(workspace, jobs, self._wallet, self)
        self._rendering: Rendering | None = None
        self.choice, self.cost = ChoicePane(templates), CostBar()
        self.sheet = SheetPane(jobs, workspace, preferences.picture_cache())
        self.sets = PresetVerbs(workspace, jobs, self)
        self.hover = ClientHover(self.choice.tree, workspace, jobs, self.choice.shot_of)
        self._connect()
        self._lay_out()
        self.retranslate()
        last = last_choice(preferences)
        self.choice.choose(last.clients, last.modes)
        self.choice.allow(last.most)
        self._read_choices()

    @property
    def templates(self) -> tuple[str, ...]:
        """What is shown in the pictures."""
        return self.choice.templates

    @property
    def is_running(self) -> bool:
        """Whether pictures are being taken."""
        return self._rendering is not None

    # The cost

    def ask_cost(self) -> None:
        """What is known of the cost may be too old: ask again when the ticking rests."""
        if self.is_running:
            return
        chosen = bool(self.choice.wish.clients)
        self.cost.show_known(Asking.COUNTING if chosen else Asking.NO_CLIENT)
        self._asker.stop()
        if chosen:
            self._asker.ask(self._question)

    def _question(self) -> tuple[Asked, PictureCache]:
        return self.choice.asked, self._preferences.picture_cache()

    def _quoted(self, found: object) -> None:
        if isinstance(found, Quote):
            self.cost.show_known(found)
            self.choice.engines.show_missing(found.missing_engines)

    def _not_quoted(self, error: object) -> None:
        self._wallet.forget()
        if isinstance(error, MailwrightError):
            self.cost.show_known(error)

    # The run

    def render_now(self) -> None:
        """Take the pictures for what they were said to cost; what is unsaved is asked about first."""
        if self.cost.quote is not None and self.cost.quote.missing is None and not self.is_running:
            self._ask_unsaved(self._start)

    def try_failed(self) -> None:
        """Take those of the last run again that failed; each costs a token at most, as it would have then."""
        if self.sheet.failed and not self.is_running:
            self._ask_unsaved(lambda: self._begin(self.sheet.failed, len(self.sheet.failed)))

    def stop(self) -> None:
        """End the run; what is done is kept."""
        if self._rendering is not None:
            self._rendering.stop()
            self.cost.show_stopping()

    def _start(self) -> None:
        known = self.cost.quote
        if known is not None:  # while somebody was asked, the cost became another one
            self._begin(known.shots, known.plan.tokens)

    def _begin(self, shots: Sequence[Shot], agreed: int) -> None:
        if self.is_running:
            return
        self._asker.stop()
        cache = self._preferences.picture_cache()
        self._rendering = Rendering(self._workspace, shots, self._wallet, cache, agreed, largest_card())
        self.sheet.begin(shots)
        self._refresh()
        job = self._jobs.run_async(self.tr("Rendering previews"), self._rendering.work, quiet=True)
        job.reported.connect(self.sheet.take)
        job.succeeded.connect(self._rendered)
        job.failed.connect(self._not_rendered)
        job.ended.connect(self._ended)

    def _rendered(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            self.sheet.end(outcome)

    def _not_rendered(self, error: object) -> None:
        self._wallet.forget()
        if isinstance(error, MailwrightError):
            self.sheet.end(error)

    def _ended(self) -> None:
        self._rendering = None
        self.cost.show_failed(len(self.sheet.failed))
        self._refresh()
        self.run_ended.emit()
        self.ask_cost()

    # The frame

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Render previews"))

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back from the editor or the tokens finds another cost."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.ask_cost()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from one picture back to all, and never out of a run."""
        escapes = event.key() == Qt.Key.Key_Escape
        if escapes and self.sheet.is_enlarged:
            self.sheet.back()
        elif not (escapes and self.is_running):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """However it is closed: stop the work that nobody waits for any more; a run keeps what is done."""
        wish = self.choice.wish
        if wish.clients:
            most = self.choice.asked.most
            remember_choice(self._preferences, LastChoice(wish.clients, wish.modes, most))
        self._asker.stop()
        self.hover.leave()
        self.sheet.picture.stop()
        if self._rendering is not None:
            self._rendering.stop(for_good=True)
        else:
            wallet = self._wallet
            self._jobs.run(self.tr("Closing the ledger"), lambda job: wallet.close(), quiet=True)
        super().done(result)

    def _read_choices(self) -> None:
        workspace, templates = self._workspace, self.templates
        job = self._jobs.run(
            self.tr("Reading the data sets"), lambda job: read_choices(workspace, templates), quiet=True
        )
        job.succeeded.connect(self._choices_read)
        job.failed.connect(self._not_quoted)

    def _choices_read(self, choices: object) -> None:
        if isinstance(choices, Choices):
            self.choice.show_choices(choices)

    def show_opens(self) -> OpensDialog:
        """Choose the clients by an export of opens."""
        dialog = OpensDialog(self._workspace, self.choice.choices.clients, self._jobs, self)
        dialog.used.connect(self._use_opens)
        dialog.open()
        return dialog

    def _use_opens(self, clients: tuple[str, ...]) -> None:
        self.choice.choose_clients(clients)
        self._read_choices()

    def _save_preset(self) -> None:
        taken = [each.name for each in self.choice.choices.clients.presets.values()]
        self.sets.save(self.choice.wish.clients, taken)

    def _rename_preset(self, id_: str) -> None:
        self.sets.rename(id_, self.choice.choices.clients.presets[id_].name)

    def _delete_preset(self, id_: str) -> None:
        self.sets.delete(id_, self.choice.choices.clients.presets[id_].name)

    def _install_engine(self, name: str) -> None:
        dialog = EngineDialog(name, self._jobs, self)
        dialog.added.connect(self.ask_cost)
        dialog.open()

    def _refresh(self) -> None:
        self.choice.set_open(not self.is_running)
        self.cost.show_running(self.is_running)

    def _go_to_clients(self) -> None:
        self.choice.search.clear()
        self.choice.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.choice.changed.connect(self.ask_cost)
        self.choice.opens_wanted.connect(self.show_opens)
        self.choice.presets.save_wanted.connect(self._save_preset)
        self.choice.presets.rename_wanted.connect(self._rename_preset)
        self.choice.presets.delete_wanted.connect(self._delete_preset)
        self.choice.engines.install_wanted.connect(self._install_engine)
        self.sets.changed.connect(self._read_choices)
        self.sets.failed.connect(self.choice.show_error)
        self._asker.answered.connect(self._quoted)
        self._asker.failed.connect(self._not_quoted)
        self.sheet.enlarged.connect(self.choice.setHidden)  # a picture at full size needs the room
        self.cost.render_wanted.connect(self.render_now)
        self.cost.stop_wanted.connect(self.stop)
        self.cost.retry_wanted.connect(self._try_again)
        self.cost.failed_wanted.connect(self.try_failed)
        self.cost.fewer_wanted.connect(self._go_to_clients)
        self.cost.only_wanted.connect(self.choice.allow)
        self.cost.tokens_wanted.connect(self.tokens_wanted)
        self.cost.close_wanted.connect(self.close)

    def _try_again(self) -> None:
        self._read_choices()
        self.ask_cost()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.choice)
        both.addWidget(self.sheet, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(rule())
        column.addWidget(self.cost)
        self.setMinimumSize(880, 560)
        self.resize(1120, 720)
