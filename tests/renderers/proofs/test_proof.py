"""A proof and its shot."""

import pytest

from renderers.clients.change import Change, Evidence
from renderers.clients.pipeline import ClientHtml
from renderers.proofs.proof import Proof, Shot
from renderers.render.cast import Cast


@pytest.mark.parametrize(
    ("profile_id", "mode", "view"),
    [
        ("gmail-web", "light", "gmail-web"),
        ("gmail-web", "dark", "gmail-web+dark"),
        ("gmail-web", "images-off", "gmail-web+images-off"),
        ("plain-mobile-dark", "dark", "plain-mobile-dark"),
    ],
)
def test_a_view_names_the_mode_where_it_is_not_the_profiles_first(profile_id, mode, view):
    """One word for files and indexes; what was kept before there were modes is still found."""
    assert Shot("welcome.en", "default", "", profile_id, mode).view == view


def test_a_proof_knows_what_changed_and_how_true_it_is():
    """Before there is a picture, what the profile says."""
    shot = Shot("welcome.en", "default", "", "gmail-web")
    assert (Proof(shot).changes, Proof(shot).fidelity) == ((), "modelled")
    change = Change("clip.bytes", "It is cut.", Evidence("somebody", "2026"))
    done = Proof(shot, client=ClientHtml("<p>", (change,)), cast=Cast("chromium", "Chromium", "approximated"))
    assert (done.changes, done.fidelity) == ((change,), "approximated")
