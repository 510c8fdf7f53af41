"""What the inspector's editors may want to know of the mail around the value that they show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.document import OpenDocument
from desktop.editor.inspector.colours import resolved, used_colours
from desktop.jobs import Jobs
from desktop.merge_tags.names import names_for
from templates.assemble import brand_of
from templates.errors import InputError, MailwrightError
from templates.known_names import KnownName
from templates.source.inherited import Defaults, defaults
from templates.source.mail_settings import first
from templates.source.tree import SourceTree

NO_DEFAULTS = Defaults({}, {}, {})


class Target(NamedTuple):
    """What the editors show the values of: a component, 0 for none."""

    document: OpenDocument | None
    node: int


class MailContext(QObject):
    """The brand, the head and the files of the document that is shown."""

    brand_changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.document: OpenDocument | None = None
        self.folds: dict[str, bool] = {}  # which groups are open, by name: alike for every component
        self.target = Target(None, 0)
        self.data: str | Mapping[str, Any] = "default"
        """The data that the mail is shown with."""
        self.brand: Mapping[str, Any] = {}
        self.defaults = NO_DEFAULTS
        self._head: tuple[str, ...] = ()
        self._files: dict[Path, int] = {}  # what was read, and when it was written

    def show(self, document: OpenDocument | None) -> None:
        """Take another document."""
        self.document = document
        self.refresh()

    def refresh(self) -> None:
        """Read the brand and the included parts again: they may be other files than a moment ago."""
        self._head = ()
        self._files = {}
        brand = self._read_brand()
        if brand != self.brand:
            self.brand = brand
            self.brand_changed.emit()
        if self.document is not None:
            self.follow(self.document.seen_tree)

    def follow(self, tree: SourceTree) -> None:
        """Read the head again when it is another one."""
        head = first(tree, "mj-head")
        said = (tree.source(head) if head else "", *(tree.source(one) for one in tree.elements("mj-include")))
        if said != self._head and self.document is not None:
            self._head = said
            self.defaults = defaults(tree, self.document.folder.id, self._include)

    def is_stale(self) -> bool:
        """Whether a file that was read for the document is another one now."""
        return any(_written(path) != then for path, then in self._files.items())

    def names(self) -> list[KnownName]:
        """What a merge tag may print in the component that is shown."""
        return names_for(self.document, self.data, self.target.node) if self.document is not None else []

    def resolved(self, value: str) -> str:
        """Put the brand's values in the place of its references."""
        return resolved(value, self.brand)

    def brand_colours(self) -> dict[str, str]:
        """The brand's colours by role."""
        colours = self.brand.get("colour", {})
        return {role: str(value) for role, value in colours.items()}

    def used_colours(self) -> list[str]:
        """The colours that are in the mail."""
        return used_colours(self.document.seen_tree) if self.document else []

    def own_fonts(self) -> list[str]:
        """The names of the fonts that the mail declares."""
        if self.document is None:
            return []
        return [name for one in self.document.seen_tree.elements("mj-font") if (name := one.value("name"))]

    def classes(self) -> list[str]:
        """The names of the classes that the mail's head defines."""
        return sorted(name for name in self.defaults.classes if name)

    def _include(self, path: str, from_: str) -> tuple[str, str]:
        if self.document is None:
            raise InputError("There is no folder here to include {path} from.", path=path)
        workspace = self.document.workspace
        text, name = workspace.include(path, from_)
        self._remember(workspace.root / name)
        return text, name

    def _remember(self, path: Path) -> None:
        self._files[path] = _written(path)

    def _read_brand(self) -> Mapping[str, Any]:
        """No brand is no trouble here: the mail's own build says what is missing."""
        if self.document is None:
            return {}
        try:
            brand = brand_of(self.document.workspace, self.document.folder)
        except MailwrightError:
            return {}
        self._remember(self.document.workspace.root / str(brand["path"]) / "brand.toml")
        return brand


def _written(path: Path) -> int:
    """When a file was last written; 0 when there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
