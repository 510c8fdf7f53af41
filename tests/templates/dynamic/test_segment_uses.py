"""Who names a segment, and what changes when its id does."""

from __future__ import annotations

import json

import pytest

from templates.dynamic.segment import SEGMENTS, load_segments
from templates.dynamic.segment_file import remove_segment
from templates.dynamic.segment_uses import Use, renamed_in_template, renamed_segment, segment_uses
from templates.files import write_text
from templates.workspace import Workspace

MJML = """<mjml><mj-body>
{% if segment.loyalty and contact.x == "segment.loyalty" %}<mj-section></mj-section>{% endif %}
segment.loyalty {# segment.loyalty #}{{ segment["loyalty"] }}
</mj-body></mjml>
"""
DATA = '{\n  "var": {"loyalty": 1},\n  "segment": {"loyalty": true, "other": false}\n}\n'
META = 'kind = "marketing"\n'


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    made = Workspace.create(tmp_path / "made", name="Made")
    folder = made.root / "templates" / "mail.en"
    for name, text in {"template.mjml": MJML, "template.toml": META, "data/default.json": DATA}.items():
        write_text(folder / name, text)
    write_text(made.root / "modules" / "hero.mjml", "{{ 1 if segment.loyalty else 2 }}")
    path = made.root / SEGMENTS
    write_text(path, path.read_text() + '\n[[segments]]\nid = "both"\nrule = "segment.loyalty and segment.travels"\n')
    return made


def test_every_place_that_names_a_segment_is_found(workspace):
    """Tags of templates and modules, keys of data sets, rules of segments; not words that only look like it."""
    assert segment_uses(workspace, "loyalty") == (
        Use("template", "mail.en", "templates/mail.en/template.mjml", 2, 7),
        Use("template", "mail.en", "templates/mail.en/template.mjml", 3, 41),
        Use("data", "mail.en", "templates/mail.en/data/default.json", 3, 15),
        Use("template", "", "modules/hero.mjml", 1, 9),
        Use("rule", "both", SEGMENTS, 21, 1),
    )
    assert segment_uses(workspace, "near_event") == ()


def test_another_id_changes_all_of_them(workspace):
    """The new texts, for the caller to write or to show; nothing is written."""
    changes = renamed_segment(workspace, "loyalty", "members")
    names = {path.relative_to(workspace.root).as_posix(): text for path, text in changes.items()}
    assert names["modules/hero.mjml"] == "{{ 1 if segment.members else 2 }}"
    assert names["templates/mail.en/template.mjml"] == MJML.replace("if segment.loyalty", "if segment.members").replace(
        '{{ segment["loyalty"] }}', "{{ segment.members }}"
    )
    assert json.loads(names["templates/mail.en/data/default.json"]) == {
        "var": {"loyalty": 1},
        "segment": {"members": True, "other": False},
    }
    assert 'rule = "segment.members and segment.travels"' in names[SEGMENTS]
    assert len(names) == 4
    for path, text in changes.items():
        write_text(path, text)
    assert segment_uses(workspace, "loyalty") == ()
    assert len(segment_uses(workspace, "members")) == 5


def test_a_segment_deleted_while_used_leaves_its_uses(workspace):
    """They can be named, and nothing else is lost."""
    path = workspace.root / SEGMENTS
    write_text(path, remove_segment(path.read_text(), "loyalty"))
    assert [segment.id for segment in load_segments(workspace)] == ["travels", "near_event", "both"]
    assert len(segment_uses(workspace, "loyalty")) == 5


def test_broken_files_are_read_as_far_as_they_go(workspace):
    """A data set that is no JSON, a tag without an end."""
    folder = workspace.root / "templates" / "mail.en"
    write_text(folder / "data" / "default.json", '{"segment": {"loyalty": true}')
    write_text(folder / "template.mjml", "{% if segment.loyalty %}{{ segment.loyalty ")
    assert [use.kind for use in segment_uses(workspace, "loyalty")] == ["template", "template", "rule"]
    assert renamed_in_template("{{ segment.a }}{{ segment.a", "a", "b") == "{{ segment.b }}{{ segment.a"
