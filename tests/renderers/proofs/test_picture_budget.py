"""At most so many new pictures: who is in, who is left out."""

from hypothesis import given
from hypothesis import strategies as st

from renderers.plan import Plan
from renderers.proofs.picture_budget import reduced, select
from renderers.proofs.proof import Shot


def plan_of(groups: dict[str, str], new: str, failed: int = 0) -> Plan:
    """A plan: by the key of each picture the clients that get it, a letter each; ``new`` are keys."""
    shots = {key: tuple(Shot("welcome", "default", "", each) for each in clients) for key, clients in groups.items()}
    count = sum(map(len, shots.values())) + failed
    return Plan(count, len(shots), dict.fromkeys(new, "welcome"), failed, (), shots)


def test_the_clients_of_the_largest_share_are_in():
    """What is there already is free; clients with the same picture come together."""
    plan = plan_of({"1": "a", "2": "bc", "3": "d", "4": "e"}, "123")
    chosen = select(plan, "abcde", 1, {"a": 0.35, "b": 0.2, "c": 0.2, "d": 0.1, "e": 0.05})
    assert chosen.clients == ("b", "c", "e")
    assert chosen.left_out == ("a", "d")
    assert round(chosen.covered or 0, 9) == 0.45


def test_without_an_audience_every_client_counts_alike():
    """Nothing is said of an audience then."""
    chosen = select(plan_of({"1": "a", "2": "bc", "3": "def"}, "123"), "abcdef", 2, {})
    assert (chosen.clients, chosen.covered) == (tuple("bcdef"), None)


def test_a_client_with_several_new_pictures_needs_room_for_all():
    """A proof of half a client is none; what is left goes to whoever fits."""
    plan = plan_of({"1": "a", "2": "ab", "3": "c"}, "123")
    assert select(plan, "abc", 1, {"a": 0.9, "b": 0.05, "c": 0.01}).clients == ("b",)
    assert select(plan, "abc", 2, {"a": 0.9, "b": 0.05, "c": 0.01}).clients == ("a", "b")


def test_a_client_of_many_pictures_is_not_left_out_for_one_of_few():
    """For each picture it adds less than the other one, and still it covers most."""
    plan = plan_of({"1": "a", "2": "a", "3": "b"}, "123")
    chosen = select(plan, "ab", 2, {"a": 0.4, "b": 0.25})
    assert (chosen.clients, chosen.left_out) == (("a",), ("b",))


def test_room_that_is_left_goes_to_clients_nobody_counted():
    """They cover nothing that is known, and are better than an empty place."""
    assert select(plan_of({"1": "a", "2": "b"}, "12"), "ab", 2, {"a": 1.0}).clients == ("a", "b")


def test_a_reduced_plan_is_that_of_its_clients():
    """The rest is neither taken nor counted; what it costs is to be asked anew."""
    less = reduced(plan_of({"1": "ab", "2": "c", "3": "d"}, "12", failed=2), ["a", "d"])
    assert (less.shots, less.pictures, dict(less.new), less.cached) == (4, 2, {"1": "welcome"}, 1)
    assert [shot.profile for shots in less.groups.values() for shot in shots] == ["a", "d"]


@given(
    st.lists(st.text("abcdef", min_size=1, max_size=3).map(lambda text: "".join(sorted(set(text)))), max_size=7),
    st.integers(0, 7),
    st.lists(st.floats(0, 0.15), min_size=6, max_size=6),
)
def test_never_more_new_pictures_than_allowed(groups, most, weights):
    """Everybody is either in or left out, and those that are in need no other new picture."""
    plan = plan_of({str(place): clients for place, clients in enumerate(groups)}, "012345")
    plan = Plan(plan.shots, plan.pictures, {key: "" for key in plan.new if key in plan.groups}, 0, (), plan.groups)
    chosen = select(plan, "abcdef", most, dict(zip("abcdef", weights, strict=True)))
    assert sorted(chosen.clients + chosen.left_out) == list("abcdef")
    assert len(reduced(plan, chosen.clients).new) <= most
