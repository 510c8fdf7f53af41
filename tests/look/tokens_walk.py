"""Walk through the panel of tokens and save a picture of each state: ``tokens_walk.py --out DIR``.

It shows an agency with four sub-accounts and three months of entries, made with a clock of its own.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget
from walk import Walker

from desktop.tokens.dialog import TokensDialog
from desktop.tokens.verbs import token_verbs
from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.purse import ledger_url
from renderers.budget.store import Store
from templates.brand.by_hand import brand_by_hand
from templates.errors import StorageError
from templates.generate import add_brand
from templates.starters import instantiate, starter
from templates.workspace import Workspace

DAYS = 92
CLIENTS = ("gmail-web", "outlook-windows-96", "apple-mail-iphone", "orange-web", "gmail-android", "outlook-com",
           "thunderbird-linux", "free-web")  # fmt: skip
TEMPLATES = ("welcome.en", "welcome.fr", "black-friday.fr", "newsletter.fr", "order-confirmation.en",
             "abandoned-cart.fr", "birthday.fr")  # fmt: skip
PEOPLE = ("claire@studio", "marc@studio", "ines@northlight")
SUBS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("northlight", "Northlight & Sons", {"monthly": 120, "alert_levels": (50, 80, 100)}),
    ("boulangerie", "Boulangerie du Vieux-Port, Marseille", {"monthly": 60, "carry_over": True}),
    ("acme", "Acme Outdoor", {"hard_limit": 45, "soft_limit": 30}),
    ("vertigo", "Vertigo", {}),
)


class Clock:
    """Runs through three months in no time."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC) - timedelta(days=DAYS)

    def __call__(self) -> datetime:
        return self.now


def demo(root: Path) -> Path:
    """A workspace whose ledger has a story."""
    workspace = Workspace.create(root / "agency", name="Studio Mistral", brand="studio-mistral")
    _fill(workspace, "#0b7285")
    clock, chance = Clock(), random.Random(7)
    with Ledger(Store(ledger_url(workspace), clock=clock)) as ledger:
        accounts = Accounts(ledger.store)
        accounts.create("studio-mistral", name="Studio Mistral", pool_open=True, zone="Europe/Paris")
        ledger.grant("studio-mistral", 2500, note="Invoice 2026-0817")
        for id_, name, settings in SUBS:
            accounts.create(id_, parent="studio-mistral", name=name, **settings)
            if "monthly" not in settings:
                ledger.allocate("studio-mistral", id_, 180, note="To begin with")
        for day in range(DAYS):
            clock.now += timedelta(days=1)
            for _ in range(chance.randrange(3)):
                _run(ledger, chance, f"{day}")
        expires = (datetime.now(UTC) + timedelta(days=40)).date()
        ledger.grant("studio-mistral", 200, note="Trade fair offer", expires=expires)
        ledger.reserve("northlight", 8, key="now", lease_s=3600 * 24 * 30, template="welcome.fr", actor=PEOPLE[0])
        accounts.close("vertigo")
        accounts.change("acme", hard_limit=6)
    return workspace.root


def _fill(workspace: Workspace, colour: str) -> None:
    """A brand and a template, so that the main window has something to show."""
    brand = add_brand(workspace, brand_by_hand(workspace.settings.name, colour))
    for name in ("welcome", "summer-newsletter"):
        instantiate(workspace, starter(name), "fr", brand=brand)


def _run(ledger: Ledger, chance: random.Random, key: str) -> None:
    account = chance.choices(("studio-mistral", *(each[0] for each in SUBS)), (2, 5, 3, 2, 1))[0]
    n = chance.randrange(2, 7)
    template, actor = chance.choice(TEMPLATES), chance.choices(PEOPLE, (6, 3, 2))[0]
    if ledger.affordable(account) < n:
        return
    run = ledger.reserve(account, n, key=f"{key}:{chance.random()}", template=template, actor=actor, run=key)
    for client in chance.choices(CLIENTS, range(len(CLIENTS), 0, -1), k=n - chance.randrange(2)):
        run = ledger.settle(run, 1, client=client, actor=actor)
    ledger.release(run)


