"""Exports of opens as services write them: whatever the delimiter, the encoding, the heads and the numbers."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderers.clients.opens.export import MOST_LINES, read_export
from templates.errors import InputError

FORMS = {
    "counts and percents": (
        "utf-8",
        "Client,Opens,Percentage\nApple iPhone,500,50%\nGmail,300,30%\nOther,200,20%\nTotal,1000,100%\n",
        {"Apple iPhone": 0.5, "Gmail": 0.3, "Other": 0.2},
    ),
    "French, Windows": (
        "cp1252",
        "Messagerie;Ouvertures uniques;Taux\r\nApple Mail;1 500;60 %\r\nLa Poste;1 000;40 %\r\n",
        {"Apple Mail": 0.6, "La Poste": 0.4},
    ),
    "tabs in UTF-16, the first few only": (
        "utf-16",
        "Client de messagerie\tPourcentage\nGmail\t45,5\nApple iPhone\t20,5\n",
        {"Gmail": 0.455, "Apple iPhone": 0.205},
    ),
    "fractions": ("utf-8", "client,share\nGmail,0.5\nOrange,0.25\n", {"Gmail": 0.5, "Orange": 0.25}),
    "lines above, another table below, a platform beside": (
        "utf-8-sig",
        "# Email clients\n# 20261001-20261031\n\nEmail client,Platform,Total opens,Unique opens\n"
        "Gmail,Mobile,500,300\nOutlook,Desktop,400,100\n,,900,400\n\nDay index,Users\n0,12\n1,14\n",
        {"Gmail (Mobile)": 0.75, "Outlook (Desktop)": 0.25},
    ),
    "facts above, rank before and clicks behind": (
        "utf-8",
        "Campaign;Summer\nSent;12345\n\nRang;Nom;Nb d'ouvertures;Clics\n1;Gmail;1.500;20\n2;Orange;500;30\n",
        {"Gmail": 0.75, "Orange": 0.25},
    ),
    "Excel's first line, sums of devices": (
        "utf-8-sig",
        "sep=|\nReading environment|Share\nMobile|70%\nApple iPhone|70%\nDesktop|30%\nThunderbird|30%\n",
        {"Apple iPhone": 0.7, "Thunderbird": 0.3},
    ),
    "quotes, a version": (
        "utf-8",
        '"Category","Client","Version","Opens"\n"Desktop","Outlook","2016","3,000"\n'
        '"Mobile","Samsung Email","","1,000"\n',
        {"Outlook (Desktop, 2016)": 0.75, "Samsung Email (Mobile)": 0.25},
    ),
    "one row an open": (
        "utf-8",
        "email,date,client,device\na@example.com,2026-11-01,Gmail,Mobile\nb@example.com,2026-11-02,Orange,\n",
        {"Gmail (Mobile)": 0.5, "Orange": 0.5},
    ),
    "one column": ("utf-8", "Client\nGmail\nGmail\nOrange\nGmail\n", {"Gmail": 0.75, "Orange": 0.25}),
    "no head": ("utf-8", "Gmail,12\nOutlook 2013,4\n", {"Gmail": 0.75, "Outlook 2013": 0.25}),
    "several campaigns": (
        "utf-8",
        "Campaign,Email Client,Opens\nA,Gmail,100\nA,Orange,50\nB,Gmail,200\nB,Orange,50\n",
        {"Gmail": 0.75, "Orange": 0.25},
    ),
    "an open rate is not what was opened": (
        "utf-8",
        "Client,Open rate,Recipients\nGmail,20%,300\nOrange,60%,100\n",
        {"Gmail": 0.75, "Orange": 0.25},
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_exports(form, tmp_path: Path):
    """Each service has its own; the parts are those of all opens."""
    encoding, text, parts = FORMS[form]
    path = tmp_path / "opens.csv"
    path.write_bytes(text.encode(encoding))
    assert read_export(path) == pytest.approx(parts)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "No e-mail clients are named"),
        ("first_name,city\nAda,London\n", "No e-mail clients are named"),
        ("Date;Sent\n2026-11-01;12\n", "No e-mail clients are named"),
        ("Client,Opens\nGmail,0\n", "All numbers in this file are 0"),
        ("PK\x03\x04rest", "spreadsheet"),
    ],
)
def test_other_files_are_refused(text, match, tmp_path: Path):
    """One sentence says what is wrong."""
    path = tmp_path / "opens.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=match):
        read_export(path)


def test_a_long_tail_is_cut(tmp_path: Path):
    """The rarest names are nobody's; the parts stay those of all opens."""
    path = tmp_path / "opens.csv"
    path.write_text("Client,Opens\nGmail,500\n" + "".join(f"Robot {n},1\n" for n in range(500)), "utf-8")
    lines = read_export(path)
    assert len(lines) == MOST_LINES
    assert lines["Gmail"] == pytest.approx(0.5)


NAMES = ("Gmail", "Apple iPhone", "Outlook.com", "Orange", "Yahoo! Mail", "Mailo, autre", "Other")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    counts=st.dictionaries(st.sampled_from(NAMES), st.integers(1, 10**6), min_size=2).filter(
        lambda counts: any(name in counts for name in NAMES[:5])
    ),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")),
    head=st.sampled_from((("Client", "Opens"), ("Messagerie", "Nombre d’ouvertures"), ("Email client", "Total"))),
    preamble=st.booleans(),
)
def test_what_is_written_is_read(tmp_path: Path, counts, delimiter, encoding, head, preamble):
    """Any table in any form gives its parts."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([["Report of opens"], []] if preamble else [])
    writer.writerows([head, *counts.items()])
    path = tmp_path / "opens.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    whole = sum(counts.values())
    assert read_export(path) == pytest.approx({name: count / whole for name, count in counts.items()})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(text=st.text(st.sampled_from("Gmail Orange,;\t|\"'\n\r%0123456789.=sep#"), max_size=200))
def test_no_file_breaks_it(tmp_path: Path, text):
    """A file is read, or refused in one sentence; the parts are never more than all."""
    path = tmp_path / "opens.csv"
    path.write_text(text, "utf-8", newline="")
    lines = {}
    with contextlib.suppress(InputError):
        lines = read_export(path)
    assert sum(lines.values()) <= 1 + 1e-9
