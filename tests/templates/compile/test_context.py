"""The names that a template sees, from data sets in their three shapes."""

from __future__ import annotations

from datetime import date

import pytest

from templates.compile.context import unwrap
from templates.errors import InputError


@pytest.mark.parametrize("data", [{"name": "Zoë"}, {"Variables": {"name": "Zoë"}}, {"Vars": {"name": "Zoë"}}])
def test_the_shapes_of_message_variables_mean_the_same(data, built):
    """A bare object, or what an API call wraps it in."""
    assert "Hi Zoë!" in built("Hi {{ name }}!", data=data).html


def test_the_envelope_holds_variables_contact_and_segments(built):
    """var, data and segment fill the names they stand for."""
    data = {"var": {"n": 1}, "data": {"city": "Lyon"}, "segment": {"vip": True, "new": False}}
    text = built("{{ n }} {{ contact.city }} {{ segment.vip }} {{ segment.new }}", data=data).text
    assert text == "1 Lyon true false\n"


def test_other_keys_make_it_a_bare_object(built):
    """An object with var and more is no envelope: var is a variable then."""
    assert built("{{ var.a }} {{ b }}", data={"var": {"a": 1}, "b": 2}).text == "1 2\n"


def test_what_is_given_beside_the_data_wins(built):
    """Contact, segments, brand, links and sender are not the data set's to say."""
    text = "{{ contact.city }} {{ contact.age }} {{ segment.vip }} {{ brand.name }} {{ links.unsubscribe }}"
    made = built(
        text + " {{ sender.email }}",
        data={
            "var": {"brand": {"name": "other"}, "links": {}, "sender": {}, "contact": {}},
            "data": {"city": "Lyon", "age": 40},
        },
        contact={"city": "Nice"},
        segments={"vip"},
        brand={"name": "Acme"},
        links={"unsubscribe": "u"},
        sender={"email": "s"},
    )
    assert made.text == "Nice 40 true Acme u s\n"


def test_reserved_and_awkward_names_are_reached_through_vars(built):
    """vars holds every message variable under its own name."""
    assert (
        built('{{ vars["first-name"] }} {{ vars.contact }}', data={"first-name": "Z", "contact": "c"}).text == "Z c\n"
    )


def test_a_segment_that_nobody_named_is_false(built):
    """Also one whose id is a number."""
    text = '{{ segment.x }} {{ segment["12"] }} {{ segment["34"] }} {% if not segment.y %}no{% endif %}'
    assert built(text, segments={"12"}).text == "false true false no\n"


def test_today_is_given_by_the_caller(built):
    """A build never looks at the clock for what it prints."""
    assert built("{{ today.year }} {{ today }}", today=date(2026, 12, 24)).text == "2026 2026-12-24\n"


def test_activity_answers_opened_and_clicked_since(built):
    """Unknown activity is no activity."""
    text = "{{ opened_since(30) }} {{ opened_since(60) }} {{ clicked_since(7) }}"
    assert built(text, contact={"activity": {"days_since_open": 45}}).text == "false true false\n"
    assert built(text).text == "false false false\n"


@pytest.mark.parametrize("data", [[], "x", {"Variables": [1]}, {"Vars": None}, {"var": {}, "data": 3}])
def test_data_of_another_shape_is_an_input_error(data):
    """The sentence says what was expected."""
    with pytest.raises(InputError, match=r'no object with names and values\. Write \{"name": "value"\} there\.'):
        unwrap(data)
