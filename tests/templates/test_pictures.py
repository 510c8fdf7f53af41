"""Pictures for templates: copied under safe names, converted where mails cannot show them, refused when hostile."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from templates.errors import InputError, LimitError
from templates.pictures import (
    MOST_BYTES,
    copy_picture,
    keep_picture,
    picture_facts,
    read_picture,
    safe_stem,
    shrink_picture,
    small_picture,
)
from templates.workspace import Workspace

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="red"/></svg>'


def picture(form="PNG", size=(40, 20), colour="red", **options):
    out = io.BytesIO()
    Image.new("RGBA" if form in {"PNG", "WEBP"} else "RGB", size, colour).save(out, form, **options)
    return out.getvalue()


def bomb(width, height):
    """A PNG of a few bytes that claims many pixels."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.fixture
def workspace(tmp_path):
    """A workspace with one empty template."""
    made = Workspace.create(tmp_path / "ws", name="W")
    folder = made.root / "templates" / "hello"
    folder.mkdir(parents=True)
    (folder / "template.mjml").write_text("<mjml></mjml>")
    return made


@pytest.mark.parametrize(("form", "ending"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif")])
def test_what_mails_show_is_copied_byte_for_byte(workspace, tmp_path, form, ending):
    """The ending is that of the content, not of the name; the path is that of the workspace."""
    source = tmp_path / "Été à la mer.bin"
    source.write_bytes(picture(form))
    copied = copy_picture(workspace, "hello", source)
    assert copied.path == f"templates/hello/images/ete-a-la-mer{ending}"
    assert workspace.file(copied.path).read_bytes() == source.read_bytes()
    assert (copied.facts.form, copied.facts.width, copied.facts.height) == (form, 40, 20)


@pytest.mark.parametrize(
    ("data", "form"), [(SVG, "PNG"), (picture("WEBP", colour=(255, 0, 0, 128)), "PNG"), (picture("BMP"), "JPEG")]
)
def test_what_mails_do_not_show_is_converted(workspace, data, form):
    """SVG and WebP become PNG because they may be transparent, the rest JPEG."""
    copied = keep_picture(workspace, "hello", "logo", data)
    assert copied.facts.form == form
    with Image.open(workspace.file(copied.path)) as image:
        assert image.convert("RGB").getpixel((5, 5))[0] > 230


def test_a_photograph_is_copied_upright_and_tells_nobody_where_it_was_taken(workspace):
    """One that was held sideways is turned; the place goes with the other notes."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = "Somebody Private"
    copied = keep_picture(workspace, "hello", "photo", picture("JPEG", exif=exif.tobytes()))
    data = workspace.file(copied.path).read_bytes()
    assert (copied.facts.width, copied.facts.height) == (20, 40)
    assert b"Somebody" not in data


def test_one_picture_is_kept_once_and_another_gets_another_name(workspace):
    """Nothing is overwritten."""
    first = keep_picture(workspace, "hello", "hero", picture())
    again = keep_picture(workspace, "hello", "hero", picture())
    other = keep_picture(workspace, "hello", "hero", picture(colour="blue"))
    assert first == again
    assert other.path == "templates/hello/images/hero-2.png"


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n\0\0\0", picture("JPEG")[:200], b"<html><svg></html>"]
)
def test_what_is_no_picture_is_refused(workspace, data):
    """Also a picture that was cut off; nothing is written."""
    with pytest.raises(InputError):
        keep_picture(workspace, "hello", "hero", data)
    assert not (workspace.root / "templates" / "hello" / "images").exists()


def test_a_bomb_is_refused_by_its_header(workspace):
    """A few bytes that would need gigabytes are never decoded."""
    for size in ((6000, 6000), (30_000, 30_000)):
        with pytest.raises(LimitError):
            keep_picture(workspace, "hello", "hero", bomb(*size))
        with pytest.raises(LimitError):
            small_picture(bomb(*size), 64)


def test_a_huge_file_is_not_read(tmp_path):
    """Its size is asked first."""
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(LimitError):
        read_picture(path)
    with pytest.raises(LimitError):
        picture_facts(path.read_bytes())


def test_a_folder_that_leads_out_of_the_workspace_is_refused(workspace, tmp_path):
    """A workspace from a stranger may hold such a link."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (workspace.root / "templates" / "hello" / "images").symlink_to(outside)
    with pytest.raises(InputError, match="leads out"):
        keep_picture(workspace, "hello", "hero", picture())
    assert not list(outside.iterdir())


def test_a_smaller_copy_is_as_wide_as_asked_and_upright(workspace):
    """The camera's rotation is applied; the first picture stays."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    first = keep_picture(workspace, "hello", "photo", picture("JPEG", (400, 200), exif=exif))
    small = shrink_picture(workspace, "hello", first.path, 100)
    assert (small.facts.width, small.facts.height) == (100, 200)
    assert small.path.endswith("photo-100.jpg")
    assert workspace.file(first.path).exists()


@pytest.mark.parametrize("data", [picture(size=(300, 200)), picture("JPEG", (300, 200)), SVG])
def test_a_small_picture_fits_its_place(data):
    """A PNG that any list can show."""
    with Image.open(io.BytesIO(small_picture(data, 64))) as image:
        assert (image.format, max(image.size)) == ("PNG", 64)


@pytest.mark.parametrize(
    ("name", "stem"),
    [("Hero Image (1)", "hero-image-1"), ("con", "picture-con"), ("…", "picture"), ("a" * 90, "a" * 60)],
)
def test_names_are_safe_everywhere(name, stem):
    """On every system and in every address."""
    assert safe_stem(name) == stem
