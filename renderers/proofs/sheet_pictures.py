"""Where a contact sheet's pictures come from: files beside it, or smaller ones inside it."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from renderers.proofs.thumbnail import thumbnail
from templates.files import write_bytes

if TYPE_CHECKING:
    from renderers.proofs.sheet import SheetEntry

Item = TypeVar("Item")
Small = TypeVar("Small")
Sources = Mapping[tuple[str, str], str]
"""The address of each picture, by template and profile."""

EMBEDDED_BYTES = 4_200_000  # of pictures; base64 and the page around them stay under 6 MB
# Width in pixels and WebP quality: the best one that fits. A picture narrower than that is not enlarged.
_STEPS = ((600, 70), (480, 60), (360, 45), (280, 30), (200, 30))


def beside(path: Path, entries: Sequence[SheetEntry]) -> Sources:
    """Write the pictures as they are into a folder beside the sheet. Raises StorageError."""
    folder = path.parent / f"{path.stem}-pictures"
    sources = {}
    for entry in entries:
        for view, picture in entry.pictures.items():
            ending = ".png" if picture.startswith(b"\x89PNG") else ".jpg"
            name = f"{entry.template}.{view}{ending}"
            write_bytes(folder / name, picture)
            sources[entry.template, view] = f"{quote(folder.name)}/{quote(name)}"
    return sources


def embedded(entries: Sequence[SheetEntry]) -> Sources:
    """Return the pictures as data URIs, as large as fits in one file that can be sent. Raises StorageError."""
    pictures = {(entry.template, view): picture for entry in entries for view, picture in entry.pictures.items()}
    small = fitting(list(pictures.values()), _smaller, len, _STEPS, EMBEDDED_BYTES)
    return {key: _data_uri(picture) for key, picture in zip(pictures, small, strict=True)}


def fitting(
    items: Sequence[Item],
    shrink: Callable[[Item, int, int], Small],
    weigh: Callable[[Small], int],
    steps: Sequence[tuple[int, int]],
    most: int,
) -> list[Small]:
    """Return every item as ``shrink(item, width, quality)`` makes it, by the first of ``steps`` that fits.

    What they ``weigh`` together is at most ``most`` bytes then; the last step is taken in any case.
    """
    small: list[Small] = []
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # Pillow lets go of the GIL
        for step in steps:
            todo = [threads.submit(shrink, each, *step) for each in items]
            small, weight = [], 0
            for each in todo:
                small.append(each.result())
                weight += weigh(small[-1])
                if weight > most and step != steps[-1]:
                    break
            else:
                return small
            for each in todo:
                each.cancel()
    return small


def _smaller(picture: bytes, width: int, quality: int) -> bytes:
    return thumbnail(picture, width, quality=quality, media="webp")


def _data_uri(picture: bytes) -> str:
    return f"data:image/webp;base64,{base64.b64encode(picture).decode()}"
