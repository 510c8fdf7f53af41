"""The store: an operation is done once, whatever breaks on the way, or one sentence says why it was not done at all."""

from __future__ import annotations

import contextlib
import multiprocessing
import select
import socket
import socketserver
import sys
import threading

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.errors import TokensMissing
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from templates.errors import StorageError
from templates.store.database_errors import ConnectionLostError


class Line(socketserver.ThreadingTCPServer):
    """A line to the server that can be cut at the next COMMIT: before it arrives, or before its answer does."""

    daemon_threads = True
    block_on_close = False
    cut = ""

    def __init__(self, url: str) -> None:
        self.far = sa.make_url(url)
        super().__init__(("127.0.0.1", 0), Wire)
        self.url = self.far.set(port=self.server_address[1])


class Wire(socketserver.BaseRequestHandler):
    """One connection over it."""

    server: Line

    def handle(self) -> None:
        far = self.server.far.host, self.server.far.port
        with socket.create_connection(far) as server, contextlib.suppress(OSError):
            while self._pass_on(server):
                pass

    def _pass_on(self, server: socket.socket) -> bool:
        for end in select.select([self.request, server], [], [])[0]:
            data = end.recv(1 << 16)
            if not data:
                return False
            if end is server:
                self.request.sendall(data)
            elif b"COMMIT" in data and self.server.cut:
                if self.server.cut == "after":
                    server.sendall(data)
                    server.recv(1 << 16)
                self.server.cut = ""
                return False
            else:
                server.sendall(data)
        return True


@pytest.fixture
def line(postgresql_url):
    """An agency's ledger behind a line."""
    with Line(postgresql_url) as line:
        thread = threading.Thread(target=line.serve_forever, args=(0.01,))
        thread.start()
        store = Store(line.url)
        try:
            Accounts(store).create("agency")
            Ledger(store).grant("agency", 100, note="x")
            yield line, store
        finally:
            store.close()
            line.shutdown()
            thread.join()


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_line_that_is_cut_at_the_commit_does_everything_once(line, when):
    """Kept without an answer or not kept at all: with or without keys of the caller's, no operation counts twice."""
    wire, store = line
    ledger, accounts = Ledger(store), Accounts(store)

    def cut(work):
        wire.cut = when
        result = work()
        assert wire.cut == ""
        return result

    assert cut(lambda: ledger.grant("agency", 10, note="x")).available == 110
    assert cut(lambda: accounts.create("acme", parent="agency")).id == "acme"
    assert cut(lambda: ledger.allocate("agency", "acme", 20)).available == 20
    assert cut(lambda: ledger.give_back("acme", "agency", 5)).available == 15
    run = cut(lambda: ledger.reserve("acme", 5, key="run"))
    assert run.remaining == 5
    assert cut(lambda: ledger.settle(run, 1)).spent == 1
    assert cut(lambda: ledger.settle(run, 1, key="p")).spent == 2
    assert cut(lambda: ledger.renew(run)).remaining == 3
    assert cut(lambda: ledger.release(run)).remaining == 0
    assert cut(lambda: accounts.change("acme", hard_limit=5)).settings.hard_limit == 5
    assert ledger.balance("acme") == (13, 0, 2)
    assert cut(lambda: accounts.close("acme")).closed
    assert (ledger.balance("acme"), ledger.balance("agency")) == ((0, 0, 2), (108, 0, 0))
    kinds = [each.kind for each in ledger.history("acme")]
    assert kinds == ["allocate", "return", "reserve", "settle", "settle", "release", "setting", "return"]
    assert ledger.audit() == []


def test_a_first_account_whose_answer_is_lost_was_made(tmp_path, monkeypatch):
    """The connection breaks after the commit: done again, it finds its own account and says that it made it."""
    store = Store(f"sqlite:///{tmp_path / 'ledger.db'}")
    once = store._do_now

    def lost(work, *, is_again):
        result = once(work, is_again=is_again)
        if not is_again:
            raise ConnectionLostError("The connection to the database was lost.")
        return result

    monkeypatch.setattr(store, "_do_now", lost)
    first = {"name": "First", "zone": "UTC", "tokens": 1000}
    assert [Accounts(store).begin("first", **first) for _ in range(2)] == [True, False]
    assert Ledger(store).balance("first") == (1000, 0, 0)
    store.close()


