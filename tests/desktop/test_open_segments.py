"""The segments of an open workspace: changes, undo, what others change, who is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.editor.documents import Documents
from desktop.open_brands import OpenBrands
from desktop.open_segments import OpenSegments, segments_of
from desktop.segment_edits import Editing, id_of
from templates.brand.by_hand import brand_by_hand
from templates.dynamic.contact_table import ContactTable
from templates.generate import add_brand
from templates.source.text_edit import TextEdit
from templates.starters import instantiate, starter
from templates.workspace import Workspace

CONTACTS = ContactTable({"city": ["Lyon", "New York", None], "loyalty": [True, False, True]}, 3, "three.csv")


class Opened(OpenBrands):
    """A workspace without templates' pictures."""

    def make_pictures(self) -> None:
        """There are none."""


@pytest.fixture
def root(tmp_path) -> Path:
    """A workspace as it is made, without a template."""
    return Workspace.create(tmp_path / "agency", name="Agency").root


@pytest.fixture
def documents(jobs, qapp) -> Documents:
    """What is open in the editor: nothing yet."""
    return Documents(jobs, qapp)


@pytest.fixture
def segments(jobs, qapp, qtbot, root, documents) -> OpenSegments:
    """The segments of the workspace, read."""
    made = segments_of(Opened(Workspace.open(root), jobs, qapp), documents)
    with qtbot.waitSignal(made.counted):
        made.read()
    return made


@pytest.fixture
def editing(segments) -> Editing:
    """What people do to them."""
    return Editing(segments)


@pytest.fixture
def file(root) -> Path:
    """Their file."""
    return Path(root / "segments.toml")


def ids(segments: OpenSegments) -> list[str]:
    return [one.id for one in segments.listed.segments]


def settled(qtbot, segments: OpenSegments) -> None:
    qtbot.waitUntil(lambda: not segments.is_busy)


def test_changes_are_written_at_once_and_taken_back(segments, editing, file, qtbot):
    """Add, name, rule, move, duplicate, delete: each a step; all of them undone is the file as it was."""
    before = file.read_text("utf-8")
    new = editing.add("Lyonnais & amis")
    assert new == "lyonnais_amis"
    editing.set_rule(new, 'contact.city == "Lyon"')
    editing.move(new, -1)
    editing.remove("travels")
    settled(qtbot, segments)
    copy = editing.duplicate(new)
    settled(qtbot, segments)
    assert ids(segments) == ["loyalty", new, copy, "near_event"]
    assert segments.segment(copy).rule == 'contact.city == "Lyon"'
    after = file.read_text("utf-8")
    for _ in range(5):
        assert segments.can_undo
        segments.undo()
        settled(qtbot, segments)
    assert file.read_text("utf-8") == before
    assert not segments.can_undo
    for _ in range(5):
        segments.redo()
    settled(qtbot, segments)
    assert file.read_text("utf-8") == after
    assert not segments.can_redo


def test_typing_in_a_rule_is_one_step(segments, editing, qtbot):
    """So that undo goes back to before it."""
    old = segments.segment("near_event").rule
    for rule in ('contact.city == "L"', 'contact.city == "Ly"'):
        editing.set_rule("near_event", rule)
    settled(qtbot, segments)
    assert segments.undo_label == "Rule of the segment"
    segments.undo()
    settled(qtbot, segments)
    assert segments.segment("near_event").rule == old


def test_an_id_follows_the_name_until_something_uses_it(segments, editing, qtbot):
    """A new segment gets its id from its name; one that templates ask for keeps it."""
    new = editing.add("New segment")
    settled(qtbot, segments)
    editing.set_name(new, "Fidélité 2026")
    settled(qtbot, segments)
    assert "fidelite_2026" in ids(segments)
    editing.set_name("loyalty", "Gold members")
    settled(qtbot, segments)
    assert segments.segment("loyalty").name == "Gold members"


@pytest.mark.parametrize(
    ("name", "id_"), [("Été à Lyon", "ete_a_lyon"), ("2026", "segment_2026"), ("日本", "segment"), ("!", "segment")]
)
def test_ids_are_made_of_names(name, id_):
    """Small letters without accents; never empty, never beginning with a digit."""
    assert id_of(name) == id_


def template_with(root: Path, name: str, expression: str) -> Path:
    path = root / "templates" / name / "template.mjml"
    text = path.read_text("utf-8")
    at = text.index("<mj-section", text.index("<mj-body"))
    path.write_text(f"{text[:at]}{{% if {expression} %}}{text[at:]}{{% endif %}}", "utf-8")
    return path


