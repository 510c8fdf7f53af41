"""The contact sheet of a workspace."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from renderers.proofs.contact_sheet import write_contact_sheet
from renderers.proofs.proof import Proof, Shot
from renderers.render.job import RenderResult
from templates.assemble import assemble
from templates.errors import TemplateError
from templates.workspace import Workspace


def picture() -> RenderResult:
    out = io.BytesIO()
    Image.new("RGB", (64, 90), "#1d5b4c").save(out, "JPEG")
    return RenderResult(out.getvalue(), "image/jpeg", 64, 90, 64, "ab12", cached=False)


def test_one_file_in_the_order_of_the_set(twenty: Workspace, tmp_path: Path) -> None:
    """Templates stand by number, with the brand, their subject and what went wrong; nothing is fetched."""
    proofs = [
        Proof(Shot("welcome.en", "default", "", "plain-mobile"), assemble(twenty, "welcome.en"), picture()),
        Proof(Shot("task-assigned.en", "default", "", "plain-mobile"), error=TemplateError("The block is not closed.")),
        Proof(
            Shot("email-confirmation.en", "default", "", "plain-mobile"),
            assemble(twenty, "email-confirmation.en"),
            picture(),
        ),
    ]
    path = write_contact_sheet(twenty, proofs, tmp_path / "sheet.html")
    html = path.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [path]
    places = [html.index(word) for word in ("Confirm your e-mail address", "Welcome to Kettlewren")]
    assert places == sorted(places)
    assert "The block is not closed." in html
    assert "#1d5b4c" in html
    assert 'src="http' not in html
