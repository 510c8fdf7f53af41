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


def test_in_the_language_of_a_service(run, workspace: Path, tmp_path: Path) -> None:
    """What cannot be said is named with place and advice, the others are written, and the exit status says so."""
    text = workspace / "templates" / "welcome.fr" / "template.mjml"
    broken = text.read_text("utf-8").replace("</mj-body>", "{{ steps|length }}</mj-body>")
    text.write_text(broken, "utf-8")
    line = broken[: broken.index("steps|length")].count("\n") + 1
    command = ("export", workspace, "--zip", tmp_path / "out.zip", "--dialect", "mailjet")
    done = run(*command)
    assert done.returncode == 1
    assert f"templates/welcome.fr/template.mjml:{line}:" in done.stderr
    assert "Prepare the value in the data" in done.stderr
    assert "1 left out: welcome.fr" in done.stderr
    told = json.loads(run(*command, "--json").stdout)
    assert told["templates"] == ["welcome.en", "password-reset.en"]
    assert told["left_out"] == ["welcome.fr"]
    refused = [one for one in told["findings"] if one["level"] == "refusal"]
    assert [(one["code"], one["where"]["line"]) for one in refused] == [("mailjet.filter", line)]
    assert run(*command, "--accept").returncode == 0
    assert len(zipfile.ZipFile(tmp_path / "out.zip").namelist()) > 12


def test_a_service_that_is_not_known(run, workspace: Path, tmp_path: Path) -> None:
    """The answer names those that are."""
    done = run("export", workspace, "--zip", tmp_path / "out.zip", "--dialect", "pigeon")
    assert done.returncode == 1
    assert "mailjet" in done.stderr
