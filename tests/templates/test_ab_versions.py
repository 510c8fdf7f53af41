"""A/B versions as files of the template: up to ten, one of them open, and nothing of a text is ever lost."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from templates.ab_versions import (
    INDEX,
    LETTERS,
    Changed,
    ab_snapshot,
    ab_versions,
    add_version,
    delete_version,
    open_version,
    rename_version,
)
from templates.errors import InputError, LimitError


class Folder:
    """A template's files in memory."""

    def __init__(self, text: str = "original", **sides: str) -> None:
        self.text = text
        self.sides = dict(sides)

    def side(self, name: str) -> str | None:
        return self.sides.get(name)

    def write(self, changed: Changed) -> None:
        self.text = self.text if changed.text is None else changed.text
        for name, text in changed.sides.items():
            if text is None:
                self.sides.pop(name, None)
            else:
                self.sides[name] = text

    def add(self, name: str) -> None:
        self.write(add_version(self.side, self.text, name, first_name="Original"))

    def open(self, letter: str) -> None:
        self.write(open_version(self.side, self.text, letter))

    def shown(self) -> str:
        marks = (f"{'>' if one.is_open else ''}{one.letter}:{one.name}" for one in ab_versions(self.side))
        return " ".join(marks)


def test_a_template_has_no_versions_at_first() -> None:
    """Its text is its text."""
    assert ab_versions(Folder().side) == ()


def test_the_first_new_version_names_what_was_there() -> None:
    """The new one is a copy, and open."""
    folder = Folder()
    folder.add("Short subject")
    assert folder.shown() == "a:Original >b:Short subject"
    assert (folder.text, folder.sides["versions/a.mjml"]) == ("original", "original")


def test_opening_another_puts_the_open_one_aside() -> None:
    """Each version has one text in one place: the template, or its file."""
    folder = Folder()
    folder.add("B")
    folder.text = "changed"
    folder.open("a")
    assert folder.text == "original"
    assert set(folder.sides) == {INDEX, "versions/b.mjml"}
    assert folder.sides["versions/b.mjml"] == "changed"
    assert ab_snapshot(folder.side, folder.text, "a").text == "original"
    assert ab_snapshot(folder.side, folder.text, "b").text == "changed"


def test_a_plain_text_goes_with_its_version() -> None:
    """One that has none of its own has none when it is open either."""
    folder = Folder()
    folder.add("B")
    folder.sides["template.txt"] = "by hand"
    assert ab_snapshot(folder.side, folder.text, "b").sides == {"template.txt": "by hand"}
    folder.open("a")
    assert "template.txt" not in folder.sides
    assert ab_snapshot(folder.side, folder.text, "b").sides == {"template.txt": "by hand"}
    assert ab_snapshot(folder.side, folder.text, "a").sides == {}
    folder.open("b")
    assert folder.sides["template.txt"] == "by hand"
    assert "versions/b.txt" not in folder.sides


def test_the_eleventh_is_refused() -> None:
    """With the number and what to do, and the ten stay."""
    folder = Folder()
    for number in range(9):
        folder.add(f"{number}")
    assert len(ab_versions(folder.side)) == 10
    with pytest.raises(LimitError, match=r"at most 10 versions\. Delete one"):
        folder.add("eleventh")


def test_a_deleted_letter_is_used_again() -> None:
    """The open version cannot be deleted."""
    folder = Folder()
    for name in "BCD":
        folder.add(name)
    folder.write(delete_version(folder.side, "b"))
    assert folder.shown() == "a:Original c:C >d:D"
    folder.add("new")
    assert folder.shown() == "a:Original >b:new c:C d:D"
    with pytest.raises(InputError, match="is open"):
        delete_version(folder.side, "b")


def test_one_version_is_no_test() -> None:
    """With the last but one everything about versions goes from the folder."""
    folder = Folder()
    folder.add("B")
    folder.write(delete_version(folder.side, "a"))
    assert folder.sides == {}
    assert ab_versions(folder.side) == ()


