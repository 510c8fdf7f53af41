"""Tests of renderers/clients/stages/doctype.py."""

from __future__ import annotations

import pytest

from renderers.clients.mail import Client
from renderers.clients.stages.doctype import STAGE, Doctype

PAGE = Doctype(written="<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>x</p>", "<!DOCTYPE html><p>x</p>"),
        ('<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<p>x</p>', "<!DOCTYPE html>\n<p>x</p>"),
        ("<!-- a --><!DOCTYPE html><p>x</p>", "<!DOCTYPE html><!-- a --><p>x</p>"),
    ],
)
def test_the_pages_doctype_stands_in_place_of_the_mails(before, after):
    """It is told, and a second time changes nothing."""
    text, changes = STAGE.apply(before, PAGE, Client("x"))
    assert text == after
    assert [change.rule for change in changes] == ["doctype.written"]
    assert STAGE.apply(text, PAGE, Client("x")) == (text, ())


def test_without_settings_nothing_happens():
    """The default is the mail's own."""
    assert STAGE.apply("<p>x</p>", Doctype(), Client("x")) == ("<p>x</p>", ())
