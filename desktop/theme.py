"""The look: two tables of colour roles, the palettes and the style sheet made from them.

Fusion with palettes of our own looks the same on every system and can be tested; Qt's own colour scheme switch does
nothing on some platforms.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from assets import asset
from desktop.icons import tinted_svg

ThemeName = Literal["system", "light", "dark"]

FONT_PIXELS = 13
SHEETS = ("theme.qss", "theme_editor.qss", "theme_data.qss", "theme_rules.qss", "theme_tokens.qss", "theme_proofs.qss")


@dataclass(frozen=True)
class Roles:
    """What each colour is for; every value is ``#rrggbb``."""

    window: str  # the ground of the window
    surface: str  # panels, fields, cards
    sunken: str  # the ground that cards and the mail lie on
    hover: str  # a control under the pointer
    text: str
    muted: str  # second-rank text
    line: str  # borders that only separate
    edge: str  # borders that show where a control is
    accent: str
    on_accent: str
    soft: str  # the ground of what is selected
    on_soft: str
    focus: str
    danger: str
    warning: str
    success: str


LIGHT = Roles(
    window="#f7f8fa", surface="#ffffff", sunken="#eef0f4", hover="#e9ebf0", text="#191c22", muted="#5a6170",
    line="#e1e4ea", edge="#c6cbd5", accent="#4250d6", on_accent="#ffffff", soft="#e8eafc", on_soft="#2f3bb0",
    focus="#4250d6", danger="#b3261e", warning="#835400", success="#1b6e45",
)  # fmt: skip
DARK = Roles(
    window="#17181c", surface="#1f2126", sunken="#121317", hover="#2a2d34", text="#eceef2", muted="#a3a9b6",
    line="#2e3138", edge="#474b55", accent="#98a3ff", on_accent="#14162b", soft="#2b2f55", on_soft="#c9cfff",
    focus="#98a3ff", danger="#ff9d94", warning="#ecc06c", success="#7fd8a9",
)  # fmt: skip

#: Text on its ground: at least 4.5:1.
TEXT_PAIRS = (
    *product(("text", "muted", "danger", "warning", "success", "accent"), ("window", "surface", "sunken")),
    *(("text", "hover"), ("text", "soft"), ("on_soft", "soft"), ("on_accent", "accent")),
)
#: A shape that must be found: at least 3:1.
SHAPE_PAIRS = (("focus", "window"), ("focus", "surface"), ("focus", "sunken"), ("focus", "soft"))

_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "window",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "soft",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "sunken",
}
_TEXTS = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)
#: Small pictures that a style sheet needs as files: name of the file, icon, role that tints it.
_PICTURES = {
    "down": ("chevron-down", "muted"),
    "right": ("chevron-right", "muted"),
    "check": ("check", "on_accent"),
    "some": ("minus", "on_accent"),
    "close": ("x", "muted"),
}


def palette(roles: Roles) -> QPalette:
    """The Qt palette of a table of roles."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, QColor(getattr(roles, name)))
    for role in _TEXTS:
        made.setColor(QPalette.ColorGroup.Disabled, role, faded(roles))
    return made


def roles_of(palette: QPalette) -> Roles:
    """Return the table that a palette was made from."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def roles_of_now() -> Roles:
    """Return the table of the theme that is on."""
    return roles_of(QGuiApplication.palette())


def faded(roles: Roles) -> QColor:
    """The colour of what cannot be used now; WCAG asks no contrast of it, people do."""
    text, ground = QColor(roles.muted), QColor(roles.surface)
    channels = ((text.red(), ground.red()), (text.green(), ground.green()), (text.blue(), ground.blue()))
    return QColor(*(round(0.62 * ink + 0.38 * paper) for ink, paper in channels))


def style_sheet(roles: Roles, pictures: Path) -> str:
    """The sheets with the roles filled in; ``pictures`` is the folder of the small pictures."""
    text = "\n".join((Path(__file__).parent / name).read_text("utf-8") for name in SHEETS)
    return Template(text).substitute(asdict(roles), faded=faded(roles).name(), pictures=pictures.as_posix())


class Appearance(QObject):
    """Keeps the application in its theme; ``changed`` comes after a switch."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._theme: ThemeName = "system"
        self._dressed = False
        self._folder = QTemporaryDir()
        self.roles = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(_font())
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    def set_theme(self, theme: ThemeName) -> None:
        """Dress the application: ``system`` follows the system's light or dark, now and later."""
        self._theme = theme
        dark = theme == "dark" or (theme == "system" and self._system_is_dark())
        self.roles = DARK if dark else LIGHT
        self._application.setPalette(palette(self.roles))
        if self._dressed:
            self._put_on()
        self.changed.emit()

    def dress(self) -> None:
        """Apply the style sheet, now and with each theme to come; call it once the window is built.

        Under a style sheet Qt styles all of a part anew for each parent that it gets while a window is put together.
        """
        self._dressed = True
        self._put_on()

    def _put_on(self) -> None:
        """Qt would style every widget again for the very same sheet."""
        sheet = style_sheet(self.roles, self._pictures())
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    def _system_is_dark(self) -> bool:
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._theme == "system":
            self.set_theme("system")

    def _pictures(self) -> Path:
        """Write the small pictures in the theme's colours; each theme has its folder, because Qt caches by path."""
        folder = Path(self._folder.path()) / ("dark" if self.roles is DARK else "light")
        folder.mkdir(exist_ok=True)
        for name, (icon, role) in _PICTURES.items():
            (folder / f"{name}.svg").write_bytes(tinted_svg(icon, QColor(getattr(self.roles, role))))
        return folder


def _font() -> QFont:
    """Inter in three weights, shipped: widths of labels are then the same everywhere."""
    families = [""]
    for weight in ("Regular", "SemiBold", "Bold"):
        number = QFontDatabase.addApplicationFont(str(asset("fonts", f"Inter-{weight}.ttf")))
        families = QFontDatabase.applicationFontFamilies(number) or families
    font = QFont("Inter" if families[0].startswith("Inter") else QFont().family())
    font.setPixelSize(FONT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # even spacing of letters
    return font