@pytest.fixture
def workspace(root) -> Workspace:
    """The workspace with a template in two languages."""
    workspace = Workspace.open(root)
    slug = add_brand(workspace, brand_by_hand("Agency", "#1f4fd8"))
    for language in ("en", "fr"):
        instantiate(workspace, starter("password-reset"), language, brand=slug)
    return workspace


def test_a_new_id_follows_into_templates_and_rules(workspace, segments, editing, documents, root, file, qtbot):
    """On disk, in open documents, in the rules of others; undo brings all back."""
    closed = template_with(root, "password-reset.en", "segment.loyalty")
    document = documents.open(workspace, "password-reset.fr").document
    at = document.text.index("<mj-body>") + len("<mj-body>")
    insertion = "{% if segment.loyalty %}{% endif %}"
    document.edit("test", [TextEdit(at, at, insertion)])
    document.save()
    editing.set_rule("travels", "segment.loyalty and contact.travels")
    settled(qtbot, segments)
    before = (closed.read_text("utf-8"), document.text, file.read_text("utf-8"))
    editing.rename("loyalty", "gold")
    settled(qtbot, segments)
    assert segments.segment("travels").rule == "segment.gold and contact.travels"
    assert "segment.gold" in closed.read_text("utf-8")
    assert "segment.gold" in document.text
    assert document.is_clean
    segments.undo()
    settled(qtbot, segments)
    assert (closed.read_text("utf-8"), document.text, file.read_text("utf-8")) == before
    documents.close_all()


def test_a_template_that_somebody_changes_is_left_and_named(workspace, segments, editing, root, qtbot):
    """An undo does not overwrite what was written since."""
    closed = template_with(root, "password-reset.en", "segment.loyalty")
    editing.rename("loyalty", "gold")
    settled(qtbot, segments)
    closed.write_text(closed.read_text("utf-8") + "\n", "utf-8")
    with qtbot.waitSignal(segments.stepped) as stepped:
        segments.undo()
    settled(qtbot, segments)
    assert [error.place.file for error in stepped.args[0].left] == [str(closed)]
    assert "segment.gold" in closed.read_text("utf-8")
    assert "loyalty" in ids(segments)


def test_what_others_change_stays(segments, editing, file, qtbot):
    """A change is made on the file as it is; the same segment changed by two is noticed, and nothing overwritten."""
    file.write_text(file.read_text("utf-8").replace("Travels this summer", "Off to the sea"), "utf-8")
    editing.set_name("near_event", "Close by")
    settled(qtbot, segments)
    assert segments.segment("travels").name == "Off to the sea"
    file.write_text(file.read_text("utf-8").replace("Close by", "Around the corner"), "utf-8")
    with qtbot.waitSignal(segments.failed) as failed:
        editing.set_name("near_event", "Next door")
    assert "Somebody else changed the segment" in str(failed.args[0])
    settled(qtbot, segments)
    assert segments.segment("near_event").name == "Around the corner"
    with qtbot.waitSignal(segments.failed):
        segments.undo()
    settled(qtbot, segments)
    assert "Around the corner" in file.read_text("utf-8")


def test_a_damaged_file_is_told_and_never_overwritten(segments, editing, file, qtbot):
    """The place is named; a change is refused; once it is mended the segments are back."""
    good = file.read_text("utf-8")
    file.write_text(good + "\n[[segments]]\nid = ", "utf-8")
    segments.read()
    settled(qtbot, segments)
    assert segments.listed.error.place.line is not None
    with qtbot.waitSignal(segments.failed):
        editing.add("More")
    settled(qtbot, segments)
    assert file.read_text("utf-8").endswith("id = ")
    file.write_text(good, "utf-8")
    segments.read()
    settled(qtbot, segments)
    assert len(ids(segments)) == 3


def test_contacts_are_counted_and_a_broken_rule_spoils_only_its_own(segments, file, qtbot):
    """Bulk members by segment; the segment that names a broken one is not counted either."""
    with qtbot.waitSignal(segments.counted):
        segments.set_contacts(CONTACTS)
    assert [segments.facts.count(id_) for id_ in ("loyalty", "near_event")] == [2, 1]
    text = file.read_text("utf-8").replace('"contact.travels"', '"segment.broken"')
    file.write_text(f'{text}\n[[segments]]\nid = "broken"\nrule = "contact.("\n', "utf-8")
    with qtbot.waitSignal(segments.counted):
        segments.read()
    counts = {id_: segments.facts.count(id_) for id_ in ids(segments)}
    assert counts == {"loyalty": 2, "travels": None, "near_event": 1, "broken": None}
    assert "broken" in segments.facts.problems
