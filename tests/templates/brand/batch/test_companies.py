"""A workspace for each company of a list."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from templates.brand.batch.companies import Plan, set_up
from templates.brand.batch.record import Record
from templates.brand.batch.review import write_review
from templates.brand.batch.run import Entry, Progress, Row, read_list
from templates.brand.evidence import Candidate
from templates.brand.logos.candidate_files import read_candidate
from templates.brand.store import load_brand, update_brand
from templates.errors import FetchError
from templates.workspace import Workspace


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No illustrations: they take the longest, and have tests of their own."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)


@pytest.fixture
def entries(pages: Path, tmp_path: Path) -> Sequence[Entry]:
    """Three saved pages, the second with a name of the list's own."""
    text = f"source,name\n{pages / 'header-image'}\n{pages / 'near-white'},Chalk & Line\n{pages / 'no-logo'}\n"
    (tmp_path / "list.csv").write_text(text)
    return read_list(tmp_path / "list.csv").entries


def record(out: Path) -> dict[str, dict[str, Any]]:
    document = json.loads((out / "batch.json").read_text())
    return {row["folder"]: row for row in document["companies"]}


def states(rows: Sequence[Row]) -> list[str]:
    return [row.state for row in rows]


def test_each_company_gets_a_workspace(entries: Sequence[Entry], tmp_path: Path) -> None:
    """The folder is called like the source, its brand like the company; the starters speak the languages asked for."""
    out = tmp_path / "out"
    rows = set_up(entries[:1], Plan(out, languages=("fr",)))
    workspace = Workspace.open(out / "header-image")
    assert workspace.brands() == ["osier-lark"] == [workspace.settings.brand]
    assert len(workspace.templates()) == 20
    assert rows[0].made is not None
    assert (rows[0].state, rows[0].made.name, rows[0].made.templates) == ("made", "Osier & Lark", 20)


def test_a_second_run_does_only_what_is_missing(entries: Sequence[Entry], tmp_path: Path) -> None:
    """Brands that are there are kept as they are; templates left out at first are added."""
    out = tmp_path / "out"
    assert states(set_up(entries, Plan(out, templates=False))) == 3 * ["made"]
    folder = out / "header-image" / "brands" / "osier-lark"
    update_brand(folder, primary="#123456")
    before = (folder / "brand.toml").read_bytes()
    assert states(set_up(entries, Plan(out, templates=False))) == 3 * ["kept"]
    assert states(set_up(entries[:1], Plan(out, languages=("en",)))) == ["made"]
    assert (folder / "brand.toml").read_bytes() == before
    assert record(out)["header-image"]["templates"] == 20
    assert set(record(out)) == {"header-image", "near-white", "no-logo"}


def test_again_reads_the_site_anew_and_keeps_what_a_person_chose(entries: Sequence[Entry], tmp_path: Path) -> None:
    """Values that were changed, in a window or in the file, outlive a new extraction; the others are found again."""
    out = tmp_path / "out"
    plan = Plan(out, templates=False)
    set_up(entries[:1], plan)
    folder = out / "header-image" / "brands" / "osier-lark"
    update_brand(folder, primary="#123456")
    text = (folder / "brand.toml").read_text().replace('name = "Osier & Lark"', 'name = "Ours"', 1)
    (folder / "brand.toml").write_text(text)
    assert states(set_up(entries[:1], Plan(out, templates=False, again=True))) == ["made"]
    brand = load_brand(folder)
    assert (brand.name, brand.primary) == ("Ours", "#123456")


def test_a_run_that_was_cut_off_is_taken_up(entries: Sequence[Entry], tmp_path: Path) -> None:
    """A workspace whose brand was not finished is finished by the next run, results or not."""
    out = tmp_path / "out"
    set_up(entries[:1], Plan(out, templates=False))
    folder = out / "header-image" / "brands" / "osier-lark"
    (folder / "brand.toml").unlink()
    (out / "batch.json").unlink()
    assert states(set_up(entries[:1], Plan(out, templates=False))) == ["made"]
    assert load_brand(folder).name == "Osier & Lark"


