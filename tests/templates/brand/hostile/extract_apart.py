"""A program: extract the brands of folders, one after the other, within limits that a hostile page must not reach.

Arguments: bytes of address space, seconds of work for one folder, folders. Beside each folder it leaves
``<folder>.outcome``: the kit as it was loaded again after saving, or the exception, pickled. Where a limit ends the
program, the outcome of the folder it was at is missing.
"""

from __future__ import annotations

import contextlib
import pickle
import sys
import traceback
from pathlib import Path

from templates.brand.kit import extract_brand
from templates.brand.store import load_brand, save_brand
from templates.errors import MailwrightError


def limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError):  # Windows and macOS do without
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, resource.RLIM_INFINITY))


def limit_work(seconds: int) -> None:
    """Allow so many more seconds of computing; waiting costs nothing, so a busy machine breaks no test."""
    with contextlib.suppress(ImportError, ValueError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(usage.ru_utime + usage.ru_stime)
        resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds + 1, resource.RLIM_INFINITY))


def outcome(folder: Path) -> object:
    try:
        kit = extract_brand(str(folder))
        save_brand(kit, folder.with_suffix(".brand"))
        load_brand(folder.with_suffix(".brand"))
    except MailwrightError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is, the test says it
        return "".join(traceback.format_exception(error))
    return kit


def main() -> None:
    memory, seconds, *folders = sys.argv[1:]
    limit_memory(int(memory))
    for folder in map(Path, folders):
        limit_work(int(seconds))
        folder.with_suffix(".outcome").write_bytes(pickle.dumps(outcome(folder)))


if __name__ == "__main__":
    main()
