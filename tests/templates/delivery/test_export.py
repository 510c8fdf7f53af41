"""The zip: what an agency hands over, and what a sending service takes in."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from templates.assemble import assemble, assemble_tagged
from templates.compile.engine import mjml_engine
from templates.compile.parity import differences
from templates.delivery.export import export_zip
from templates.errors import Cancelled, InputError, StorageError
from templates.workspace import Workspace


@pytest.fixture(scope="module")
def archive(twenty: Workspace, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Everything of the sample company."""
    path = tmp_path_factory.mktemp("zip") / "all.zip"
    export_zip(twenty, path)
    return zipfile.ZipFile(path)


def test_every_template_is_there_twice(archive: zipfile.ZipFile) -> None:
    """Forty templates, tagged and rendered, in the order of the set, each as HTML, MJML and text."""
    names = archive.namelist()
    for form in ("tagged", "rendered"):
        for ending in ("html", "mjml", "txt"):
            assert sum(name.startswith(form) and name.endswith(ending) for name in names) == 40
    assert names[0].startswith("tagged/01-email-confirmation.en")
    assert json.loads(archive.read("brand.json"))["kettlewren"]["name"] == "Kettlewren"


def test_tags_are_kept_or_gone(archive: zipfile.ZipFile) -> None:
    """The tagged form has its variables and no reference to the brand; the rendered form has no tag at all."""
    for name in archive.namelist():
        if not name.endswith((".html", ".mjml")):
            continue
        text = archive.read(name).decode()
        assert "{{ brand" not in text, name
        assert ("{{" in text or "{%" in text) == name.startswith("tagged"), name


def test_the_pictures_lie_beside(archive: zipfile.ZipFile) -> None:
    """Every picture that a mail points at is in the zip, and nothing is that no mail points at."""
    wanted = set()
    for name in archive.namelist():
        if name.endswith(".html"):
            wanted |= {part.split('"')[0].split(")")[0] for part in archive.read(name).decode().split("../")[1:]}
    there = {name for name in archive.namelist() if name.startswith("images/")}
    assert {name for name in wanted if name.startswith("images/")} == there


@pytest.mark.parametrize("form", ["tagged", "rendered"])
def test_any_tool_compiles_the_mjml_to_the_same_html(twenty: Workspace, form: str) -> None:
    """The flattened MJML, compiled by itself, gives the tokens of the HTML before inlining, for every template."""
    make = {"tagged": assemble_tagged, "rendered": assemble}[form]
    for folder in twenty.templates():
        mail = make(twenty, folder.name)
        again = mjml_engine().compile(mail.mjml)
        assert differences(mail.html_before_inlining, again.html) == [], folder.name
        assert again.diagnostics == (), folder.name


def test_cancel_leaves_the_old_zip(twenty: Workspace, tmp_path: Path) -> None:
    """A cancelled export changes nothing on disk."""
    path = tmp_path / "out.zip"
    path.write_bytes(b"the old one")
    with pytest.raises(Cancelled):
        export_zip(twenty, path, on_progress=lambda done, total, name: done < 2)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk(twenty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room: one sentence, and the old zip is still there."""
    import errno
    import os

    path = tmp_path / "out.zip"
    path.write_bytes(b"the old one")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        export_zip(twenty, path, ["welcome.en"])
    assert path.read_bytes() == b"the old one"


def test_an_unknown_template(twenty: Workspace, tmp_path: Path) -> None:
    """A misspelt name is answered with the nearest one."""
    with pytest.raises(InputError, match="welcome"):
        export_zip(twenty, tmp_path / "out.zip", ["welcom.en"])
