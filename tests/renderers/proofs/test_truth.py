"""How true a picture is, in words."""

from renderers.clients.profile import profile
from renderers.clients.words import label
from renderers.proofs.truth import STAND_IN, truth_of
from renderers.render.cast import Cast

APPLE, LAPOSTE = profile("apple-mail-iphone"), profile("laposte-ios")


def test_the_label_is_that_of_who_drew():
    """Not the profile's, which only hopes."""
    real = truth_of(profile("thunderbird-linux"), Cast("thunderbird", "Thunderbird", "real-client"), "en")
    assert real[:2] == label("real-client", "en")
    assert str(real) == "Real client"


def test_a_stand_in_says_in_whose_place():
    """In the reader's language; it is the reason of the lower label, so that it stands in its meaning's place."""
    cast = Cast("chromium", "Chromium", "approximated", instead_of="WebKit")
    assert str(truth_of(APPLE, cast, "en")) == "Approximated. Drawn by Chromium in place of WebKit."
    assert truth_of(APPLE, cast, "en").meaning == ""
    french = truth_of(APPLE, cast, "fr")
    assert "à la place de WebKit" in french.stand_in
    assert french.stand_in != STAND_IN.format(engine="Chromium", wanted="WebKit")


def test_a_label_that_was_not_lowered_keeps_its_meaning():
    """Thin data is thin whoever draws it."""
    truth = truth_of(LAPOSTE, Cast("chromium", "Chromium", "thin-data", instead_of="WebKit"), "en")
    assert truth.meaning
    assert truth.stand_in


def test_without_a_picture_the_profile_speaks():
    """What its picture would be."""
    assert truth_of(LAPOSTE, None, "en").name == label("thin-data", "en").name


def test_another_density_is_told():
    """As the reason of the lower label."""
    cast = Cast("webkit", "WebKit", "approximated", lacks="density")
    assert str(truth_of(APPLE, cast, "en")).startswith("Approximated. Drawn as on a screen of ordinary density")
    assert "densité ordinaire" in truth_of(APPLE, cast, "fr").stand_in
