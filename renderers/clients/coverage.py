"""How much of one mail the data knows: the features it uses, and how many of them were tested in a client."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.clients.features.used import features_of
from renderers.clients.profile import Profile
from renderers.clients.support import table


@dataclass(frozen=True)
class Coverage:
    """``known`` of the ``used`` features were tested in the client; the ``oldest`` test is of that day or month.

    ``oldest`` is empty without a test; ``unknown`` are the slugs of the features that nobody tested there.
    """

    used: int
    known: int
    oldest: str
    unknown: tuple[str, ...]


def coverage(html: str, shown: Profile) -> Coverage:
    """Return how much the data knows of a mail in a client. Cheap: the mail is looked through once for all clients.

    Raises InputError when the user's own table is damaged.
    """
    used = features_of(html)
    column = table().column(shown.caniemail, _version(shown))
    tested = {slug: column[slug].date for slug in used if slug in column and column[slug].code != "u"}
    unknown = tuple(sorted(used - tested.keys()))
    return Coverage(len(used), len(tested), min(tested.values(), default=""), unknown)


def _version(shown: Profile) -> str:
    return next((str(settings.get("version", "")) for name, settings in shown.steps if name == "support"), "")
