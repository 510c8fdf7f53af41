"""A logo for a company that shows none: its name in the shipped font, and its initials on a square."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from assets import asset
from templates.brand.colours.contrast import label_on

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")  # what the shipped font can write
ONE_LINE = 20  # letters up to which a name stays in one line
LETTER = 160  # pixels of the drawn size; the logo is scaled down to where it is shown
SQUARE = 256


def wordmark(name: str, colour: str, mark: Image | None = None) -> Image:
    """The name as a picture in ``colour``, beside the company's ``mark`` where there is one. Trimmed, transparent."""
    from PIL import Image, ImageDraw

    font = _font("Inter-Bold.ttf", LETTER)
    lines = _lines(writable(name))
    step = round(LETTER * 1.12)
    left, _, right, _ = font.getbbox(max(lines, key=font.getlength))
    text = Image.new("RGBA", (round(right - left) + 8, step * len(lines) + LETTER // 2), (255, 255, 255, 0))
    draw = ImageDraw.Draw(text)
    for index, line in enumerate(lines):
        draw.text((4 - left, index * step), line, font=font, fill=colour)
    text = text.crop(text.getchannel("A").getbbox())
    return _beside(mark, text) if mark is not None else text


def monogram(name: str, colour: str) -> Image:
    """The initials on a rounded square of ``colour``."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (SQUARE, SQUARE), (255, 255, 255, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, SQUARE - 1, SQUARE - 1), radius=SQUARE // 5, fill=colour)
    letters = initials(name)
    font = _font("Inter-Bold.ttf", SQUARE // 2 if len(letters) == 1 else SQUARE * 2 // 5)
    draw.text((SQUARE / 2, SQUARE / 2), letters, font=font, fill=label_on(colour), anchor="mm")
    return picture


def initials(name: str) -> str:
    """One or two capitals: of the first two words, or of a name's only one."""
    words = [
        word
        for word in re.findall(r"\w+", writable(name))
        if word.lower() not in {"the", "and", "of", "le", "la", "les", "et", "de"}
    ]
    return "".join(word[0] for word in words[:2]).upper() or "•"


def writable(name: str) -> str:
    """The part of a name that the shipped font has letters for."""
    kept = "".join(
        letter if not letter.isalpha() or unicodedata.name(letter, "").split(" ")[0] in SCRIPTS else " "
        for letter in unicodedata.normalize("NFC", name)
    )
    return " ".join(kept.split())


def lines_of(name: str) -> int:
    """In how many lines ``wordmark`` sets a name."""
    return len(_lines(writable(name)))


def _lines(name: str) -> list[str]:
    """One line, or two of about the same length for a long name."""
    if len(name) <= ONE_LINE or " " not in name:
        return [name or "•"]
    breaks = [match.start() for match in re.finditer(" ", name)]
    middle = min(breaks, key=lambda index: abs(index - len(name) / 2))
    return [name[:middle], name[middle + 1 :]]


def _beside(mark: Image, text: Image) -> Image:
    from PIL import Image

    height = max(text.height, round(LETTER * 1.25))
    mark = mark.resize((round(mark.width * height / mark.height), height), Image.Resampling.LANCZOS)
    picture = Image.new("RGBA", (mark.width + height // 4 + text.width, height), (255, 255, 255, 0))
    picture.paste(mark, (0, 0), mark)
    picture.paste(text, (mark.width + height // 4, (height - text.height) // 2), text)
    return picture


@lru_cache(maxsize=8)
def _font(file: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(asset("fonts", file), size, layout_engine=ImageFont.Layout.BASIC)
