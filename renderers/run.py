"""One run at work: each shot's mail is prepared, looked up, paid for and taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from renderers.camera import Camera, Foreseen
from renderers.engines import BrowserMissingError
from renderers.mails import Mails
from renderers.plan import Plan
from renderers.proofs.proof import Progress, Proof, Shot
from renderers.render.mail_job import ClientMail
from templates.errors import MailwrightError

if TYPE_CHECKING:
    from renderers.budget.till import Till

HEAD_START = 4
"""Shots that go first: preparing all the others at once would slow down the first picture, for which people wait."""
HEAD_START_S = 0.6

OnProof = Callable[[Proof], None]
OnProgress = Callable[[Progress], None]


class Report:
    """Tells how far the run is."""

    def __init__(self, total: int, on_proof: OnProof | None = None, on_progress: OnProgress | None = None) -> None:
        self._progress = Progress(0, total)
        self._on_proof = on_proof
        self._on_progress = on_progress

    def begin(self) -> None:
        """Nothing is done yet."""
        if self._on_progress:
            self._on_progress(self._progress)

    def done(self, proof: Proof) -> None:
        """One more is."""
        self._progress = self._progress.after(proof)
        if self._on_proof:
            self._on_proof(proof)
        self.begin()


class Run:
    """Makes proofs; ``notices`` says what is odd about where their pictures are taken and kept."""

    def __init__(
        self, mails: Mails, camera: Camera, report: Report, notices: Callable[[], tuple[MailwrightError, ...]]
    ) -> None:
        self._mails = mails
        self._camera = camera
        self._report = report
        self._notices = notices
        self._prepared: dict[Shot, tuple[Proof, ClientMail | None]] = {}

    async def foreseen(self, shots: Sequence[Shot], *, at_once: bool = True) -> list[Foreseen | MailwrightError]:
        """Prepare the mails, and say of each shot which picture it would be, or why it would be none.

        One after the other it takes longer, and leaves more of Python to others.
        """
        if not at_once:
            return [await self._foreseen(shot) for shot in shots]
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._foreseen(shot)) for shot in shots]
        return [task.result() for task in tasks]

    async def plan(self, shots: Sequence[Shot], till: Till) -> Plan:
        """Look which pictures are there, and what the others cost."""
        groups: dict[str, tuple[Shot, ...]] = {}
        new: dict[str, str] = {}
        failed = 0
        for shot, found in zip(shots, await self.foreseen(shots), strict=True):
            if isinstance(found, MailwrightError):
                failed += 1
                continue
            groups[found.key] = (*groups.get(found.key, ()), shot)
            if not found.is_known:
                new.setdefault(found.key, shot.template)
        costs = await till.costs(new)
        return Plan(len(shots), len(groups), new, failed, costs, groups, self._notices())

    async def proofs(self, shots: Sequence[Shot], till: Till | None = None) -> list[Proof]:
        """Make a proof of each; ``till`` is paid. Raises BrowserMissingError."""
        self._report.begin()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._proof(shot, till)) for shot in shots[:HEAD_START]]
            if len(shots) > HEAD_START:
                await asyncio.wait(tasks, timeout=HEAD_START_S, return_when=asyncio.FIRST_COMPLETED)
                tasks += [group.create_task(self._proof(shot, till)) for shot in shots[HEAD_START:]]
        return [task.result() for task in tasks]

    async def _foreseen(self, shot: Shot) -> Foreseen | MailwrightError:
        self._prepared[shot] = proof, mail = await self._mails.prepared(shot)
        if mail is None:
            return proof.error or MailwrightError("There is no mail.")
        try:
            return await self._camera.foreseen(mail)
        except BrowserMissingError:
            raise
        except MailwrightError as error:  # one of the mail's pictures cannot be read
            self._prepared[shot] = replace(proof, error=error), None
            return error

    async def _proof(self, shot: Shot, till: Till | None) -> Proof:
        """Make one proof. Raises BrowserMissingError; every other failure is in the proof."""
        known = self._prepared.pop(shot, None)
        proof, mail = known or await self._mails.prepared(shot)
        if mail is not None:
            proof = await self._taken(proof, mail, till)
        self._report.done(proof)
        return proof

    async def _taken(self, proof: Proof, mail: ClientMail, till: Till | None) -> Proof:
        shot = proof.shot
        charge = partial(till.charge, client=shot.profile, template=shot.template) if till else None
        try:
            cast, result = await self._camera.take(mail, charge=charge)
            return replace(proof, cast=cast, result=result, fingerprint=mail.fingerprint)
        except BrowserMissingError:
            raise
        except MailwrightError as error:
            return replace(proof, error=error)
