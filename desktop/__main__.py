"""``python -m desktop [WORKSPACE]``: the window."""

from __future__ import annotations

import sys
from importlib.metadata import version

FAULTY = (6, 12)


def unusable(python: tuple[int, ...], pyside: str) -> str:
    """Why this PySide6 cannot run on this Python, or "".

    6.12 takes a reference from None on every call that returns nothing; before Python 3.12 counts them no more, the
    interpreter aborts after some thousand calls.
    """
    if python >= (3, 12) or tuple(int(part) for part in pyside.split(".")[:2]) < FAULTY:
        return ""
    return (
        f"PySide6 {pyside} ends Python {python[0]}.{python[1]} after a few seconds: "
        f'run {sys.executable} -m pip install "PySide6<6.12", or use Python 3.12.'
    )


def main() -> int:
    """Show the window; the exit code is 2 when it cannot be shown here."""
    if reason := unusable(sys.version_info[:2], version("PySide6")):
        sys.stderr.write(f"mailwright: {reason}\n")
        return 2
    from desktop.app import run  # after the check: importing PySide6 is what it guards

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