@pytest.mark.parametrize("at", ["FROM account", "INSERT INTO ledger_reservation", "INSERT INTO ledger_entry", "commit"])
def test_a_connection_that_is_lost_between_two_statements_is_made_up_for(postgresql_url, postgresql_server, at):
    """The server ends it; the operation is done again, once."""
    with Ledger(postgresql_url) as ledger:
        Accounts(ledger.store).create("agency")
        ledger.grant("agency", 10, note="x")
        cuts = []

        def cut(*told):
            if not cuts and (at == "commit" or at in told[2]):
                cuts.append(postgresql_server.cut(postgresql_url))

        sa.event.listen(ledger.store.database.engine, "commit" if at == "commit" else "before_cursor_execute", cut)
        assert ledger.reserve("agency", 4, key="run").remaining == 4
        assert cuts == [1]
        assert ledger.balance("agency") == (6, 4, 0)
        assert [each.kind for each in ledger.history("agency")] == ["grant", "reserve"]
        assert ledger.audit() == []


def test_a_server_that_stops_is_reported_and_found_again(private_postgresql, postgresql_url):
    """One sentence with what to do while it is away; the same ledger works when it is back, and nothing is lost."""
    with Ledger(postgresql_url) as ledger:
        Accounts(ledger.store).create("agency")
        ledger.grant("agency", 10, note="x")
        run = ledger.reserve("agency", 4, key="run")
        private_postgresql.stop()
        for ask in (lambda: ledger.settle(run, 1, key="p"), lambda: ledger.balance("agency"), ledger.audit):
            with pytest.raises(ConnectionLostError, match=r"connection to the database was lost.*Check the network"):
                ask()
        with pytest.raises(StorageError, match=r"connection to the database was lost.*Check the network"):
            Store(postgresql_url)
        private_postgresql.start()
        assert ledger.settle(run, 1, key="p").spent == 1
        assert ledger.balance("agency") == (6, 3, 1)
        private_postgresql.stop()
        private_postgresql.start()
        assert ledger.settle(run, 1, key="q").spent == 2
        assert ledger.audit() == []


def test_threads_may_share_one_ledger(book):
    """Eight of them spend the last tokens: each token once."""
    book.ledger.allocate("agency", "acme", 20)
    ledger, spent, errors = book.ledger, [], []
    barrier = threading.Barrier(8)

    def spend(who: int) -> None:
        barrier.wait()
        try:
            for n in range(5):
                run = ledger.reserve("acme", 1, key=f"{who}:{n}")
                spent.append(ledger.settle(run, 1, key=f"{who}:{n}").spent)
        except TokensMissing:
            pass
        except BaseException as error:  # noqa: BLE001 - handed to the test's own thread
            errors.append(error)

    threads = [threading.Thread(target=spend, args=(who,)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (errors, len(spent)) == ([], 20)
    assert book.balances("acme") == [(0, 0, 20)]
    assert ledger.audit() == []


def _open(url: str, gate, found) -> None:
    gate.wait()
    try:
        with Ledger(url) as ledger:
            found.put((Accounts(ledger.store).begin("own", name="Own", zone="UTC", tokens=1000), ""))
    except BaseException as error:  # noqa: BLE001 - handed to the test's own process
        found.put((False, str(error)))


def test_processes_may_open_a_new_ledger_at_once(database_url):
    """Eight on an empty database: one makes the tables, one the first account, none fails."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    gate, found = context.Barrier(8), context.SimpleQueue()
    processes = [context.Process(target=_open, args=(database_url, gate, found)) for _ in range(8)]
    for process in processes:
        process.start()
    told = [found.get() for _ in processes]
    for process in processes:
        process.join()
    assert [error for _, error in told] == [""] * 8
    assert sorted(made for made, _ in told) == [False] * 7 + [True]
    with Ledger(database_url) as ledger:
        assert (ledger.balance("own"), ledger.audit()) == ((1000, 0, 0), [])