def test_the_lists_name_is_a_persons_choice(entries: Sequence[Entry], tmp_path: Path) -> None:
    """It names the brand, its folder and the workspace, and the page's own stays a candidate."""
    out = tmp_path / "out"
    set_up(entries[1:2], Plan(out, templates=False))
    brand = load_brand(out / "near-white" / "brands" / "chalk-line")
    assert brand.name == "Chalk & Line"
    assert brand.evidence["name"][0].source == "user"
    assert len(brand.evidence["name"]) > 1


def test_failures_are_kept_with_the_results(tmp_path: Path) -> None:
    """A site that cannot be had is a row in batch.json with its sentence, and is tried again by the next run."""

    class Offline:
        asked = 0

        def fetch(self, url: str, kind: str = "page") -> Any:
            self.asked += 1
            raise FetchError("{host} cannot be reached.", host=url)

    out, fetcher = tmp_path / "out", Offline()
    plan = Plan(out, fetcher=fetcher, explain=lambda error: f"Sorry: {error.what}")
    entry = Entry(1, "café.example", "xn--caf-dma.example")
    for _ in range(2):
        assert states(set_up([entry], plan)) == ["failed"]
    row = record(out)["cafe-example"]
    assert row["error"]["kind"] == "FetchError"
    assert row["error"]["said"] == "Sorry: https://xn--caf-dma.example/ cannot be reached."
    assert fetcher.asked == 4
    assert not (out / "cafe-example").exists()


def test_stopping_leaves_nothing_half(entries: Sequence[Entry], tmp_path: Path) -> None:
    """Cancelled between two templates, what is there is whole, and the next run goes on from there."""
    out, cancel = tmp_path / "out", threading.Event()

    def listen(progress: Progress) -> None:
        if (out / "header-image" / "templates" / "welcome.en").exists():
            cancel.set()

    rows = set_up(entries, Plan(out, languages=("en",)), listen, cancel, workers=1)
    assert states(rows) == 3 * ["stopped"]
    there = Workspace.open(out / "header-image").templates()
    assert 0 < len(there) < 20
    assert states(set_up(entries[:1], Plan(out, languages=("en",)))) == ["made"]
    assert len(Workspace.open(out / "header-image").templates()) == 20


def test_a_folder_that_is_in_use_is_left_alone(entries: Sequence[Entry], tmp_path: Path) -> None:
    """Somebody's own folder of the same name makes that company fail, and no other."""
    out = tmp_path / "out"
    (out / "header-image").mkdir(parents=True)
    (out / "header-image" / "notes.txt").write_text("mine")
    rows = set_up(entries[:2], Plan(out, templates=False))
    assert states(rows) == ["failed", "made"]
    assert [path.name for path in (out / "header-image").iterdir()] == ["notes.txt"]


def test_logos_to_choose_from_are_fetched_where_there_is_a_doubt(company, fetcher, tmp_path: Path) -> None:
    """A person can choose among them when the site is out of reach; a site without doubts is not asked for more."""
    drawing = b'<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#204080"/></svg>'
    company.page(
        "/",
        '<title>Acme</title><div class="logo" style="background:url(/one.svg)"></div><p>x</p>'
        '<footer><img class="logo" src="/two.svg" alt="Acme"></footer>',
    )
    for name in ("one", "two"):
        company.page(f"/{name}.svg", drawing + name.encode())
    rows = set_up([Entry(1, "http://acme.example", "acme.example")], Plan(tmp_path, templates=False, fetcher=fetcher()))
    assert rows[0].made is not None, rows[0].error
    kept = {one.value: read_candidate(rows[0].made.brand_folder, one.value) for one in _wide(rows[0])}
    assert len(kept) == 2
    assert all(kept.values())
    asked = [path for path, _ in company.requests]
    assert len(asked) == len(set(asked))


def _wide(row: Row) -> Sequence[Candidate]:
    assert row.made is not None
    return load_brand(row.made.brand_folder).evidence["logo_wide"]


def test_a_folder_may_be_named_from_where_one_stands(
    entries: Sequence[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results and the sheet name a company's brand by its place in the folder, however that was written."""
    monkeypatch.chdir(tmp_path)
    assert states(set_up(entries[:1], Plan(Path("out"), templates=False))) == ["made"]
    [row] = record(Path("out")).values()
    assert row["brand"].startswith(row["folder"] + "/brands/")
    assert write_review(Path("out/review.html"), Record(Path("out")).brand_folders()) >= 0
