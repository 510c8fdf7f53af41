"""The files from afar of one mail in one client, ready to be served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from renderers.render.remote import markup
from renderers.render.remote.addresses import served
from renderers.render.remote.wanted import Wanted


@dataclass(frozen=True)
class RemoteFiles:
    """What came: ``names`` says by what name each file is served, ``data`` its bytes by that name.

    ``missing`` are the addresses of which nothing came, or nothing that may be shown.
    """

    names: Mapping[Wanted, str] = field(default_factory=dict)
    data: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def served_in(self, mail: str) -> str:
        """Return the mail with our addresses in place of those of the web."""
        return served(markup.answered, mail, self.names) if self.names else mail


NOTHING = RemoteFiles()
