"""A PostgreSQL server for one test process: on loopback, in a temporary folder, gone when that process is gone."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql

DEBIAN = Path("/usr/lib/postgresql")  # one folder a version, none of them on PATH
MEMORY = Path("/dev/shm")
PLENTY = 4 << 30  # bytes; a server takes 50 MB and at times some hundred more
GUARD = Path(__file__).with_name("guard.py")
HOST = "127.0.0.1"
# Systems lend the ports above to outgoing connections; one of these stays free while a test has stopped its server.
PORTS = range(20_000, 32_000)
ADMIN = "postgres"
OWNER = "ann"  # owns the databases of the tests, and may do what owners may
WITH_PASSWORD = "with_password"  # a group: its members are asked for theirs, others are not
HBA = f"""
host all +{WITH_PASSWORD} {HOST}/32 scram-sha-256
host all all {HOST}/32 trust
"""
SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",  # whoever forgets the host reaches nothing
    "max_connections": "200",
    "max_wal_size": "256MB",
    "timezone": "Asia/Kolkata",  # not the tests' own: a time stored without its zone shows
}


class NoPostgreSQLError(Exception):
    """No server can be started here; says why."""


@contextlib.contextmanager
def running(*, durable: bool = False) -> Iterator[Server]:
    """Make a server and start it; at the end nothing of it is left, nor when this process is killed (guard.py).

    ``durable``: on the disk, which it waits for as a team's does; slower, and for figures. Raises NoPostgreSQLError.
    """
    place, user = programs(), _user()
    settings = SETTINGS | {"fsync": "on" if durable else "off"}
    folder = Path(tempfile.mkdtemp(prefix="mailwright-postgresql-", dir=None if durable else _quick_place()))
    command: list[str | Path] = [sys.executable, "-I", "-S", GUARD, folder, place / "pg_ctl", user]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as guard:  # away from Ctrl+C
        try:
            if user:
                shutil.chown(folder, user, user)
            server = Server(place, folder, user, settings)
            try:
                server.start()
                for role in (OWNER, WITH_PASSWORD):
                    server.admin(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
                yield server
            finally:
                server.stop()
        finally:
            guard.communicate(b".")  # a byte: a child that was forked may hold the pipe open


def _quick_place() -> Path | None:
    """Memory where there is plenty, as containers may not have: a database is then made in 10 ms, not in 15 to 60."""
    there = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > PLENTY
    return MEMORY if there else None


def programs() -> Path:
    """The folder of initdb and pg_ctl: those on PATH, else Debian's newest. Raises NoPostgreSQLError."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    places += sorted(DEBIAN.glob("*/bin"), key=_version, reverse=True)
    for place in places:
        if all(shutil.which(name, path=str(place)) for name in ("initdb", "pg_ctl")):
            return place
    raise NoPostgreSQLError("no PostgreSQL was found: install the package postgresql")


def _version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", folder.parent.name)]


def _user() -> str:
    """Who runs the server when we cannot: PostgreSQL refuses root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ""
    import pwd  # Unix only

    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise NoPostgreSQLError("PostgreSQL does not run as root, and there is no user postgres") from None


class Server:
    """A server that no other process uses: a test may do with it what it likes. ``running`` makes one."""

    def __init__(self, place: Path, folder: Path, user: str, settings: dict[str, str]) -> None:
        self.port = _free_port()
        self._place, self.folder, self._user = place, folder, user
        self._admin: psycopg.Connection[tuple[Any, ...]] | None = None
        self._made = self._open = 0  # databases
        self._run("initdb", "-U", ADMIN, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        self._write("pg_hba.conf", HBA)
        self._write("postgresql.auto.conf", "".join(f"{name} = '{value}'\n" for name, value in settings.items()))

    def start(self) -> None:
        """Start it, where it was before; nothing when it runs. Raises RuntimeError."""
        if self._admin is None:
            self._run("pg_ctl", "-w", "-l", self.folder / "log", "-o", f"-p {self.port}", "start")
            self._admin = psycopg.connect(self.admin_url, autocommit=True)

    def stop(self) -> None:
        """Stop it as a crash does: every connection breaks. What was committed is there again after ``start``."""
        if self._admin is not None:
            self._admin.close()
            self._admin = None
            self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    @property
    def admin_url(self) -> str:
        """The URL of the administrator, who may do everything."""
        return _url(self.port, "postgres", ADMIN)

    @contextlib.contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database, as its owner. It goes at the end, and with the last one the logins go."""
        self._made += 1
        name = f"test_{self._made}"
        self.admin(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER)))
        self._open += 1
        try:
            yield _url(self.port, name, OWNER)
        finally:
            self._open -= 1
            self.start()  # a test that failed may have left it stopped
            self.admin(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
            if not self._open:
                self._drop_logins()

    def login(self, name: str, url: str, *, password: str = "") -> str:
        """Make a login that may connect to the database of ``url`` and nothing more; return its URL.

        With a ``password`` the server asks for it.
        """
        login, secret = sql.Identifier(name), sql.Literal(password or None)
        self.admin(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(login, secret))
        if password:
            self.admin(sql.SQL("GRANT {} TO {}").format(sql.Identifier(WITH_PASSWORD), login))
        return _url(self.port, _database(url), name, password)

    def cut(self, url: str) -> int:
        """Break every connection to the database of ``url`` and return how many there were; new ones are let in."""
        ask = sql.SQL("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = {}")
        return len(self.admin(ask.format(sql.Literal(_database(url)))))

    def admin(self, statement: sql.Composed) -> list[tuple[Any, ...]]:
        """Run ``statement`` as the administrator, in a transaction of its own; return its rows."""
        assert self._admin is not None, "the server is stopped"
        cursor = self._admin.execute(statement)
        return cursor.fetchall() if cursor.description else []

    def _drop_logins(self) -> None:
        ours = sql.SQL(", ").join(map(sql.Literal, (ADMIN, OWNER, WITH_PASSWORD)))
        ask = sql.SQL("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' AND rolname NOT IN ({})")
        if logins := [sql.Identifier(name) for (name,) in self.admin(ask.format(ours))]:
            self.admin(sql.SQL("DROP ROLE {}").format(sql.SQL(", ").join(logins)))

    def _write(self, name: str, text: str) -> None:
        (self.folder / "data" / name).write_text(text, encoding="utf-8")  # its owner stays who it was

    def _run(self, program: str, *arguments: str | Path) -> None:
        user: dict[str, Any] = {"user": self._user, "group": self._user, "extra_groups": ()} if self._user else {}
        output = self.folder / "output"
        with output.open("wb") as said:  # no pipe: the server would hold it open
            done = subprocess.run(
                [self._place / program, "-D", self.folder / "data", *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                **user,
            )
        if done.returncode:
            told = [file.read_text("utf-8", "replace") for file in (output, self.folder / "log") if file.exists()]
            raise RuntimeError(f"{program} failed: {''.join(told)}")


def _url(port: int, database: str, login: str, password: str = "") -> str:
    secret = f":{quote(password, safe='')}" if password else ""
    return f"postgresql://{quote(login, safe='')}{secret}@{HOST}:{port}/{database}"


def _database(url: str) -> str:
    return urlsplit(url).path.lstrip("/")


def _free_port() -> int:
    """One that nobody listens at; not the same one for all who start at the same time."""
    for port in random.SystemRandom().sample(PORTS, 20):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)):
                return port
    raise NoPostgreSQLError("no port is free on loopback")
