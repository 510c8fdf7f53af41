"""Paying for one run: tokens are set aside first, each picture is charged before it is handed out, the rest is freed.

The ledger may be far away, so that all of it is done in threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from uuid import uuid4

from renderers.budget.cost import Cost
from renderers.budget.purse import Purse
from renderers.budget.values import Reservation
from templates.errors import MailwrightError
from templates.workspace import Workspace

LEASE_S = 120.0
_SIGNS = 3  # of life within a lease


class Till:
    """The payments of one run; several accounts pay when templates are tied to them."""

    def __init__(self, workspace: Workspace, purse: Purse, *, run: str = "", actor: str = "") -> None:
        self.run = run or uuid4().hex
        self._workspace = workspace
        self._purse = purse
        self._actor = actor
        self._payer: Callable[[str], str] | None = None  # by template
        self._planned: dict[str, str] = {}  # by the key of each new picture, the account that it was planned for
        self._free: set[tuple[str, str]] = set()  # account and key of pictures that were paid for before
        self._asked: list[asyncio.Task[Reservation]] = []
        self._places: dict[str, list[Reservation]] = {}  # one for each picture that may still be charged, by account
        self._alive: asyncio.Task[None] | None = None

    async def costs(self, new: Mapping[str, str]) -> list[Cost]:
        """Say what it costs; ``new`` has the template of each new picture by its key. Raises like the ledger."""
        return await asyncio.to_thread(self._costs, new)

    async def reserve(self, new: Mapping[str, str]) -> None:
        """Set the tokens aside, all or none. Raises TokensMissing, and like the ledger."""
        try:
            template = _only(new.values())
            for account, keys in (await asyncio.to_thread(self._unpaid, new)).items():
                await self._reserve(account, len(keys), f"{self.run}:{account}:{_digest(keys)}", template)
        except BaseException:
            await self.close()
            raise
        self._alive = asyncio.create_task(self._stay_alive())

    async def charge(self, key: str, *, client: str, template: str) -> None:
        """Charge one picture that is there. Raises LeaseEnded, TokensMissing, StorageError: it must be dropped."""
        if key not in self._planned:
            self._planned[key] = await asyncio.to_thread(self._payer_of, template)
        account = self._planned[key]
        if (account, key) in self._free:
            return
        if not self._places.get(account):  # another engine than the planned one took it, as one more picture
            await self._reserve(account, 1, f"{self.run}:{key}", template)
        place = self._places[account].pop()
        settle = self._purse.ledger.settle
        await asyncio.to_thread(settle, place, 1, key=key, client=client, template=template, actor=self._actor)

    async def close(self) -> None:
        """Free what was not used; a ledger that does not answer frees it by itself when the lease ends."""
        if self._alive:
            self._alive.cancel()
        for asked in self._asked:
            with contextlib.suppress(MailwrightError):
                await asyncio.to_thread(self._purse.ledger.release, await asyncio.shield(asked))
        self._asked.clear()

    def _costs(self, new: Mapping[str, str]) -> list[Cost]:
        affordable = self._purse.ledger.affordable
        return [Cost(account, len(keys), affordable(account)) for account, keys in self._unpaid(new).items()]

    def _unpaid(self, new: Mapping[str, str]) -> dict[str, list[str]]:
        """By account, the keys of the pictures that it has to pay for. Who pays for a picture is settled here."""
        wanted: dict[str, list[str]] = {}
        for key, template in new.items():
            self._planned[key] = account = self._payer_of(template)
            wanted.setdefault(account, []).append(key)
        for account, keys in wanted.items():
            paid = self._purse.ledger.paid(account, keys)
            self._free |= {(account, key) for key in paid}
            wanted[account] = [key for key in keys if key not in paid]
        return wanted

    def _payer_of(self, template: str) -> str:
        self._payer = self._payer or self._purse.payers(self._workspace)
        return self._payer(template)

    async def _reserve(self, account: str, n: int, key: str, template: str) -> None:
        if not n:
            return
        about = {"actor": self._actor, "template": template, "run": self.run}
        reserve = partial(self._purse.ledger.reserve, account, n, key=key, lease_s=LEASE_S, **about)
        asked = asyncio.create_task(asyncio.to_thread(reserve))
        self._asked.append(asked)  # a thread cannot be stopped: what it still sets aside after a stop is to be freed
        made = await asyncio.shield(asked)
        self._places.setdefault(account, []).extend([made] * n)

    async def _stay_alive(self) -> None:
        """Show that the run goes on, also while it waits for slow pictures."""
        while True:
            await asyncio.sleep(LEASE_S / _SIGNS)
            for asked in list(self._asked):
                with contextlib.suppress(MailwrightError):  # a charge would say it
                    await asyncio.to_thread(self._purse.ledger.renew, await asyncio.shield(asked))


def _only(templates: Collection[str]) -> str:
    """The template that a run is about; "" when there are several: each charge names its own."""
    different = set(templates)
    return different.pop() if len(different) == 1 else ""


def _digest(keys: Iterable[str]) -> str:
    """Stands for these pictures: a run that goes on after a crash needs fewer than it did, which is another amount."""
    return hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:16]
