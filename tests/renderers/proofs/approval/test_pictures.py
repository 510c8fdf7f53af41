"""Pictures of a sheet: small enough to be mailed, cut where nothing is torn."""

from __future__ import annotations

import base64
import io
from itertools import pairwise

import pytest
from PIL import Image

from renderers.proofs.approval import pictures
from renderers.proofs.approval.pictures import Wanted, cuts, sliced


@pytest.fixture
def file(tmp_path, mail_picture):
    """A picture as a file: ``file(width, height)``."""

    def write(width, height):
        path = tmp_path / f"{width}x{height}.jpg"
        path.write_bytes(mail_picture(width, height))
        return path

    return write


def opened(piece):
    return Image.open(io.BytesIO(base64.b64decode(piece.data)))


@pytest.mark.parametrize(("height", "count"), [(300, 1), (1230, 1), (1300, 2), (4000, 5), (9000, 11)])
def test_a_long_picture_is_cut_between_lines(mail_picture, height, count):
    """No piece is too high, and no cut goes through a line of text."""
    image = Image.open(io.BytesIO(mail_picture(400, height)))
    rows = cuts(image, 1000)
    assert len(rows) == count + 1
    assert (rows[0], rows[-1]) == (0, height)
    grey = image.convert("L")
    for top, end in pairwise(rows):
        assert 0 < end - top <= 1250
        edge = grey.crop((0, top, 400, top + 1)).tobytes()
        assert max(edge) - min(edge) < 30


@pytest.mark.parametrize(("for_paper", "kind"), [(False, "WEBP"), (True, "JPEG")])
def test_the_pieces_are_the_picture(file, for_paper, kind):
    """Of its width, with all its rows, never enlarged; as WebP on a screen, as JPEG on paper."""
    [pieces] = sliced([Wanted(file(375, 4000), 3.0)], for_paper=for_paper)
    assert {opened(each).format for each in pieces} == {kind}
    assert {opened(each).width for each in pieces} == {375}
    assert sum(opened(each).height for each in pieces) == 4000
    assert pieces[0].source.startswith(f"data:image/{kind.lower()};base64,")


def test_many_pictures_are_shrunk_until_they_fit(file, monkeypatch):
    """By the first step at which all together do."""
    monkeypatch.setattr(pictures, "EMBEDDED_BYTES", 10_000)
    found = sliced([Wanted(file(1000, 1500), 3.0), Wanted(file(990, 1400), 3.0)], for_paper=False)
    assert sum(len(opened(each).fp.getvalue()) for pieces in found for each in pieces) <= 10_000
    assert found[0][0].width < 1000


def test_a_damaged_picture_has_no_pieces(tmp_path, file):
    """Neither has one that is gone; the others are there."""
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8 no")
    found = sliced(
        [Wanted(broken, 3.0), Wanted(tmp_path / "none.jpg", 3.0), Wanted(file(300, 300), 3.0)], for_paper=True
    )
    assert [len(pieces) for pieces in found] == [0, 0, 1]
