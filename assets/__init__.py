"""Data that ships with Mailwright, and the one function that finds a file of it."""

from pathlib import Path

ROOT = Path(__file__).parent


def asset(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as ``asset("icons", "save.svg")``.

    Raises FileNotFoundError when it is not part of this installation.
    """
    path = ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
