"""Rules meet elements by Word's cascade."""

from renderers.clients.css.sheet import AtRule, declaration, parse_sheet
from renderers.clients.html.tree import new
from renderers.clients.word import cascade
from renderers.clients.word.cascade import Cascade, Place, merge


def met(css: str, *path: tuple[str, str]) -> list[str]:
    """What a sheet declares for an element inside others, given by tag and class from the outside in."""
    rules = Cascade()
    rules.add(parse_sheet(css))
    place: Place | None = None
    for tag, name in path:
        place = rules.place(new(tag, (("class", name),)), place)
    assert place is not None
    found = rules.matched(place)
    return [each.raw for each in (*found.below, *found.above)]


def test_specificity_then_order_decides():
    """A class is stronger than a type, a later rule than an earlier one."""
    assert met(".a{color:red}p{color:lime;margin:0}", ("p", "a")) == ["margin:0", "color:red"]
    assert met("p{color:red}p{color:lime}", ("p", "")) == ["color:lime"]


def test_important_declarations_stand_last():
    """They are above the style attribute, and lose their mark."""
    assert met("p{color:red !important;margin:0}p{color:lime}", ("p", "")) == ["margin:0", "color:lime", "color:red"]


def test_descendants_need_their_ancestors_in_order():
    """Any distance, but that order."""
    css = "table .a td{color:red}"
    assert met(css, ("table", ""), ("tr", "a"), ("b", ""), ("td", "")) == ["color:red"]
    assert met(css, ("tr", "a"), ("table", ""), ("td", "")) == []


def test_like_elements_share_a_place():
    """So a mail's hundred equal cells are matched once."""
    rules = Cascade()
    around = rules.place(new("tr"), None)
    assert rules.place(new("td"), around) is rules.place(new("td"), around)
    assert rules.place(new("td", (("id", "x"),)), around) is not rules.place(new("td"), around)


def test_rules_that_come_later_are_met_by_what_comes_later():
    """A place that was asked before is asked anew."""
    rules = Cascade()
    place = rules.place(new("p"), None)
    assert rules.matched(place).below == ()
    kept, unread = rules.add(parse_sheet("p{color:red} a[x]{top:0} @import url(a.css);"))
    assert [each.raw for each in rules.matched(place).below] == ["color:red"]
    assert [each.name for each in kept if isinstance(each, AtRule)] == ["import"]
    assert unread == ["a[x]"]


def test_a_mail_that_asks_too_much_is_not_answered(monkeypatch):
    """After so many tries nothing is met, whatever the rules."""
    monkeypatch.setattr(cascade, "MAX_STEPS", 3)
    rules = Cascade()
    rules.add(parse_sheet("p{color:red}" * 4))
    assert rules.matched(rules.place(new("p"), None)).below
    assert rules.matched(rules.place(new("p", (("id", "x"),)), None)).below == ()


def test_the_last_of_a_property_stays():
    """In the place of the last one, because a shorthand in between would undo it."""
    said = [declaration("color", "red"), declaration("margin", "0"), declaration("color", "lime", important=True)]
    assert [each.raw for each in merge(said)] == ["margin:0", "color:lime"]
