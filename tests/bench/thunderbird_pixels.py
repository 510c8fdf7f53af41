"""How far our Thunderbird is from Thunderbird: the starters as it draws them itself, and as Firefox draws our model.

Both pictures have the profile's width. A pixel differs when one of its channels differs by more than 32 of 255, or
when only one of the pictures reaches that far down. The aim: a median share of at most 0.1 % of the pixels.
"""

from __future__ import annotations

import asyncio
import io
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageChops
from report import report

from assets import asset
from renderers.clients.pipeline import in_client
from renderers.clients.profile import Mode, profile
from renderers.mails import build_template, files_of
from renderers.render.cast import Cast
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail
from renderers.render.pool import RenderPool
from templates.brand.kit import extract_brand
from templates.generate import add_brand, add_starters, slug_of
from templates.workspace import Workspace

PROFILE = "thunderbird-linux"
_VISIBLE = 32


def main() -> None:
    """Print the share of each starter, and the median."""
    rows = [
        {"mode": mode, "starters": len(shares), "median, %": 100 * statistics.median(shares.values()), **_worst(shares)}
        for mode in ("light", "dark", "images-off")
        if (shares := thunderbird_differences(mode))
    ]
    if rows:
        report("thunderbird_pixels", rows)
    else:
        print("Not measured: it needs Thunderbird and Firefox.")


def thunderbird_differences(mode: Mode = "light", keep: Path | None = None) -> dict[str, float] | None:
    """Return the share of differing pixels by starter, 0 to 1; None where Thunderbird or Firefox is missing.

    ``keep``: a folder for the pictures of both, to look at.
    """
    with tempfile.TemporaryDirectory() as folder:
        workspace = _workspace(Path(folder))
        return asyncio.run(differences(_mails(workspace, mode), keep)) or None


async def differences(mails: Mapping[str, ClientMail], keep: Path | None = None) -> dict[str, float]:
    """Return the share of differing pixels of each mail; nothing where one of the two is missing."""
    async with RenderPool() as pool:
        casts = _both(pool)
        return {name: await _difference(pool, casts, name, mail, keep) for name, mail in mails.items()} if casts else {}


def _both(pool: RenderPool) -> Sequence[Cast]:
    """Return Thunderbird itself and the real engine; nothing unless both are there."""
    there = [cast for cast in pool.casts(profile(PROFILE)) if not cast.instead_of]
    return there if len(there) == 2 else []


async def _difference(pool: RenderPool, casts: Sequence[Cast], name: str, mail: ClientMail, keep: Path | None) -> float:
    pictures = {cast.kind: (await pool.render(mail.job(cast, "png"))).picture for cast in casts}
    if keep:
        _keep(keep, name, pictures)
    return share(*(Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures.values()))


def _keep(folder: Path, name: str, pictures: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for kind, picture in pictures.items():
        (folder / f"{name}.{kind}.png").write_bytes(picture)


def share(one: Image.Image, other: Image.Image) -> float:
    """Return the share of the pixels that differ visibly, of the higher picture's."""
    size = (max(one.width, other.width), max(one.height, other.height))
    common = (0, 0, min(one.width, other.width), min(one.height, other.height))
    steps = ImageChops.difference(one.crop(common), other.crop(common)).split()
    red, green, blue = (channel.point(lambda step: 255 * (step > _VISIBLE)) for channel in steps)
    differing = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()[255]
    beyond = size[0] * size[1] - common[2] * common[3]
    return (differing + beyond) / (size[0] * size[1])


def _workspace(folder: Path) -> Workspace:
    kit = extract_brand(str(asset("samples", "site")))
    workspace = Workspace.create(folder / "sample", name=kit.name, brand=slug_of(kit))
    add_starters(workspace, add_brand(workspace, kit))
    return workspace


def _mails(workspace: Workspace, mode: Mode) -> dict[str, ClientMail]:
    mails = {}
    for template in workspace.templates():
        build = build_template(workspace, template.name, image_url=fake_url)
        shown = profile(PROFILE)
        client = in_client(build.html, shown, mode=mode)
        files = {name: _content(source) for name, source in files_of(workspace, build)[0].items()}
        mails[template.name] = ClientMail(build.html, client, files, shown, mode)
    return mails


def _content(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _worst(shares: Mapping[str, float]) -> dict[str, str | float]:
    name = max(shares, key=lambda each: shares[each])
    return {"worst": name, "worst, %": 100 * shares[name], "without a difference": list(shares.values()).count(0)}


if __name__ == "__main__":
    main()
