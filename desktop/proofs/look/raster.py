"""A picture as pixels, made off the GUI thread; what is in sight of it is drawn out of them without another copy."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from renderers.proofs.compare import Seen
from templates.errors import StorageError


@dataclass(frozen=True)
class Raster:
    """``half`` is the same at half the size, for looking from afar; ``density`` is pixels per CSS pixel."""

    whole: Seen
    half: Seen
    density: float = 1.0

    @property
    def width(self) -> float:
        """CSS pixels."""
        return self.whole.width / self.density

    @property
    def height(self) -> float:
        """CSS pixels."""
        return self.whole.height / self.density


def read_raster(picture: Path | bytes, width: int = 0) -> Raster:
    """Read a picture that shows ``width`` CSS pixels (0: as many as it has). Raises StorageError when it is damaged."""
    try:
        with Image.open(io.BytesIO(read_picture(picture))) as source:
            image = source.convert("RGB")
    except (OSError, SyntaxError) as error:  # Pillow's words for a damaged file
        raise StorageError("This picture is damaged.", advice="Render it again.") from error
    return Raster(_seen(image), _seen(image.reduce(2)), image.width / (width or image.width))


def read_picture(picture: Path | bytes) -> bytes:
    """Return the picture's file. Raises StorageError when it is gone."""
    if isinstance(picture, bytes):
        return picture
    try:
        return picture.read_bytes()
    except OSError as error:
        raise StorageError("This picture is not there any more.", advice="Render it again.") from error


def paint_raster(painter: QPainter, raster: Raster, rows: tuple[float, float], target: QRectF, clip: QRectF) -> None:
    """Draw these rows (CSS pixels) into ``target``, as far as ``clip`` lets them be seen."""
    area = target.intersected(clip)
    if area.isEmpty():
        return
    shown, density = raster.whole, raster.density
    size = target.width() * _ratio(painter) / raster.whole.width
    if size <= 0.5:
        shown, density = raster.half, raster.density * raster.half.width / raster.whole.width
    # The pixels belong to ``shown``, which outlives the image that looks at them.
    image = QImage(shown.rgb, shown.width, shown.height, 3 * shown.width, QImage.Format.Format_RGB888)
    across, down = shown.width / target.width(), density * (rows[1] - rows[0]) / target.height()
    source = QRectF(
        (area.left() - target.left()) * across,
        density * rows[0] + (area.top() - target.top()) * down,
        area.width() * across,
        area.height() * down,
    )
    painter.drawImage(area, image, source)


def _ratio(painter: QPainter) -> float:
    device = painter.device()
    return device.devicePixelRatioF() if device is not None else 1.0


def _seen(image: Image.Image) -> Seen:
    return Seen(image.width, image.height, image.tobytes())
