"""``mailwright import``."""

from __future__ import annotations

import json
from pathlib import Path

MAIL = """\
<mjml lang="fr"><mj-head><mj-title>Bonjour</mj-title></mj-head>
<mj-body><mj-include path="./part.mjml" /><mj-raw><script>x()</script></mj-raw></mj-body></mjml>
"""


def test_a_file_becomes_a_template(run, workspace: Path, tmp_path: Path) -> None:
    """It builds, its includes are in it, and what was left out is told."""
    mail = tmp_path / "Bonjour tous.mjml"
    mail.write_text(MAIL)
    (tmp_path / "part.mjml").write_text("<mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section>")
    done = run("import", mail, "--workspace", workspace)
    assert done.returncode == 0, done.stderr
    assert "<script>" in done.stderr
    assert "bonjour-tous.fr" in done.stderr
    built = run("build", workspace / "templates" / "bonjour-tous.fr")
    assert built.returncode == 0, built.stderr
    assert "Hi" in built.stdout


def test_a_program_reads_what_was_found(run, workspace: Path, tmp_path: Path) -> None:
    """Name, form and notices as JSON; the options decide the rest."""
    page = tmp_path / "page.html"
    page.write_text('<title>Terms</title><p>Hello</p><img src="none.png">')
    options = ("--name", "terms.en", "--kind", "legal", "--language", "en", "--json")
    done = run("import", page, "--workspace", workspace, *options)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["template"], answer["form"], answer["title"]) == ("terms.en", "html", "Terms")
    assert "none.png" in answer["notices"][0]["what"]
    assert 'kind = "legal"' in (workspace / "templates" / "terms.en" / "template.toml").read_text()


def test_what_cannot_be_imported_is_one_sentence(run, workspace: Path, tmp_path: Path) -> None:
    """A taken name, an unknown option, a picture: exit status 1, and nothing is written."""
    before = sorted(workspace.rglob("*"))
    page, picture = tmp_path / "page.html", tmp_path / "x.png"
    page.write_text("<p>Hello</p>")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    for file, options, told in (
        (page, ("--name", "welcome.en"), "already"),
        (page, ("--includes", "all"), "inline, copy, omit"),
        (page, ("--kind", "spam"), "marketing, transactional, legal"),
        (picture, (), "no text"),
    ):
        done = run("import", file, "--workspace", workspace, *options)
        assert done.returncode == 1
        assert told in done.stderr
    assert sorted(workspace.rglob("*")) == before
