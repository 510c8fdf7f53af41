"""What somebody may have meant by an unknown name."""

from __future__ import annotations

from templates.dynamic.rule.nearest import nearest


def test_a_misspelt_name_is_found():
    """Letters that changed places, are missing or one too many; capitals."""
    known = ["firstname", "lastname", "city", "birthdate", "Loyalty"]
    assert [nearest(name, known) for name in ("frstname", "ctiy", "brithdate", "loyalty", "lastnames")] == [
        "firstname", "city", "birthdate", "Loyalty", "lastname",
    ]  # fmt: skip


def test_a_name_like_no_other_is_not():
    """Nor is one looked for where nothing is known, or behind the first hundreds."""
    assert nearest("fax", ["firstname", "city"]) == ""
    assert nearest("fax", []) == ""
    assert nearest("fax", [*(f"number{each}" for each in range(600)), "faxe"]) == ""
