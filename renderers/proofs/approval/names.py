"""What people call the picture that an answer is to."""

from __future__ import annotations

from renderers.clients.profile import profiles
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.proof import Shot


def picture_name(shot: Shot, language: str) -> str:
    """Return client and mode, such as "Gmail, web · Dark"; the client's id where its profile is gone."""
    shown = next((each for each in profiles() if each.id == shot.profile), None)
    client = profile_name(shown, language) if shown else shot.profile
    return f"{client} · {translated(MODE_NAMES[shot.mode], language)}"
