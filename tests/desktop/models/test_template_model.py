"""The templates as an item model."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop.language import set_language
from desktop.models.card import Card, cards_of, spoken
from desktop.models.template_model import CARD, TemplateFilter, TemplateModel
from desktop.pictures import Thumbnail
from templates.errors import TemplateError
from templates.files import write_text
from templates.library import duplicate
from templates.workspace import Workspace

CARDS = (
    Card("welcome.en", {"en": "Welcome", "fr": "Bienvenue"}, "en", "transactional", 2),
    Card("welcome.fr", {"en": "Welcome", "fr": "Bienvenue"}, "fr", "transactional", 2),
    Card("sale.en", {"en": "Sale"}, "en", "marketing", 3, subject="Only today"),
)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def model(qapp):
    made = TemplateModel()
    made.set_cards(CARDS)
    return made


@pytest.fixture
def proxy(model):
    made = TemplateFilter()
    made.setSourceModel(model)
    return made


def shown(proxy) -> list[str]:
    return [proxy.index(row, 0).data(CARD).name for row in range(proxy.rowCount())]


def spoken_text(model, row: int) -> str:
    return model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_models_keep_qts_contract(model, proxy, qtmodeltester):
    """Qt's own checker finds nothing, with templates and without, filtered or not."""
    qtmodeltester.check(model)
    qtmodeltester.check(proxy)
    proxy.set_words("no such thing")
    qtmodeltester.check(proxy)
    model.set_cards([])
    qtmodeltester.check(model)


def test_titles_follow_the_language(model):
    """A title is in the user's language, else in English, else made from the name."""
    model.set_language("fr")
    assert [model.index(row).data() for row in range(3)] == ["Bienvenue", "Bienvenue", "Sale"]
    assert Card("spring-sale.en").title("fr") == "Spring sale"
    assert spoken("black_friday") == "Black friday"


def test_a_picture_reaches_its_card(model, qtbot):
    """Only the row of that template changes, and what it says changes with it."""
    assert spoken_text(model, 1) == "Welcome, French, Transactional, its picture is being made"
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take(Thumbnail("welcome.fr", picture(), "Hello"))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    card = model.card("welcome.fr")
    assert card.fresh
    assert card.subject == "Hello"
    assert spoken_text(model, 1) == "Welcome, French, Transactional"


def test_an_error_is_said(model):
    """A template that does not compile says so in words, not only by a colour."""
    model.take(Thumbnail("sale.en", error=TemplateError("Broken.")))
    assert spoken_text(model, 2) == "Sale, English, Marketing, does not compile"


def test_old_pictures_stay_until_newer_ones_come(model):
    """Reading the workspace again does not empty the gallery."""
    model.take(Thumbnail("sale.en", picture()))
    model.expect_pictures()
    assert model.card("sale.en").image is not None
    assert not model.card("sale.en").fresh
    model.set_cards(CARDS)
    assert model.card("sale.en").image is not None


def test_a_picture_of_a_template_that_went_is_dropped(model):
    """A job that reports late does no harm."""
    model.take(Thumbnail("gone.en"))
    assert model.card("gone.en") is None


@pytest.mark.parametrize(
    ("language", "kind", "words", "expected"),
    [
        ("", "", "", ["welcome.en", "welcome.fr", "sale.en"]),
        ("en", "", "", ["welcome.en", "sale.en"]),
        ("", "marketing", "", ["sale.en"]),
        ("fr", "marketing", "", []),
        ("", "", "WELCOME", ["welcome.en", "welcome.fr"]),
        ("", "", "today sale", ["sale.en"]),
        ("", "", "today welcome", []),
    ],
)
def test_the_filter_lets_pass_what_fits(proxy, language, kind, words, expected):
    """Language, kind and every word must fit; case makes no difference, and subjects are searched too."""
    proxy.set_language(language)
    proxy.set_kind(kind)
    proxy.set_words(words)
    assert shown(proxy) == expected


def test_kinds_and_languages_are_translated(model):
    """A French screen reader speaks French."""
    set_language("fr")
    assert spoken_text(model, 1) == "Welcome, Français, Transactionnel, son image est en préparation"
    set_language("en")


def test_cards_are_read_in_the_starters_order(folder):
    """Templates of starters come by their number, others after them by name."""
    workspace = Workspace.open(folder)
    own = folder / "templates" / "a-first-try"
    write_text(own / "template.toml", 'format = 1\nkind = "marketing"\n')
    write_text(own / "template.mjml", "<mjml></mjml>")
    assert [card.name for card in cards_of(workspace)] == [
        "welcome.en", "welcome.fr", "password-reset.en", "password-reset.fr", "a-first-try",
    ]  # fmt: skip


def test_a_damaged_template_is_a_card_with_its_error(folder, model):
    """One broken file costs one card, not the gallery, and no picture is tried of it."""
    write_text(folder / "templates" / "welcome.fr" / "template.toml", "kind = [")
    cards = cards_of(Workspace.open(folder))
    damaged = next(card for card in cards if card.name == "welcome.fr")
    assert "template.toml" in str(damaged.error)
    model.set_cards(cards)
    assert "welcome.fr" not in model.names()


def test_pairs_have_a_place_for_every_language(qtmodeltester):
    """One row a mail; what is missing has a card, a second one in a language a row of its own."""
    model = TemplateModel()
    model.set_cards(
        [
            Card("sale.en", language="en", kind="marketing", group="sale"),
            Card("sale.fr", language="fr", kind="marketing", group="sale"),
            Card("sale-2.en", language="en", kind="marketing", group="sale"),
            Card("news.fr", language="fr", kind="marketing", group="news"),
            Card("broken", error=TemplateError("Broken.")),
        ]
    )
    plain = [card_of(model, row) for row in range(model.rowCount())]
    model.set_side_by_side(True)
    qtmodeltester.check(model)
    cards = [card_of(model, row) for row in range(model.rowCount())]
    assert [(card.name, card.missing, card.slot) for card in cards] == [
        ("sale.en", "", 0), ("sale.fr", "", 1),
        ("sale-2.en", "", 0), ("", "sale-2.en", 1),
        ("", "news.fr", 0), ("news.fr", "", 1),
        ("broken", "", 0), ("", "", 1),
    ]  # fmt: skip
    assert spoken_text(model, 4) == "Add News in English"
    assert not model.index(7, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.names() == ["sale.en", "sale.fr", "sale-2.en", "news.fr"]
    model.set_side_by_side(False)
    assert [card_of(model, row) for row in range(model.rowCount())] == plain


def test_a_template_with_a_name_of_its_own_is_called_by_it(folder):
    """The starter's title is only that of templates which kept the starter's name."""
    duplicate(Workspace.open(folder), "welcome.en")
    titles = {card.name: card.title("fr") for card in cards_of(Workspace.open(folder))}
    assert (titles["welcome.en"], titles["welcome-copy.en"]) == ("Bienvenue", "Welcome copy")


def card_of(model: TemplateModel, row: int) -> Card:
    return model.index(row, 0).data(CARD)