def test_names_can_be_changed_and_have_an_end() -> None:
    """Quotes and comments in the file survive."""
    folder = Folder()
    folder.add("B")
    folder.sides[INDEX] = folder.sides[INDEX].replace("[names]", "[names] # ours")
    folder.write(rename_version(folder.side, "a", '  The "old"\n one '))
    assert folder.shown() == 'a:The "old" one >b:B'
    assert "# ours" in folder.sides[INDEX]
    with pytest.raises(InputError, match="at most 60"):
        rename_version(folder.side, "a", "x" * 61)


def test_what_is_not_there_is_said() -> None:
    """By its letter."""
    folder = Folder()
    folder.add("B")
    for act in (lambda: folder.open("j"), lambda: rename_version(folder.side, "j", "x"), lambda: folder.open("b")):
        with pytest.raises(InputError, match=r"no version [BJ]"):
            act()
    with pytest.raises(InputError, match="no version J"):
        ab_snapshot(folder.side, folder.text, "j")


@pytest.mark.parametrize("index", ["", 'open = "../../x"', 'open = "ab"\n[names]\nab = "x"\n"../y" = "z"'])
def test_an_index_that_somebody_broke_loses_nothing(index: str) -> None:
    """The template's text then takes a free letter, and no name leads out of the folder."""
    folder = Folder(**{"versions/b.mjml": "b", INDEX: index})
    assert folder.shown() == ">a: b:"
    folder.open("b")
    assert folder.text == "b"
    assert set(folder.sides) == {INDEX, "versions/a.mjml"}


def test_ten_files_and_a_text_without_a_letter_are_left_alone() -> None:
    """Opening one would lose the template's text, so it is refused."""
    folder = Folder(**{f"versions/{letter}.mjml": letter for letter in LETTERS})
    assert len(ab_versions(folder.side)) == 10
    with pytest.raises(LimitError, match="at most 10"):
        folder.open("a")
    with pytest.raises(LimitError, match="at most 10"):
        folder.add("x")


def test_an_index_that_is_no_toml_names_its_line() -> None:
    """As every file that people edit does."""
    with pytest.raises(InputError, match=r"versions/versions\.toml:1"):
        ab_versions(Folder(**{INDEX: "open = "}).side)


class Versions(RuleBasedStateMachine):
    """Random work on versions, beside a plain dictionary of what each should hold."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Folder("0")
        self.texts = {"a": "0"}
        self.open = "a"
        self.count = 0

    @rule()
    def add(self) -> None:
        if len(self.texts) == 10:
            with pytest.raises(LimitError):
                self.folder.add("x")
            return
        letter = next(letter for letter in LETTERS if letter not in self.texts)
        self.folder.add(letter)
        self.texts[letter] = self.texts[self.open]
        self.open = letter

    @rule()
    def edit(self) -> None:
        self.count += 1
        self.folder.text = self.texts[self.open] = f"{self.count}"

    @precondition(lambda self: len(self.texts) > 1)
    @rule(data=st.data())
    def switch(self, data: st.DataObject) -> None:
        letter = data.draw(st.sampled_from(sorted(set(self.texts) - {self.open})))
        self.folder.open(letter)
        self.open = letter

    @precondition(lambda self: len(self.texts) > 2)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        letter = data.draw(st.sampled_from(sorted(set(self.texts) - {self.open})))
        self.folder.write(delete_version(self.folder.side, letter))
        del self.texts[letter]

    @invariant()
    def every_text_is_there(self) -> None:
        if len(self.texts) > 1:
            assert {one.letter: self.text_of(one.letter) for one in ab_versions(self.folder.side)} == self.texts
            assert tomllib.loads(self.folder.sides[INDEX])["open"] == self.open
        assert self.folder.text == self.texts[self.open]

    def text_of(self, letter: str) -> str:
        return ab_snapshot(self.folder.side, self.folder.text, letter).text


TestVersions = Versions.TestCase
