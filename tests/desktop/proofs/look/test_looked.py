"""What a picture is called, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desktop.language import set_language
from desktop.proofs.look.looked import Looked
from renderers.proofs.proof import Proof, Shot
from renderers.proofs.runs.record import KeptShot
from renderers.render.cast import Cast
from renderers.render.job import RenderResult
from templates.errors import EngineError
from templates.store.runs import SavedMail, SavedRun, SavedShot

SHOT = Shot("welcome.en", "default", "", "gmail-web", "dark")
WHEN = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
RUN = SavedRun("r", "b", "welcome.en", WHEN, WHEN, WHEN, "done", "ann@studio", name="For the client")
CAST = Cast("chromium", "Chromium", "modelled", instead_of="Safari")


def test_a_proof_is_looked_at() -> None:
    """With its picture, its size and how true it is."""
    result = RenderResult(b"jpeg", "image/jpeg", 1000, 1200, 1000, "k", cached=False)
    looked = Looked.of_proof(Proof(SHOT, cast=CAST, result=result))
    assert (looked.picture, looked.key, looked.client) == (b"jpeg", "k", "Gmail, web")
    assert looked.facts == ("Dark", "welcome.en", "1000 × 1200")
    assert "in place of Safari" in looked.truth.stand_in


def test_a_proof_without_a_picture_says_why() -> None:
    """And has no size."""
    looked = Looked.of_proof(Proof(SHOT, error=EngineError("The browser crashed.", advice="Try again.")))
    assert (looked.picture, looked.why) == (None, "The browser crashed. Try again.")
    assert looked.facts == ("Dark", "welcome.en")


def test_a_picture_of_a_saved_run_says_when(tmp_path) -> None:
    """What the run is called, when it was, and what stood in the inbox."""
    saved = SavedShot(0, "default", "", "gmail-web", "dark", key="k", width=1000, height=900)
    kept = KeptShot(RUN, saved, SHOT, tmp_path / "k.jpg", CAST, None)
    looked = Looked.of_kept(kept, SavedMail("default", "", "Ann", "Hello", "Hi"))
    assert (looked.sender, looked.subject) == ("Ann", "Hello")
    assert looked.facts[-1].startswith("For the client – 5/3/24")
    assert not looked.given_up
    assert Looked.of_kept(replace(kept, picture=None)).given_up


def test_two_pictures_of_one_minute_are_told_apart(tmp_path) -> None:
    """A recheck may follow at once: then the seconds say which is which."""
    later = replace(RUN, id="s", created=WHEN.replace(second=41))
    saved = SavedShot(0, "default", "", "gmail-web", "dark", key="k")
    first, second = (Looked.of_kept(KeptShot(run, saved, SHOT, tmp_path, CAST, None)) for run in (RUN, later))
    names = [one.name_beside((other,)) for one, other in ((first, second), (second, first))]
    assert [name.rpartition(":")[2][:2] for name in names] == ["00", "41"]
    assert "For the client" in names[0]


def test_words_follow_the_language() -> None:
    """The value stays the same."""
    looked = Looked.expected(SHOT)
    set_language("fr")
    assert looked.mode == "Sombre"


def test_a_client_that_is_gone_has_its_id() -> None:
    """Runs outlive the user's own profiles."""
    looked = Looked.expected(replace(SHOT, profile="my-own"))
    assert (looked.client, looked.profile, str(looked.truth)) == ("my-own", None, "")


def test_a_name_tells_it_from_the_others() -> None:
    """Only what is not the same in all of them is said."""
    one = Looked(SHOT, run=RUN)
    light, other = replace(one, shot=replace(SHOT, mode="light")), replace(one, shot=replace(SHOT, segment="loyal"))
    assert one.name_beside(()) == "Gmail, web"
    assert one.name_beside((light,)) == "Gmail, web  ·  Dark"
    assert other.name_beside((one, light)) == "Gmail, web  ·  Dark  ·  loyal"
