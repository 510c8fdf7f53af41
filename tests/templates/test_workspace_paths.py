"""Paths in templates: whatever a stranger writes, no file outside the workspace is found."""

from __future__ import annotations

import os
import urllib.parse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.errors import InputError
from templates.workspace_paths import file_inside, path_from_root

SECRET = "secret.txt"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace's folder with a few files, and a secret beside it."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / SECRET).write_text("secret")
    inside = folder / "workspace"
    for path in ("brands/acme/logo.png", "brands/acme/parts/head.mjml", "modules/café 1.mjml", "a%41.txt", ".hidden"):
        (inside / path).parent.mkdir(parents=True, exist_ok=True)
        (inside / path).write_text(path)
    return inside


@pytest.mark.parametrize(
    ("path", "beside", "found"),
    [
        ("brands/acme/logo.png", "", "brands/acme/logo.png"),
        ("brands//acme/./logo.png", "", "brands/acme/logo.png"),
        ("brands%2Facme%2flogo.png", "", "brands/acme/logo.png"),
        ("./head.mjml", "brands/acme/parts/x.mjml", "brands/acme/parts/head.mjml"),
        ("brands/acme/logo.png", "brands/acme/parts/x.mjml", "brands/acme/logo.png"),
        ("modules/caf%C3%A9%201.mjml", "", "modules/café 1.mjml"),
        ("modules/café 1.mjml", "", "modules/café 1.mjml"),
    ],
)
def test_a_path_means_a_file_from_the_root_or_beside(root: Path, path: str, beside: str, found: str) -> None:
    """The id is the plain path from the root, however it was written."""
    assert file_inside(root, path, beside=beside) == (root.resolve() / found, found)


REFUSED = [
    ("../secret.txt", "climbs out"),
    ("brands/../../secret.txt", "climbs out"),
    ("brands/../brands/acme/logo.png", "climbs out"),
    ("./../secret.txt", "climbs out"),
    ("%2e%2e/secret.txt", "climbs out"),
    ("%252e%252e%252fsecret.txt", "climbs out"),
    ("%2525252525252e./secret.txt", "climbs out"),
    ("..", "climbs out"),
    ("/etc/passwd", "not a path inside"),
    ("//server/share/a", "not a path inside"),
    ("%2Fetc/passwd", "not a path inside"),
    ("~/secret.txt", "not a path inside"),
    ("C:/secret.txt", "not a path inside"),
    ("c:secret.txt", "not a path inside"),
    ("C%3A%5Csecret.txt", "not a path inside"),
    ("..\\secret.txt", "not a path inside"),
    ("\\\\server\\share\\a", "not a path inside"),
    ("\\\\?\\C:\\secret.txt", "not a path inside"),
    ("file:///etc/passwd", "not a path inside"),
    ("file:secret.txt", "not a path inside"),
    ("https://example.com/a.mjml", "not a path inside"),
    ("brands/acme/logo.png:stream", "not a path inside"),
    ("brands/acme/logo.png\x00.mjml", "not a path of a file"),
    ("brands/acme/logo.png%00.mjml", "not a path of a file"),
    ("brands/acme\nlogo.png", "not a path of a file"),
    ("", "not a path of a file"),
    (" ", "not a path of a file"),
    (".", "not a file"),
    ("./", "not a file"),
    ("brands", "not a file"),
    ("brands/acme/none.png", "has no file"),
    ("brands/acme/logo.png/x", "has no file"),
    (".hidden", "hidden"),
    ("brands/.git/config", "hidden"),
    ("brands/...", "hidden"),
    ("con", "Windows keeps"),
    ("brands/NUL.mjml", "Windows keeps"),
    ("brands/acme/logo.png.", "Windows keeps"),
    ("brands /acme", "Windows keeps"),
    ("a" * 5000, "too long"),
    ("%25" * 2000, "too long"),
    ("a" * 300, "has no file"),
]


@pytest.mark.parametrize(("path", "said"), REFUSED)
def test_a_hostile_path_is_refused_with_its_reason(root: Path, path: str, said: str) -> None:
    """Each spelling of "elsewhere" has a sentence of its own."""
    with pytest.raises(InputError, match=said):
        file_inside(root, path, beside="brands/acme/parts/head.mjml" if said == "climbs out" else "")


def test_links_out_of_the_workspace_are_refused(root: Path) -> None:
    """A link is followed before it is judged, whether it is the file or a folder on the way."""
    (root / "link.txt").symlink_to(root.parent / SECRET)
    (root / "folder").symlink_to(root.parent)
    (root / "round").symlink_to(root / "round")
    (root / "fine.png").symlink_to(root / "brands" / "acme" / "logo.png")
    for path in ("link.txt", f"folder/{SECRET}", "folder/workspace/link.txt"):
        with pytest.raises(InputError, match="through a link"):
            file_inside(root, path)
    with pytest.raises(InputError, match="has no file"):
        file_inside(root, "round")
    assert file_inside(root, "fine.png") == ((root / "brands/acme/logo.png").resolve(), "fine.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened(root: Path) -> None:
    """Reading one would wait for ever."""
    os.mkfifo(root / "pipe.mjml")
    with pytest.raises(InputError, match="not a file"):
        file_inside(root, "pipe.mjml")


def test_a_workspace_behind_a_link_works(root: Path, tmp_path: Path) -> None:
    """The root itself may be a link; what counts is the real folder."""
    (tmp_path / "link").symlink_to(root)
    assert file_inside(tmp_path / "link", "brands/acme/logo.png")[0] == (root / "brands/acme/logo.png").resolve()


PIECES = [
    *("..", ".", "/", "\\", "~", "C:", "file:", "?", "*", "@", "-", " ", "con", "::$DATA", "\x00", "\n"),
    *("%2e", "%2f", "%5c", "%25", "%00", "%c0%ae", "é", "\u2025", "\uff0e", "\uff0f"),
    *(SECRET, "brands", "acme", "logo.png"),
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8)
    .map("".join)
    .flatmap(lambda text: st.sampled_from([text, urllib.parse.quote(text)])),
    st.sampled_from(["", "brands/acme/parts/head.mjml"]),
)
def test_no_spelling_leads_out(root: Path, path: str, beside: str) -> None:
    """A path is a file inside, or it is refused with a message."""
    try:
        real, identity = file_inside(root, path, beside=beside)
    except InputError:
        return
    assert real.is_relative_to(root.resolve())
    assert real.read_text() != "secret"
    assert path_from_root(urllib.parse.quote(identity)) == identity
