"""Who sees what, what is worth knowing about it, and that the hardest conditions cannot hold the answer up."""

from __future__ import annotations

from datetime import date

from templates.dynamic.condition import read_conditions
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.coverage.findings import CoverageFinding
from templates.dynamic.properties import PropertyType
from templates.dynamic.segment import Segment
from templates.dynamic.variants import Study, counted, coverage, principle, reached, study_of

TYPES: dict[str, PropertyType] = {"city": "string", "age": "integer", "signup": "date", "tags": "list"}
SEGMENTS = (
    Segment(id="vip", name="VIP", rule="contact.age >= 40"),
    Segment(id="adult", name="Adults", rule="contact.age >= 18"),
    Segment(id="lyon", name="Lyon", rule='contact.city == "Lyon"'),
)


def read(*conditions: str, segments: tuple[Segment, ...] = SEGMENTS, **context: object) -> Study:
    """The study of a mail with a section for each condition."""
    body = "".join(
        f'{{% if {test} %}}<mj-section css-class="mw-s-s{number}"><mj-column><mj-text>.</mj-text></mj-column>'
        f"</mj-section>{{% endif %}}"
        for number, test in enumerate(conditions)
    )
    mail = read_conditions(f"<mjml><mj-body>{body}</mj-body></mjml>")
    return study_of(mail, Facts(segments, TYPES, date(2026, 11, 22), context))


def kinds(findings: tuple[CoverageFinding, ...]) -> set[tuple[str, tuple[int, ...]]]:
    """What was found about which components."""
    return {(finding.kind, finding.components) for finding in findings}


def test_a_segment_implies_others() -> None:
    """Every VIP is an adult: their column is that of members of both, and a section for adults always shows."""
    columns = {column.segment: column for column in coverage(read("segment.adult", "segment.lyon")).columns}
    assert columns["vip"].members == {"vip", "adult"}
    assert [cell.shows for cell in columns["vip"].cells] == ["always", "never"]
    assert [cell.shows for cell in columns[""].cells] == ["never", "never"]


def test_sometimes_says_what_still_decides() -> None:
    """Of a condition only what the segment leaves open is told; what its rule settles is not."""
    tested = 'segment.lyon and contact.city|default("") == "Lyon" and contact.age|default(0) > 12'
    column = coverage(read(tested)).columns[2]
    assert (column.cells[0].shows, column.cells[0].rest) == ("sometimes", "contact.age > 12")


def test_conditions_that_cannot_hold_are_dead() -> None:
    """By contradiction of segments, of values, of ranges, of a rule with a value, or a segment that does not exist."""
    found = coverage(
        read(
            "segment.vip and not segment.vip",
            'contact.city == "Lyon" and contact.city == "Paris"',
            "contact.age|default(0) > 30 and contact.age|default(0) < 20",
            'segment.lyon and contact.city|default("") == "Paris"',
            "segment.vip and not segment.adult",
            "segment.gone",
            "segment.lyon",
        )
    ).findings()
    assert ("dead", (0, 1, 2, 3, 4)) in kinds(found)
    assert [(one.kind, one.segments) for one in found if one.components == (5,)] == [("unknown-segment", ("gone",))]
    assert not [one for one in found if 6 in one.components]


def test_data_sets_decide_what_is_hidden_but_not_what_is_dead() -> None:
    """A section for a list that this data set leaves empty is hidden by the data."""
    assert ("data", (0,)) in kinds(coverage(read("products", "segment.vip", products=[])).findings())
    assert not [one for one in coverage(read("products", "segment.vip", products=[1])).findings() if one.components]


def test_findings_about_segments() -> None:
    """Who gets an empty mail, which segments see the same, which sections need two segments at once, or none."""
    found = coverage(read("segment.vip", "segment.vip and segment.lyon", "segment.adult or not segment.adult"))
    by_kind = {one.kind: one for one in found.findings()}
    assert by_kind["no-segment"].components == (1,)
    assert by_kind["everybody"].components == (2,)
    assert set(by_kind["same"].segments) == {"adult", "lyon", ""}
    alone = {one.kind: one for one in coverage(read("segment.vip")).findings()}
    assert set(alone["empty"].segments) == {"adult", "lyon", ""}


def test_findings_about_contacts() -> None:
    """A section that none of the contacts sees, and how many get an empty mail."""
    table = ContactTable({"age": [20, 50, None], "city": ["Nice", None, "Lyon"]}, 3, "contacts.csv")
    mail = read("segment.vip", 'contact.city|default("") == "Brest"')
    counted = reached(mail, table)
    found = coverage(mail).findings(counted)
    assert ("no-contact", (1,)) in kinds(found)
    assert [one.count for one in found if one.kind == "empty"] == [2]
    assert counted.cells["vip"] == (1, 0)
    assert (counted.segments["adult"], counted.segments[""]) == (2, 0)


def test_values_of_one_name_exclude_each_other() -> None:
    """Fifty towns and three ages are 51 times 4 mails, not two to the power of fifty-three."""
    towns = [f'contact.city|default("") == "Town {number}"' for number in range(50)]
    ages = [f"contact.age|default(0) > {age}" for age in (20, 40, 60)]
    found = principle(read(*towns, *ages))
    assert (found.count, found.bound) == (51 * 4, "exactly")
    assert len(found.shown) == 200


