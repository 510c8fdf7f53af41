"""Newer data of caniemail.com: from a file, or from its npm package, kept in the user's data folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from renderers.clients.support import CODES, Feature, Table, own_file, read_table, table
from templates.errors import EngineError, FetchError, InputError
from templates.files import read_text, write_text

PACKAGE = "caniemail"
DATA = "caniemail.json"
MAX_BYTES = 20_000_000
NPM_TIMEOUT_S = 120.0

_STATS = TypeAdapter(dict[str, dict[str, dict[str, str]]])
_CODE = re.compile(rf"[{''.join(CODES)}](?: #\d+)*\s*\Z")


def refresh(source: Path | None = None) -> Table:
    """Take over the table of ``source`` (the JSON, or a package with it; None: npm fetches the package) and return it.

    Nothing changes, and InputError says why, when the data is not as expected, older than what is in use, or holds
    less. Raises EngineError without npm, FetchError when it fails, StorageError when the table cannot be kept.
    """
    if source is None:
        with tempfile.TemporaryDirectory() as folder:
            path = _fetched(Path(folder))
            text = _text(path)
    else:
        path, text = source, _text(source)
    newer = read_table(text, path)
    _check_codes(newer, path)
    _check_growth(newer, table(), path)
    write_text(own_file(), text)
    return table()


def _fetched(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise EngineError(
            "npm is missing, which fetches the table of caniemail.com.",
            advice="Install Node.js with npm, or give a file.",
        )
    command = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder), f"{PACKAGE}@latest"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=NPM_TIMEOUT_S)
    except (OSError, subprocess.SubprocessError) as error:
        said = (getattr(error, "stderr", "") or "").strip().splitlines()
        raise FetchError(
            "npm could not fetch the package {package}: {reason}.",
            advice="Look at the connection and at npm's settings, or give a file.",
            package=PACKAGE,
            reason=said[-1] if said else type(error).__name__,
        ) from error
    return next(folder.glob("*.tgz"))


def _text(path: Path) -> str:
    """Return the JSON of a file, or of the package that the file is."""
    if not path.is_file() or not tarfile.is_tarfile(path):
        return read_text(path, most=MAX_BYTES)
    try:
        with tarfile.open(path) as package:
            for member in package:
                if member.isfile() and member.name.endswith(f"/{DATA}") and member.size <= MAX_BYTES:
                    found = package.extractfile(member)
                    return found.read().decode() if found else ""
    except (tarfile.TarError, zlib.error, EOFError, OSError, UnicodeDecodeError) as error:
        raise InputError("This package is damaged.", advice="Fetch it again.", place=path) from error
    raise InputError("There is no {name} in this package.", advice="Is it caniemail's?", place=path, name=DATA)


def _check_codes(newer: Table, path: Path) -> None:
    for feature in newer.features.values():
        try:
            stats = _STATS.validate_python(feature.stats)
        except ValidationError as error:
            raise _odd(feature, str(error.errors()[0]["input"])[:40], path) from None
        for platforms in stats.values():
            for versions in platforms.values():
                odd = [code for code in versions.values() if not _CODE.match(code)]
                if odd:
                    raise _odd(feature, odd[0][:40], path)


def _odd(feature: Feature, what: str, path: Path) -> InputError:
    return InputError(
        "The feature {feature} of the caniemail table is not as expected: {missing}.",
        advice="The table may have another form now; the one in use stays.",
        place=path,
        feature=feature.slug,
        missing=what,
    )


def _check_growth(newer: Table, current: Table, path: Path) -> None:
    """A table that knows less than the one in use is more likely damaged than corrected."""
    less = (
        newer.updated < current.updated
        or current.features.keys() - newer.features.keys()
        or current.pairs() - newer.pairs()
        or newer.known() < current.known()
    )
    if less:
        raise InputError(
            "This table of {date} holds less than the one in use, of {current}: it is not taken over.",
            advice="Known cells: {cells} there, {more} in use.",
            place=path,
            date=newer.updated,
            current=current.updated,
            cells=newer.known(),
            more=current.known(),
        )
