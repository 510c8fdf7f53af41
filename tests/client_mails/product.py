"""The mails that clients are measured with: all that the product makes, and long ones."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from assets import asset
from templates.assemble import assemble
from templates.brand.kit import extract_brand
from templates.compile.engine import mjml_engine
from templates.generate import add_brand, add_starters, slug_of
from templates.workspace import Workspace

GALLERY = Path(__file__).parents[3] / "shared" / "data" / "mjml-gallery"
SECTION = Path(__file__).parent / "long_section.mjml"
LONG = 75_000


@functools.cache
def product_mails() -> dict[str, str]:
    """Every starter in both languages, and MJML's own gallery where it is at hand."""
    kit = extract_brand(str(asset("samples", "site")))
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "sample", name=kit.name, brand=slug_of(kit))
        add_starters(workspace, add_brand(workspace, kit))
        names = [each.name for each in workspace.templates()]
        mails = {name: assemble(workspace, name).html for name in names}
    gallery = sorted(GALLERY.glob("*.mjml"))
    return mails | {f"gallery/{path.stem}": mjml_engine().compile(path.read_text("utf-8")).html for path in gallery}


def long_mails(count: int = 5) -> list[str]:
    """Return mails of 75 KB: sections of starters until they are long enough, no two with the same styles."""
    return [_long(number) for number in range(count)]


def _long(number: int) -> str:
    section = SECTION.read_text("utf-8")
    count, html = 8, ""
    while len(html) < LONG:
        count += 1
        body = "".join(
            section.format(n=(number + each) % 10, m=(number * 7 + each // 10) % 10) for each in range(count)
        )
        html = mjml_engine().compile(f"<mjml><mj-body>{body}</mj-body></mjml>").html
    return html
