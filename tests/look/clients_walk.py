"""Walk through the view of e-mail clients and save a picture of each: ``clients_walk.py --out DIR``."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from walk import Walker, sample

from desktop.clients.reason_model import SPOT

LOOKED_THROUGH = (
    ("gmail-web", "light"),
    ("outlook-windows-96", "light"),
    ("outlook-com", "dark"),
    ("orange-web", "light"),
    ("apple-mail-iphone", "dark"),
    ("gmail-android", "images-off"),
    ("thunderbird-linux", "light"),
)


class ClientsWalker(Walker):
    """The view through clients, photographed."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the view from client to client; yield the name of each."""
        window = self.window
        if not window.has_workspace:
            window.open_workspace(self.root / "sample")
            self.until(self.all_pictures)
        language = "fr" if "-fr-" in f"{self.prefix}-" else "en"
        window.open_template(f"black-friday.{language}")
        window.set_editor_mode("client")
        panel, why = window.editor.client, window.editor.why
        for client, mode in LOOKED_THROUGH if first else LOOKED_THROUGH[:2]:
            panel.show_client(client)
            panel.show_mode(mode)
            yield f"{client}-{mode}-pending"
            self.until(lambda: not panel.veil.isVisible() and not window.jobs.running and why.explained is not None)
            self.rest(0.3)
            yield f"{client}-{mode}"
        section = why.model.index(0, 0)
        why.tree.expand(why.model.index(0, 0, section))
        yield "places"
        why.filter.field.setText("a word that no reason has")
        yield "no-reason"
        why.filter.clear()
        chooser = panel.open_chooser()
        self.rest(0.3)
        yield "chooser"
        chooser.field.setText("outlook")
        self.rest(0.2)
        yield "chooser-search"
        self.closed(chooser)
        why.spot_wanted.emit(why.model.index(0, 0, why.model.index(0, 0, section)).data(SPOT))
        self.rest(0.5)
        yield "place-in-the-code"
        window.set_editor_mode("design")


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph the view of e-mail clients.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        ClientsWalker(given.out, Path(folder)).walk(quick=given.quick)


if __name__ == "__main__":
    main()
