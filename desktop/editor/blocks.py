"""The palette: blocks to be dragged into the mail, or inserted where one is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.insertion import insert_below
from desktop.editor.panel import DocumentPanel
from desktop.editor.part_pictures import Part
from desktop.editor.part_studio import PartStudio, brand_of, language_of
from desktop.editor.part_view import PartView
from desktop.editor.schematic import is_empty
from desktop.icons import icon
from desktop.jobs import Jobs
from desktop.models.block_model import PART, BlockModel
from desktop.widgets import GRID, button, label, rule, styled
from templates.blocks import Block, blocks
from templates.blocks.brand_styles import brand_styles, has_brand_styles
from templates.errors import MailwrightError


class BlocksPanel(DocumentPanel):
    """Searches and shows the blocks."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(clearButtonEnabled=True)
        self._search_icon = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = BlockModel(blocks(), self)
        self.view = PartView()
        self.view.setModel(self.model)
        self.hint = label("muted", wrap=True)
        self.dress = button()
        self.dress.clicked.connect(self.use_brand)
        self.nothing = label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.studio = PartStudio(jobs, self)
        self.studio.taken.connect(self._picture_taken)
        self.studio.look_changed.connect(self.model.forget_pictures)
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._insert_first)
        self.view.inserted.connect(self._inserted)
        self._lay_out()
        self.retranslate()

    def document_opened(self) -> None:
        """The blocks come in the language and in the look of the document."""
        self.model.language = language_of(self.document)
        self.setEnabled(self.document is not None and self.document.editable)
        self._tell()
        self._take_pictures()

    def document_parsed(self) -> None:
        """The brand's styles may have come or gone. Looking for them takes its time, so only when somebody looks."""
        if self.isVisible():
            self._tell()

    def side_edited(self, name: str) -> None:
        """Language and brand stand in ``template.toml``."""
        if name == "template.toml":
            self.document_opened()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the pictures when somebody looks; the brand may be another since the last time."""
        super().showEvent(event)
        self._tell()
        self._take_pictures()

    def changeEvent(self, event: object) -> None:
        """Follow theme and language."""
        super().changeEvent(event)  # type: ignore[arg-type]  # Qt passes a QEvent
        self._search_icon.setIcon(icon("search"))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Search blocks"))
        self.search.setAccessibleName(self.tr("Search blocks"))
        self.view.setAccessibleName(self.tr("Blocks"))
        self.dress.setText(self.tr("Use the brand’s styles"))
        self.nothing.setText(self.tr("No block is called that. Try “button”, “price” or “date”."))
        self.model.retranslate()
        self._tell()

    def focus_search(self) -> None:
        """Bring the caret into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def insert(self, block: Block) -> bool:
        """Put a block below what is selected; with nothing selected to the end, before the footer."""
        document = self.document
        if document is None:
            return False
        source = block.source(self.model.language)
        return insert_below(document, source, origin="blocks", footer=block.group == "footer")

    def use_brand(self) -> bool:
        """Give the mail the brand's fonts, colours and classes, which the blocks are made for."""
        document = self.document
        if document is None or has_brand_styles(document.tree):
            return False
        try:
            edits = brand_styles(document.tree, brand_of(document))
        except MailwrightError:
            return False
        return document.edit(self.tr("Use the brand’s styles"), edits, origin="blocks")

    def _tell(self) -> None:
        """What can be done here, or that the blocks will look plain."""
        plain = self.document is not None and not has_brand_styles(self.document.seen_tree)
        self.dress.setVisible(plain)
        if plain:
            self.hint.setText(self.tr("This template does not use the brand’s styles: blocks look plain in it."))
        else:
            self.hint.setText(self.tr("Drag a block into the mail, or press Enter to insert it below the selection."))

    def _inserted(self, index: QModelIndex) -> None:
        block = index.data(PART)
        if isinstance(block, Block):
            self.insert(block)

    def _insert_first(self) -> None:
        """Enter in the search field takes the first block found, like a palette."""
        self._inserted(self.model.index(1))

    def _searched(self, words: str) -> None:
        self.model.set_words(words)
        self._stack.setCurrentIndex(0 if self.model.found else 1)

    def _take_pictures(self) -> None:
        document = self.document
        if document is None or not self.isVisible():
            return
        try:
            folder = f"brands/{brand_of(document)}"
        except MailwrightError:
            return
        language = self.model.language
        today = date.today()
        shown = [one for one in blocks() if not is_empty(one.mjml)]
        parts = [Part(one.id, one.source(language), one.data(language, today=today, brand=folder)) for one in shown]
        self.studio.take(document, parts)

    def _picture_taken(self, key: str, image: QImage) -> None:
        self.model.take_picture(key, image)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(framed(self.nothing, GRID, 4 * GRID, 2 * GRID, 4 * GRID))
        styled(self, "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(framed(self.search, 12, 10, 12, 2))
        column.addWidget(framed(self._stack, GRID, 0, 0, 0), 1)
        column.addWidget(rule())
        column.addWidget(framed(self.hint, 12, GRID, 12, 10, below=self.dress))


def framed(widget: QWidget, left: int, top: int, right: int, bottom: int, *, below: QWidget | None = None) -> QWidget:
    """A widget, perhaps with another one below it, with room around them."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(left, top, right, bottom)
    column.setSpacing(GRID)
    column.addWidget(widget)
    if below is not None:
        column.addWidget(below)
    return frame
