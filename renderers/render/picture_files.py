"""Pictures on disk: ``<key[:2]>/<key>.jpg`` (or .png) and beside it ``<key>.json`` with its sizes and checksum.

The cache and the workspace's saved proofs lie like that, so that each can be read where the other one was written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from renderers.render.job import RenderResult
from templates.files import write_bytes

ENDINGS: Mapping[str, str] = {"image/jpeg": ".jpg", "image/png": ".png"}
DAMAGED = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What reading facts may raise that are none; JSON knows numbers without end, and any depth."""


def picture_path(folder: Path, key: str, media_type: str) -> Path:
    """Return where a picture lies in ``folder``."""
    return folder / key[:2] / (key + ENDINGS[media_type])


def write_picture(folder: Path, result: RenderResult) -> Path:
    """Keep a picture and return its file; what is there already stays. Raises StorageError.

    The picture is written last: whoever finds it finds its facts too.
    """
    path = picture_path(folder, result.key, result.media_type)
    if not has_picture(folder, result.key):
        write_bytes(_facts_path(folder, result.key), facts_of(result))
        write_bytes(path, result.picture)
    return path


def facts_of(result: RenderResult) -> bytes:
    """Return what stands in the file beside a picture, JSON; ``result_from`` reads it."""
    facts = {
        "media_type": result.media_type,
        "width": result.width,
        "height": result.height,
        "content_width": result.content_width,
        "bytes": len(result.picture),
        "sha256": hashlib.sha256(result.picture).hexdigest(),
    }
    return json.dumps(facts).encode()


def has_picture(folder: Path, key: str) -> bool:
    """Say whether the picture is there in its full length, without reading it."""
    try:
        facts = _facts(folder, key)
        return picture_path(folder, key, facts["media_type"]).stat().st_size == int(facts["bytes"])
    except (OSError, *DAMAGED):
        return False


def read_picture(folder: Path, key: str) -> RenderResult | None:
    """Return a kept picture, or None: not there, or damaged."""
    try:
        facts = _facts(folder, key)
        picture = picture_path(folder, key, facts["media_type"]).read_bytes()
        return result_from(key, facts, picture)
    except (OSError, *DAMAGED):
        return None


def _facts_path(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.json"


def _facts(folder: Path, key: str) -> dict[str, Any]:
    facts = json.loads(_facts_path(folder, key).read_bytes())
    return dict(facts)


def result_from(key: str, facts: Mapping[str, Any], picture: bytes) -> RenderResult:
    """Return a kept picture. Raises one of ``DAMAGED`` when it is not the one that was kept."""
    if hashlib.sha256(picture).hexdigest() != facts["sha256"]:
        raise ValueError("damaged")
    return RenderResult(
        picture=picture,
        media_type=str(facts["media_type"]),
        width=int(facts["width"]),
        height=int(facts["height"]),
        content_width=int(facts["content_width"]),
        key=key,
        cached=True,
    )
