"""A site that was read again."""

from __future__ import annotations

from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import LogoFile
from templates.brand.store import load_brand, save_brand, update_brand
from templates.brand.texts.font import Font
from templates.brands.refresh import apply_refresh, refresh_brand
from templates.files import read_text, write_text

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40" fill="#060">
<circle cx="20" cy="20" r="20"/><rect x="50" width="110" height="40"/></svg>"""


def found_anew(make_kit, **values):
    """What the site says today."""
    logo = LogoFile("https://logo.example/new.svg", SVG, "image/svg+xml")
    today = {
        "address": "9 Low Road",
        "font": Font("Georgia, serif", "Helvetica, Arial, sans-serif", ""),
        "socials": {"x": "https://x.com/acme"},
        "candidates": {"primary": (Candidate("#006600", "logo fill", 0.8),)},
        "logo_wide": logo.reference,
        "logo_files": {"wide": logo},
    }
    return make_kit("Acme Ltd", "#006600", **{**today, **values})


def test_nothing_differs_when_nothing_changed(two, make_kit):
    """The same kit again is no news."""
    assert refresh_brand(two, "acme", make_kit("Acme", "#1144aa")) == []


def test_differences_are_told_before_anything_is_changed(two, make_kit):
    """Each field with its value now and the one found; "" where there is none; logos as pictures."""
    before = (two.brand_folder("acme") / "brand.toml").read_bytes()
    found = {one.field: one for one in refresh_brand(two, "acme", found_anew(make_kit))}
    assert {name: (one.old, one.new) for name, one in found.items() if not name.startswith("logo")} == {
        "name": ("Acme", "Acme Ltd"),
        "address": ("1 High Street", "9 Low Road"),
        "primary": ("#1144aa", "#006600"),
        "font_heading": ("Helvetica, Arial, sans-serif", "Georgia, serif"),
        "socials.facebook": ("https://www.facebook.com/acme", ""),
        "socials.x": ("", "https://x.com/acme"),
    }
    assert found["logo_wide"].new_picture == SVG
    assert b"#1144aa" in found["logo_wide"].old_picture
    assert (two.brand_folder("acme") / "brand.toml").read_bytes() == before


def test_what_a_person_chose_is_not_asked_about(two, make_kit):
    """Neither shown as a difference nor changed."""
    folder = two.brand_folder("acme")
    update_brand(folder, primary="#222222", facebook="https://www.facebook.com/mine", logo=SVG.replace(b"060", b"900"))
    fields = [one.field for one in refresh_brand(two, "acme", found_anew(make_kit))]
    assert fields == ["name", "address", "font_heading", "socials.x"]
    apply_refresh(two, "acme", found_anew(make_kit), fields)
    brand = load_brand(folder)
    assert (brand.primary, brand.socials["facebook"]) == ("#222222", "https://www.facebook.com/mine")
    assert b"900" in (folder / "logo-wide-original.svg").read_bytes()
    assert (brand.name, brand.socials["x"]) == ("Acme Ltd", "https://x.com/acme")


def test_what_was_edited_in_the_file_is_not_asked_about(two, make_kit):
    """A value that somebody wrote there is as good as one that was picked in the window."""
    folder = two.brand_folder("acme")
    save_brand(make_kit("Acme", "#1144aa", address="1 High Street"), folder)
    text = read_text(folder / "brand.toml").replace("1 High Street", "5 Hand Lane", 1)
    write_text(folder / "brand.toml", text)
    assert "address" not in [one.field for one in refresh_brand(two, "acme", found_anew(make_kit))]


def test_only_the_wanted_fields_change(two, make_kit):
    """All others keep their value; the candidates are today's for every field."""
    folder = two.brand_folder("acme")
    apply_refresh(two, "acme", found_anew(make_kit), ["address", "socials.x"])
    brand = load_brand(folder)
    assert (brand.address, brand.name, brand.primary) == ("9 Low Road", "Acme", "#1144aa")
    assert brand.socials == {"facebook": "https://www.facebook.com/acme", "x": "https://x.com/acme"}
    assert b"#1144aa" in (folder / "logo-wide-original.svg").read_bytes()
    assert [row.value for row in brand.evidence["primary"]] == ["#006600"]
    assert {one.field for one in refresh_brand(two, "acme", found_anew(make_kit))} == {
        "logo_wide",
        "name",
        "primary",
        "font_heading",
        "socials.facebook",
    }


def test_everything_can_be_taken_over(two, make_kit):
    """Then nothing differs any more, the parts edited by hand are kept and told, and the site stays."""
    folder = two.brand_folder("acme")
    write_text(folder / "parts" / "header.mjml", "<mj-section></mj-section>\n")
    kit = found_anew(make_kit, site="https://elsewhere.example")
    assert apply_refresh(two, "acme", kit, [one.field for one in refresh_brand(two, "acme", kit)]) == ["header.mjml"]
    assert refresh_brand(two, "acme", kit) == []
    assert load_brand(folder).site == "https://logo.example"