def test_independent_sections_are_counted_however_many_they_are() -> None:
    """Two to the power of fifty is a product, not a walk."""
    segments = tuple(Segment(id=f"s{number}", rule=f"contact.p{number}") for number in range(50))
    found = principle(read(*(f"segment.s{number}" for number in range(50)), segments=segments))
    assert (found.count, found.bound) == (2**50, "exactly")


def test_entangled_conditions_end_with_an_honest_bound() -> None:
    """Fifty conditions of fifty pairs each: the answer comes within its steps, and says that it is not the whole."""
    segments = tuple(Segment(id=f"s{number}", rule=f"contact.p{number}") for number in range(50))
    entangled = [
        " or ".join(f"(segment.s{one} and segment.s{(one * by + 25) % 50})" for one in range(50)) for by in range(50)
    ]
    mail = read(*entangled, segments=segments)
    found = principle(mail, steps=20_000)
    assert found.bound == "more than"
    cells = [cell for column in coverage(mail, steps=20_000).columns for cell in column.cells]
    assert len(cells) == 51 * 50
    assert any(not cell.decided for cell in cells)


def test_days_and_lists_are_told_apart() -> None:
    """Segments over the last days follow each other; what a list holds does not exclude what else it holds."""
    segments = (
        Segment(id="week", rule="contact.signup is in_last_days(7)"),
        Segment(id="month", rule="contact.signup is in_last_days(30)"),
        Segment(id="a", rule='"a" in contact.tags'),
        Segment(id="b", rule='"b" in contact.tags'),
    )
    mail = read("segment.week", "segment.month", "segment.a", "segment.b", segments=segments)
    columns = {column.segment: column for column in coverage(mail).columns}
    assert columns["week"].members == {"week", "month"}
    found = principle(mail)
    assert (found.count, found.bound) == (3 * 4, "exactly")


def test_rules_that_ask_for_themselves_do_no_harm() -> None:
    """Two segments in a circle, and a rule that cannot be read, are taken for whatever they may be."""
    circle = (Segment(id="a", rule="segment.b"), Segment(id="b", rule="segment.a"), Segment(id="c", rule="1 +"))
    mail = read("segment.a", "segment.b", "segment.c", segments=circle)
    assert len(coverage(mail).columns) == 4
    assert principle(mail).count >= 4


def test_broken_rules_are_said_and_stop_nothing() -> None:
    """A rule that cannot be read and one that asks for itself are findings; contacts are not counted with them."""
    broken = (*SEGMENTS, Segment(id="own", rule="segment.own"), Segment(id="open", rule="contact.age >"))
    mail = read("segment.vip", segments=broken)
    found = [one for one in coverage(mail).findings() if one.kind == "rule"]
    assert [(one.level, one.segments) for one in found] == [("warning", ("own",)), ("warning", ("open",))]
    assert "refers to itself" in str(found[0].error)
    table = ContactTable({"age": [50]}, 1)
    assert counted(mail, table) is None
    assert counted(read("segment.vip"), table) == reached(read("segment.vip"), table)


def test_a_mail_compares_days_as_texts() -> None:
    """A condition of the mail gets a date as it is sent, while a segment's rule gets the day."""
    day = date(2026, 2, 3)
    segments = (Segment(id="that_day", rule='contact.signup == "2026-02-03"'),)
    mail = read('contact.signup|default("") == "2026-02-03"', "segment.that_day", segments=segments)
    assert [cell.shows for cell in coverage(mail).columns[0].cells] == ["always", "always"]
    assert reached(mail, ContactTable({"signup": [day, None]}, 2)).components == (1, 1)


def test_days_need_no_types() -> None:
    """Where nobody said that a property is a date, a rule that compares days can still hold for somebody."""
    segments = (
        Segment(id="new", rule="contact.since is in_last_days(7)"),
        Segment(id="old", rule='contact.since < "2026-01-01"'),
    )
    columns = {column.segment: column for column in coverage(read("segment.new", segments=segments)).columns}
    assert [(columns[id_].possible, columns[id_].members) for id_ in ("new", "old")] == [
        (True, {"new"}),
        (True, {"old"}),
    ]


def test_what_no_test_can_say_is_asked_of_the_values_there_are() -> None:
    """A rule that computes is known for a missing value and left open for values that nobody mentions."""
    segments = (Segment(id="odd", rule="contact.age % 2 == 1"), Segment(id="aged", rule="contact.age is defined"))
    columns = {column.segment: column for column in coverage(read("segment.aged", segments=segments)).columns}
    assert columns["odd"].members == {"odd", "aged"}
    assert columns["aged"].members == {"aged"}


def test_a_rule_that_holds_for_nobody_is_said() -> None:
    """A segment that nobody can be in is a finding of its own, and gets no other."""
    segments = (*SEGMENTS, Segment(id="never", rule='contact.city == "Lyon" and contact.city == "Nice"'))
    found = {one.kind: one.segments for one in coverage(read("segment.vip", segments=segments)).findings()}
    assert found["no-member"] == ("never",)
    assert "never" not in found["empty"]