class TokensWalker(Walker):
    """The panel, photographed."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the panel from state to state; yield the name of each."""
        window = self.window
        if window.has_workspace:
            window.close_workspace()
        window.open_workspace(self.root / "agency")
        self.until(self.all_pictures)
        dialog = self._panel()
        yield "overview"
        tree = dialog.pane.tree
        for id_ in ("northlight", "acme"):
            tree.choose(id_)
            self.settled(dialog)
            yield f"overview-{id_}"
        dialog.tabs.show_panel(dialog.history)
        tree.choose("northlight")
        self.settled(dialog)
        yield "history"
        dialog.history.search.setText("nothing like this")
        self.settled(dialog)
        yield "history-empty"
        dialog.history.search.clear()
        dialog.tabs.show_panel(dialog.statement)
        self.settled(dialog)
        yield "statement"
        dialog.tabs.show_panel(dialog.overview)
        if first:
            yield from self.forms(dialog)
            yield from self.troubles(dialog)
        self.closed(dialog)
        window.open_workspace(self.root / "alone")
        self.until(self.all_pictures)
        dialog = self._panel()
        yield "alone"
        dialog.tabs.show_panel(dialog.statement)
        self.settled(dialog)
        yield "alone-statement"
        self.closed(dialog)
        yield "status-bar"

    def forms(self, dialog: TokensDialog) -> Iterator[str]:
        """Everything that asks for something."""
        verbs = dialog.pane.verbs
        for verb in ("give", "take", "buy", "correct", "rename", "new", "settings"):
            verbs.actions[verb].trigger()
            self.until(lambda: self._form(dialog) is not None)
            self.rest(0.3)
            yield f"form-{verb}"
            self.closed(self._form(dialog))
        dialog.pane.menu.popup(dialog.pane.more.mapToGlobal(dialog.pane.more.rect().bottomLeft()))
        self.rest(0.2)
        yield "menu"
        dialog.pane.menu.close()
        dialog.pane.tree.choose("vertigo")
        self.settled(dialog)
        yield "closed-account"

    def troubles(self, dialog: TokensDialog) -> Iterator[str]:
        """The ledger does not answer: with something to show, and without."""
        error = StorageError("The connection to the database was lost.", advice="Try again.")
        dialog.trouble.show_stale(error)
        yield "trouble"
        dialog.trouble.put_away()
        facts, dialog.tokens.facts = dialog.tokens.facts, None
        dialog.tokens.error = error
        dialog.tokens.changed.emit()
        yield "broken"
        dialog.tokens.facts, dialog.tokens.error = facts, None

    def settled(self, dialog: TokensDialog) -> None:
        """Wait until everything that was asked is answered."""
        self.rest(0.4)
        self.until(lambda: not dialog.tokens.is_reading and not dialog.tokens.jobs.running)

    def _panel(self) -> TokensDialog:
        dialog = token_verbs(self.window).show()
        assert dialog is not None
        area = self.window.geometry()
        dialog.resize(min(1160, area.width() - 40) if area.width() < 1600 else 1560, area.height() - 80)
        dialog.move(area.center() - dialog.rect().center())
        self.settled(dialog)
        return dialog

    def _form(self, dialog: TokensDialog) -> QWidget | None:
        return next((each for each in dialog.findChildren(QDialog) if each.isVisible()), None)


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph the panel of tokens.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        demo(Path(folder))
        alone = Workspace.create(Path(folder) / "alone", name="Atelier", brand="atelier")
        _fill(alone, "#7a2fb5")
        TokensWalker(given.out, Path(folder)).walk(quick=given.quick)


if __name__ == "__main__":
    main()
