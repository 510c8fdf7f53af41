"""A font stack, with a line set in it: in the face itself, or in the one that this computer falls back to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.panels.brand_panel.field import Field
from desktop.widgets import label

#: Stacks that every mail program has.
SAFE = (
    "Arial, Helvetica, sans-serif",
    "Helvetica, Arial, sans-serif",
    "Verdana, Geneva, sans-serif",
    "Tahoma, Geneva, sans-serif",
    "'Trebuchet MS', Helvetica, sans-serif",
    "Georgia, 'Times New Roman', serif",
    "'Times New Roman', Times, serif",
    "'Palatino Linotype', Palatino, serif",
    "'Courier New', Courier, monospace",
)
#: Faces, or their twins under another name, that every reader has: nobody needs to be told of those.
EVERYWHERE = {name.strip("'") for stack in SAFE for name in stack.split(", ")} | {""}
#: What a computer without Microsoft's or Apple's faces shows in their place.
GENERIC = {"serif": QFont.StyleHint.Serif, "monospace": QFont.StyleHint.Monospace}


def families(stack: str) -> list[str]:
    """The names in a stack, without quotes."""
    return [name for part in stack.split(",") if (name := part.strip().strip("\"'").strip())]


def shown_font(stack: str) -> tuple[QFont, str]:
    """The font that this computer shows a stack in, and the name of its first face if that one is missing."""
    names = families(stack)
    found = next((name for name in names if QFontDatabase.hasFamily(name)), "")
    font = QFont(found or "sans-serif")
    font.setStyleHint(GENERIC.get(names[-1] if names else "", QFont.StyleHint.SansSerif))
    return font, "" if not names or names[0] == found else names[0]


class _Specimen(QWidget):
    """A few words in a face."""

    def __init__(self, *, heading: bool) -> None:
        super().__init__()
        self.text = ""
        self._heading = heading
        self._font = QFont()
        self.setFixedHeight(34 if heading else 26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_font(self, font: QFont) -> None:
        """Set the words in this face."""
        self._font = QFont(font)
        self._font.setPixelSize(20 if self._heading else 14)
        self._font.setBold(self._heading)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many words as there is room for."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        text = QFontMetrics(self._font).elidedText(self.text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


class FontField(Field):
    """A stack as CSS writes it: typed, or one of those that every mail program has."""

    def __init__(self, *, heading: bool = False) -> None:
        super().__init__()
        self._heading = heading
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.addItems(SAFE)
        for place, stack in enumerate(SAFE):
            self.box.setItemData(place, shown_font(stack)[0], Qt.ItemDataRole.FontRole)
        self.box.editTextChanged.connect(self._typed)
        self.title.setBuddy(self.box)
        self.specimen, self.fallback = _Specimen(heading=heading), label("tiny", wrap=True)
        for each in (self.box, self.specimen, self.fallback):
            self.body.addWidget(each)

    @property
    def value(self) -> str:
        """The stack."""
        return self.box.currentText().strip()

    def fault(self) -> str:
        """Nothing at all, or what would break a style sheet."""
        if families(self.value) and not set(self.value) & set("{};<>"):
            return ""
        return self.tr("Write families with commas between them, such as Georgia, serif.")

    def set_value(self, value: str) -> None:
        """Show a stack, from its beginning."""
        self.box.setEditText(value)
        line = self.box.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def set_title(self, title: str) -> None:
        """Name the list for screen readers too."""
        super().set_title(title)
        self.box.setAccessibleName(title)

    def refresh(self) -> None:
        """Show the words in the face."""
        super().refresh()
        font, missing = shown_font(self.value)
        text = self.tr("A letter worth opening") if self._heading else self.tr("Thank you for your order.")
        self.specimen.text = text
        self.specimen.show_font(font)
        said = self.tr("{font} is not on this computer: a fallback is shown, as many readers will see it.")
        rare = missing not in EVERYWHERE
        self.fallback.setText(said.format(font=missing) if rare else "")
        self.fallback.setVisible(rare)

    def _typed(self) -> None:
        self.refresh()
        self.edited.emit()
