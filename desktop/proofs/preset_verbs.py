"""What a person does with sets of clients of their own: each change is a job, after which everything is read again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.question import DeleteQuestion
from desktop.jobs import Job, Jobs
from desktop.tokens.form import Form
from desktop.widgets import label
from renderers.clients.own_presets import delete_preset, rename_preset, save_preset
from templates.workspace import Workspace

LONGEST = 60
"""Characters of a name, where one is typed."""


class PresetVerbs(QObject):
    """Saves, renames and deletes sets; ``changed`` says that there are others."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._around = workspace, jobs, parent
        self.dialog: PresetNameDialog | DeletePresetDialog | None = None

    def save(self, clients: Sequence[str], taken: Collection[str] = ()) -> None:
        """Ask for a name, and keep these clients under it; in place of others, where it is one of those ``taken``."""
        dialog = PresetNameDialog("", self._around, taken)
        dialog.wanted.connect(
            lambda: dialog.follow(self._do(lambda: save_preset(self._workspace, dialog.edit.text(), clients)))
        )
        self._open(dialog)

    def rename(self, id_: str, name: str) -> None:
        """Ask for another name."""
        dialog = PresetNameDialog(name, self._around)
        dialog.wanted.connect(
            lambda: dialog.follow(self._do(lambda: rename_preset(self._workspace, id_, dialog.edit.text())))
        )
        self._open(dialog)

    def delete(self, id_: str, name: str) -> None:
        """Ask, then forget it; the clients stay ticked."""
        dialog = DeletePresetDialog(name, self._around)
        dialog.accepted.connect(
            lambda: self._do(lambda: delete_preset(self._workspace, id_)).failed.connect(self.failed)
        )
        self._open(dialog)

    def _open(self, dialog: PresetNameDialog | DeletePresetDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _do(self, work: Callable[[], object]) -> Job:
        job = self._jobs.run(self.tr("Saving the presets"), lambda job: work(), quiet=True)
        job.succeeded.connect(lambda _: self.changed.emit())
        return job


class PresetNameDialog(Form):
    """Asks for the name of a set; it stays open until the name is kept."""

    def __init__(self, name: str, parent: QWidget, taken: Collection[str] = ()) -> None:
        super().__init__(parent)
        self._name, self._taken = name, {each.casefold() for each in taken}
        self.edit, self._caption = QLineEdit(name, maxLength=max(LONGEST, len(name))), label("caption")
        self.replaced = label("warning", wrap=True)
        self.add_field(self._caption, self.edit)
        self.fields.addWidget(self.replaced)
        self.edit.selectAll()
        self.edit.textChanged.connect(self.check)
        self.retranslate()

    @property
    def is_complete(self) -> bool:
        """Some other name."""
        return bool(self.edit.text().strip()) and self.edit.text().strip() != self._name

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Rename the preset") if self._name else self.tr("Save these clients"))
        self._caption.setText(self.tr("Name of the preset"))
        self.edit.setAccessibleName(self._caption.text())
        self.edit.setPlaceholderText(self.tr("Such as: our newsletter"))
        self.replaced.setText(self.tr("There is a preset of this name: its clients are replaced."))
        self.check()

    def check(self) -> None:
        """Say what the button would do."""
        super().check()
        replaces = " ".join(self.edit.text().split()).casefold() in self._taken
        self.replaced.setVisible(replaces)
        save = self.tr("Replace") if replaces else self.tr("Save")
        self.go.setText(self.tr("Rename") if self._name else save)


class DeletePresetDialog(DeleteQuestion):
    """Accepted: delete it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Delete the preset"))
        self.question.setText(self.tr("Delete “{name}”?").format(name=self._name))
        self.more.setText(self.tr("It is a set of this workspace: whoever shares it cannot use it any more either."))
