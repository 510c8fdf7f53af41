"""Which pictures are shown, and in which groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.proofs.gallery.arranging import Filter, arranged
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.picture_row import PictureRow
from desktop.proofs.look.looked import Looked
from renderers.clients.profile import Mode
from renderers.proofs.proof import Shot
from renderers.proofs.runs.record import KeptShot
from templates.errors import InputError
from templates.store.runs import SavedRun, SavedShot

RUN = SavedRun("r", "b", "welcome.en", datetime.now(UTC), datetime.now(UTC), None, "done", "ann@studio")


def row(place: int, client: str, mode: Mode = "light", segment: str = "", **facts: object) -> PictureRow:
    """One picture."""
    shot = Shot("welcome.en", "default", segment, client, mode)
    saved = SavedShot(place, "default", segment, client, mode, key=f"k{place}")
    kept = KeptShot(RUN, saved, shot, None, None, None)
    looked = Looked.of_kept(kept)
    made = PictureRow(kept, looked, TemplateTitle("welcome.en", {"en": "Welcome"}, "EN"), looked.profile)
    return replace(made, **facts)  # type: ignore[arg-type]  # the test knows its fields


ROWS = (
    row(0, "gmail-web", standing="mail", verdict="approved"),
    row(1, "gmail-ios", mode="dark", changed=True, verdict="changes"),
    row(2, "thunderbird-linux", segment="loyal", standing="current"),
    row(3, "a-client-that-is-gone"),
)


def places(wanted: Filter) -> list[int]:
    return [each.kept.saved.place for section in arranged(ROWS, wanted, "none") for each in section.rows]


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Filter(), [0, 1, 2, 3]),
        (Filter(words="gmail WELCOME"), [0, 1]),
        (Filter(device="mobile"), [1]),
        (Filter(mode="dark"), [1]),
        (Filter(changed=True), [1]),
        (Filter(stale=True), [0]),
        (Filter(verdict="approved"), [0]),
        (Filter(verdict="open"), [2, 3]),
        (Filter(words="loyal"), [2]),
        (Filter(words="nothing"), []),
    ],
)
def test_a_filter_shows_what_it_asks_for(wanted, shown, qapp):
    """Each part holds back what it does not fit."""
    assert places(wanted) == shown


def test_groups_have_headings_in_a_useful_order(qapp):
    """Devices as everywhere in the window, brands by the alphabet, those without one last."""
    by_device = [(section.title, len(section.rows)) for section in arranged(ROWS, Filter(), "device")]
    assert by_device == [("Desktop", 1), ("Web", 1), ("Mobile", 1), ("No client", 1)]
    assert [section.title for section in arranged(ROWS, Filter(), "brand")] == ["Gmail", "Thunderbird", "Others"]
    assert [section.title for section in arranged(ROWS, Filter(), "segment")] == ["loyal", "Everybody"]
    assert [section.title for section in arranged(ROWS, Filter(), "template")] == ["Welcome · EN"]


def test_what_failed_is_what_has_no_picture(qapp):
    """For whatever reason."""
    failed = row(4, "gmail-web")
    failed = replace(failed, kept=replace(failed.kept, error=InputError("No.")))
    assert len(arranged([failed], Filter(failed=True), "none")) == 1
