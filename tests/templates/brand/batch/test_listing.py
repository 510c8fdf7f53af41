"""Lists of companies, as people write and export them."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.brand.batch import listing as batch_list
from templates.brand.batch.listing import read_list
from templates.errors import InputError, StorageError


def listed(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "companies.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_one_company_a_line(tmp_path: Path) -> None:
    """Comments and empty lines are skipped; domains, addresses and mail addresses all name a company."""
    path = listed(tmp_path, "# clients\n\nacme.example\n  https://www.shop.example/fr \nme@brindille.example # ours\n")
    found = read_list(path)
    assert [(one.line, one.source, one.key) for one in found.entries] == [
        (3, "acme.example", "acme.example"),
        (4, "https://www.shop.example/fr", "shop.example"),
        (5, "me@brindille.example", "brindille.example"),
    ]
    assert found.problems == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_has_names_and_addresses(tmp_path: Path, delimiter: str) -> None:
    """Whatever parts the columns, their header says what they are; more columns are let be."""
    rows = [["Name", "x", "Domain", "base_url"], ["Acme Ltd", "1", "acme.example", ""]]
    rows.append(["Brindille", "2", "brindille.example", "https://brindille.example/fr/"])
    found = read_list(listed(tmp_path, "\n".join(delimiter.join(row) for row in rows)))
    assert [(one.source, one.name, one.base_url) for one in found.entries] == [
        ("acme.example", "Acme Ltd", ""),
        ("brindille.example", "Brindille", "https://brindille.example/fr/"),
    ]


def test_tables_out_of_a_spreadsheet_are_read(tmp_path: Path) -> None:
    """A byte order mark, Windows' letters and line ends, and quoted cells."""
    found = read_list(listed(tmp_path, 'Domaine;Nom\r\nacme.example;"Café; Noël"\r\n'.encode("cp1252")))
    assert found.entries[0].name == "Café; Noël"
    assert read_list(listed(tmp_path, "\ufeffdomain\nacme.example")).entries[0].source == "acme.example"


def test_a_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    """Each has a sentence with the list's name and the line's number."""
    path = listed(tmp_path, "acme.example\nno domain\n10.0.0.1\nmissing.html\nfinal.example\n")
    found = read_list(path)
    assert [one.source for one in found.entries] == ["acme.example", "final.example"]
    assert [(one.place.file, one.place.line) for one in found.problems if one.place] == [
        (str(path), line) for line in (2, 3, 4)
    ]
    assert all(one.advice for one in found.problems)


def test_a_company_is_listed_once(tmp_path: Path) -> None:
    """Spellings of one registrable domain are one company, and so are two ways to one folder."""
    (tmp_path / "saved").mkdir()
    found = read_list(listed(tmp_path, "www.acme.example\nsaved\nshop.ACME.example\n./saved/\n"))
    assert len(found.entries) == 2
    assert [one.what for one in found.problems] == [
        "shop.ACME.example is in line 1 already.",
        f"{tmp_path / 'saved'} is in line 2 already.",
    ]


def test_paths_begin_where_the_list_lies(tmp_path: Path) -> None:
    """A list can be moved together with the pages that it names."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "acme.html").write_text("<p>x</p>")
    assert read_list(listed(tmp_path, "pages/acme.html")).entries[0].source == str(tmp_path / "pages" / "acme.html")


@pytest.mark.parametrize("text", ["", "# nothing\n\n", b"\x89PNG\r\n\x1a\n\0\0", "x" * 1_100_000])
def test_what_is_no_list_says_so(tmp_path: Path, text: str | bytes) -> None:
    """An empty file, a picture and a book."""
    with pytest.raises(InputError) as caught:
        read_list(listed(tmp_path, text))
    assert caught.value.place


def test_a_missing_list_is_missed(tmp_path: Path) -> None:
    """The file is named."""
    with pytest.raises(StorageError, match=r"companies\.txt"):
        read_list(tmp_path / "companies.txt")


def test_a_list_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More companies than a batch is for are told, and the first ones are taken."""
    monkeypatch.setattr(batch_list, "MOST_COMPANIES", 2)
    found = read_list(listed(tmp_path, "a.example\nb.example\nc.example\n"))
    assert [one.source for one in found.entries] == ["a.example", "b.example"]
    assert found.problems[0].what == "A list has at most 2 companies."
