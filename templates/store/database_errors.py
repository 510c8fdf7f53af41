"""What the database says when it refuses, as one clear sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from templates.errors import InputError, Place, StorageError

# By SQLite's name of the error, without what follows the second underscore.
_SENTENCES = {
    "SQLITE_NOTADB": StorageError(
        "This file is not a database, or is damaged.", advice="Restore it from a copy; it was left as it is."
    ),
    "SQLITE_CORRUPT": StorageError(
        "This database is damaged ({reason}).", advice="Restore it from a copy; it was left as it is."
    ),
    "SQLITE_BUSY": StorageError(
        "Another program keeps the database locked.", advice="Close other windows of this workspace and try again."
    ),
    "SQLITE_LOCKED": StorageError(
        "Another program keeps the database locked.", advice="Close other windows of this workspace and try again."
    ),
    "SQLITE_FULL": StorageError("The disk is full; nothing was changed.", advice="Free some space and try again."),
    # A full disk too, where SQLite cannot tell: a quota, the largest size of a file, the memory that processes share.
    "SQLITE_IOERR": StorageError(
        "The database could not be read or written ({reason}); nothing was changed.",
        advice="Free some space, check the drive, and try again.",
    ),
    "SQLITE_READONLY": StorageError("The database is read-only.", advice="Allow writing to it and to its folder."),
    "SQLITE_CANTOPEN": StorageError(
        "The database cannot be opened.", advice="Check that its folder may be written to."
    ),
}
_OTHER = StorageError("The database refused: {reason}.")


class ConnectionLostError(StorageError):
    """Whether the last transaction was kept is not known: only what may be done twice is to be done again."""


@contextmanager
def database_errors(name: str) -> Iterator[None]:
    """Turn what the driver raises into a StorageError, or an InputError for a text that is none.

    ``name`` is the file or the URL without a password.
    """
    try:
        yield
    except DBAPIError as error:
        if error.connection_invalidated or _never_connected(error):
            raise _lost(error.orig, name) from error
        raise _sentence(error.orig, name) from error
    except UnicodeEncodeError as error:  # half a character, as the command line passes on what it cannot read
        raise InputError("A text has characters that cannot be stored.", advice="Type it anew.") from error
    except sqlite3.Error as error:  # from preparing a connection, before SQLAlchemy wraps errors
        raise _sentence(error, name) from error


def _never_connected(error: DBAPIError) -> bool:
    """PostgreSQL's driver gives no SQLSTATE to what went wrong on the way."""
    return isinstance(error, OperationalError) and getattr(error.orig, "sqlstate", "") is None


def _lost(error: BaseException | None, name: str) -> ConnectionLostError:
    return ConnectionLostError(
        "The connection to the database was lost, or never came about: {reason}.",
        advice="Check the network and the server, then try again.",
        place=Place(name),
        reason=_reason(error),
    )


def _sentence(error: BaseException | None, name: str) -> StorageError:
    code = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    said = _SENTENCES.get(code, _OTHER)
    return StorageError(said.pattern, advice=said.advice_pattern, place=Place(name), reason=_reason(error))


def _reason(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
