"""Proofs that stay with the workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from renderers.proofs.proof import Proof, Shot
from renderers.proofs.saved import save_proofs, saved_pictures
from renderers.render.job import RenderResult
from templates.workspace import Workspace

PICTURE = RenderResult(b"\xff\xd8one", "image/jpeg", 640, 900, 640, "ab12", cached=False)
SHOT = Shot("welcome.en", "default", "", "plain-desktop")


def test_the_latest_picture_is_found_again(tmp_path: Path) -> None:
    """A saved picture is there after the workspace is opened anew; a later one replaces it; a lost file is none."""
    workspace = Workspace.create(tmp_path / "agency", name="Agency")
    failed = Proof(replace(SHOT, template="broken.en"))
    assert save_proofs(workspace, [Proof(SHOT, result=PICTURE), failed]) == 1
    again = Workspace.open(tmp_path / "agency")
    found = saved_pictures(again, ["welcome.en", "broken.en"], "plain-desktop")
    assert {name: path.read_bytes() for name, path in found.items()} == {"welcome.en": PICTURE.picture}

    later = replace(PICTURE, picture=b"\xff\xd8two", key="cd34")
    save_proofs(again, [Proof(SHOT, result=later)])
    found = saved_pictures(again, ["welcome.en"], "plain-desktop")
    assert found["welcome.en"].read_bytes() == later.picture
    found["welcome.en"].unlink()
    assert saved_pictures(again, ["welcome.en"], "plain-desktop") == {}
