"""Keeps a run while it goes on: each picture is saved as it comes, so that a crash loses none that was paid for.

The disk and the database are written in a thread of their own; the loop that owns the browser never waits for them.
"""

from __future__ import annotations

import contextlib
import platform
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from threading import Event, Thread
from typing import TypeVar
from uuid import uuid4

from renderers.proofs.proof import Proof, Shot
from renderers.proofs.runs.record import mail_of, pending, record_of
from renderers.proofs.saved import keep_picture
from templates.errors import MailwrightError
from templates.locks import user_name
from templates.store.database import Database
from templates.store.proofs import SavedProof
from templates.store.runs import (
    Note,
    RunState,
    SavedMail,
    SavedRun,
    begin_run,
    end_run,
    forget_run,
    give_sign,
    note_shots,
    saved_runs,
    take_up_runs,
)
from templates.workspace import Workspace

SIGN_EVERY_S = 10.0

T = TypeVar("T")


class RunKeeper:
    """The records of what was asked for at once, one run for each template. Close it, however the work ended."""

    def __init__(
        self,
        workspace: Workspace,
        database: Database,
        places: Mapping[Shot, tuple[str, int]],
        batch: str,
        *,
        runs: Sequence[str],
        is_new: bool,
    ) -> None:
        self.batch = batch
        self.runs = tuple(runs)
        """The ids of the runs, one for each template."""
        self._workspace = workspace
        self._database = database
        self._places = places
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="run-keeper")
        self._coming: deque[Proof] = deque()
        self._notes: list[Note] = []
        self.fault: MailwrightError | None = None
        self._is_new = is_new
        self._came_about: set[str] = set()
        self._mails: set[tuple[str, str, str]] = set()
        self._closed = Event()
        self._alive = Thread(target=self._stay_alive, name="run-alive", daemon=True)
        self._alive.start()

    @classmethod
    def begin(cls, workspace: Workspace, shots: Sequence[Shot], *, batch: str = "", account: str = "") -> RunKeeper:
        """Note that these pictures are to be taken, each once. ``batch`` is the run's name in the ledger.

        Raises StorageError, InputError (a template that is gone).
        """
        batch = batch or uuid4().hex
        by_template = sorted(dict.fromkeys(shots), key=attrgetter("template"))  # stable: their order stays
        wanted = {name: list(group) for name, group in groupby(by_template, key=attrgetter("template"))}
        begun = {name: _new_run(workspace, name, batch, account) for name in wanted}  # all of them, or none begins
        database = workspace.database()
        try:
            places: dict[Shot, tuple[str, int]] = {}
            for name, mine in wanted.items():
                begin_run(database, begun[name], [pending(shot, place) for place, shot in enumerate(mine)])
                places |= {shot: (begun[name].id, place) for place, shot in enumerate(mine)}
            return cls(workspace, database, places, batch, runs=[each.id for each in begun.values()], is_new=True)
        except BaseException:
            database.close()
            raise

    @classmethod
    def take_up(cls, workspace: Workspace, batch: str, places: Mapping[Shot, tuple[str, int]]) -> RunKeeper | None:
        """Go on with runs that broke off, or try again what failed in them: ``places`` are the shots to take, by run.

        What else of the batch broke off is taken up too: there may be nothing left to take of it. None when somebody
        else has one of them in hand. Raises StorageError.
        """
        database = workspace.database()
        try:
            broken_off = {run.id for run in saved_runs(database, batch=batch) if run.is_interrupted()}
            runs = sorted(broken_off | {run for run, _ in places.values()})
            if not take_up_runs(database, runs):
                database.close()
                return None
            return cls(workspace, database, places, batch, runs=runs, is_new=False)
        except BaseException:
            database.close()
            raise

    def keep(self, proof: Proof) -> None:
        """Keep one more picture, or why there is none; from any thread, does not wait."""
        self._coming.append(proof)
        self._writer.submit(self._keep_if_it_can_be)

    def close(self, state: RunState) -> None:
        """Wait until everything is kept, and note how the run ended; ``fault`` says what could not be kept.

        Of a run in which nothing came about, such as one that cost too much, nothing stays.
        """
        self._closed.set()
        self._alive.join()
        self._writer.shutdown(wait=True)
        self._try(self._keep_what_came)
        try:
            for run_id in self.runs:
                self._end(run_id, state)
        except MailwrightError as error:
            self.fault = self.fault or error
        finally:
            self._database.close()

    def _end(self, run_id: str, state: RunState) -> None:
        if state != "done" and not self._came_about & {run_id} and self._is_new:
            forget_run(self._database, run_id)
        else:
            end_run(self._database, run_id, state)

    def _try(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except MailwrightError as error:
            self.fault = self.fault or error
            return None

    def _keep_if_it_can_be(self) -> None:
        with contextlib.suppress(MailwrightError):  # the notes wait for the next picture, or for the end
            self._keep_what_came()

    def _keep_what_came(self) -> None:
        """Keep all that came by now at once: each time the database waits for the disk."""
        while self._coming:
            self._notes += self._kept(self._coming.popleft())
        if self._notes:
            note_shots(self._database, self._notes)
            self._notes.clear()

    def _kept(self, proof: Proof) -> list[Note]:
        """Keep a picture; return what is to be noted: nothing where it is not of this run, or the disk refuses."""
        if proof.shot not in self._places:
            return []
        run_id, place = self._places[proof.shot]
        self._came_about.add(run_id)
        result = proof.result
        path = self._try(lambda: keep_picture(self._workspace, result)) if result else ""
        if path is None:
            return []
        # Whatever else is missing by now (the template, the client's profile): the picture was paid for.
        mail, latest = self._try(lambda: self._mail(proof)), self._try(lambda: _latest(proof, path))
        return [Note(run_id, record_of(proof, place, path), mail, latest)]

    def _mail(self, proof: Proof) -> SavedMail | None:
        """Return the inbox line that a shot brings; none where another shot of the same mail brought it."""
        shot = proof.shot
        mail = (shot.template, shot.data_set, shot.segment)
        if proof.build is None or mail in self._mails:
            return None
        self._mails.add(mail)
        return mail_of(self._workspace, proof)

    def _stay_alive(self) -> None:
        while not self._closed.wait(SIGN_EVERY_S):
            self._writer.submit(self._give_sign)

    def _give_sign(self) -> None:
        with contextlib.suppress(MailwrightError):  # nothing is lost; the next one comes soon
            give_sign(self._database, self.runs)


def _latest(proof: Proof, path: str) -> SavedProof | None:
    if proof.result is None:
        return None
    shot, result = proof.shot, proof.result
    view = (shot.template, shot.data_set, shot.segment, shot.view)
    return SavedProof(*view, result.key, result.width, result.height, path)


def _new_run(workspace: Workspace, template: str, batch: str, account: str) -> SavedRun:
    now = datetime.now(UTC)
    version = sha256(workspace.template(template).text().encode()).hexdigest()
    author = f"{user_name()}@{platform.node()}"
    return SavedRun(uuid4().hex, batch, template, now, now, None, "running", author, account, version)
