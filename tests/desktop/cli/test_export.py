"""``mailwright export``."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path


def test_the_zip(run, workspace: Path, tmp_path: Path) -> None:
    """Both forms of every template as HTML and MJML, with pictures and data beside; two exports are the same bytes."""
    done = run("export", workspace, "--zip", tmp_path / "out.zip", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["templates"] == ["welcome.en", "welcome.fr", "password-reset.en"]
    archive = zipfile.ZipFile(tmp_path / "out.zip")
    names = set(archive.namelist())
    for form in ("tagged", "rendered"):
        for ending in ("html", "mjml", "txt"):
            assert f"{form}/02-welcome.en.{ending}" in names
    assert {"brand.json", "README.txt", "data/03-password-reset.en/minimal.json"} <= names
    tagged = archive.read("tagged/02-welcome.en.html").decode()
    assert "{{ start_url }}" in tagged
    assert "{{ brand" not in tagged
    assert "{{" not in archive.read("rendered/02-welcome.en.html").decode()
    for picture in {part.split('"')[0] for part in tagged.split('src="../')[1:]}:
        assert picture in names
    run("export", workspace, "--zip", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "out.zip").read_bytes()


def test_a_folder_that_cannot_be_written(run, workspace: Path, tmp_path: Path) -> None:
    """A zip that cannot be written is one sentence naming it."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    done = run("export", workspace, "--zip", blocked / "out.zip")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert str(blocked) in done.stderr
