"""Every block of the palette: said in two languages, compiled without a word, the same live as whole."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment, nodes
from lxml import html as lxml_html

from templates.blocks import GROUPS, LANGUAGES, Block, block, block_of, blocks, parse_block, section_of
from templates.blocks.component import component_of
from templates.brand.texts.networks import NETWORKS
from templates.compile.live import LiveBuild
from templates.compile.parity import differences
from templates.compile.pipeline import build
from templates.errors import InputError
from templates.source.parse import parse
from templates.source.place import piece_of
from templates.source.validate import validate
from templates.workspace import Workspace

Case = tuple[Block, str]
TextOf = Callable[[Block, str], str]
Given = Callable[[Block, str], dict[str, Any]]

# No others: a loop, a condition and the way out of mails that other senders can fill too (see ``NOT_PORTABLE``).
NOT_PORTABLE = (nodes.Macro, nodes.Slice, nodes.List, nodes.Dict, nodes.Tuple, nodes.Assign, nodes.Concat)
# What French printers do not do; tests/test_french.py explains the marks.
MISPRINTS = (r"[ ][:;!?»%](?:\s|$)", r"\w[;!?](?:\s|$)", r"\u00a0[;!?]", r"«[^\u00a0]", r"\w'\w", r"\.\.\.")


def test_the_palette_is_rich_and_in_order() -> None:
    """At least 28 blocks, in the order of the groups; no id, title or place is used twice."""
    found = blocks()
    assert len(found) >= 28
    assert [one.group for one in found] == sorted((one.group for one in found), key=GROUPS.index)
    assert {one.group for one in found} == set(GROUPS)
    assert len({(one.group, one.order) for one in found}) == len(found)
    for language in LANGUAGES:
        assert len({one.title[language] for one in found}) == len(found)


def test_a_block_is_described(case: Case) -> None:
    """Title, description and words to search for, in both languages; the same slots and variables in both."""
    one, language = case
    for table in (one.title, one.description, one.keywords):
        assert set(table) == set(LANGUAGES)
        assert table[language].strip()
    assert len(one.title[language]) <= 26
    used = set(re.findall(r"@\{(\w+)\}", one.mjml))
    assert used == set(one.words.get(language, {}))
    other = next(each for each in LANGUAGES if each != language)
    assert names_of(one.samples.get(language, {})) == names_of(one.samples.get(other, {}))


def names_of(value: object) -> object:
    """The shape of sample data: its names, without the values."""
    if isinstance(value, dict):
        return {name: names_of(item) for name, item in value.items()}
    return [names_of(item) for item in value] if isinstance(value, list) else None


def test_french_blocks_are_set_as_french() -> None:
    """No-break spaces before high signs, curved apostrophes."""
    for one in blocks():
        texts = [one.title["fr"], one.description["fr"], *one.words.get("fr", {}).values()]
        texts.append(json.dumps(one.samples.get("fr", {}), ensure_ascii=False).replace('"', "").replace("https:", ""))
        for text in texts[:-1]:
            assert [pattern for pattern in MISPRINTS if re.search(pattern, text)] == [], (one.id, text)
        assert "'" not in texts[-1], one.id


def test_a_block_compiles_without_a_word(case: Case, text_of: TextOf, given: Given, twenty: Workspace) -> None:
    """Nothing to warn of, nothing left over, all its pictures are there, and what validation says is nothing."""
    one, language = case
    text = text_of(one, language)
    built = build(text, **given(one, language))
    assert built.warnings == ()
    body = re.sub(r"<style.*?</style>", "", built.html, flags=re.DOTALL)
    assert not any(leftover in body for leftover in ("{{", "{%", "@{", "Undefined", "<mj-"))
    assert [path for path in built.images if not twenty.file(path).is_file()] == []
    assert all(image.get("alt") is not None for image in lxml_html.document_fromstring(built.html).iter("img"))
    assert validate(parse(one.source(language))) == []
    assert validate(parse(text)) == []


def test_a_block_shows_something(case: Case, text_of: TextOf, given: Given) -> None:
    """With its sample data each block but the silent ones brings words, pictures or both."""
    one, language = case
    built = build(text_of(one, language), **given(one, language))
    assert one.id in {"divider", "spacer"} or len(built.text.split()) > 1 or built.images


def test_a_block_without_data_does_no_harm(case: Case, text_of: TextOf, given: Given) -> None:
    """In a mail whose other data sets know nothing of its variables, the block stays away."""
    one, language = case
    built = build(text_of(one, language), **{**given(one, language), "data": {}})
    assert built.warnings == ()


def test_a_block_is_live_what_it_is_whole(case: Case, text_of: TextOf, given: Given) -> None:
    """The canvas shows the same mail, token for token, as the build."""
    one, language = case
    text, arguments = text_of(one, language), given(one, language)
    include = arguments.pop("include")
    live = LiveBuild(include=include).update(text, **arguments)
    whole = build(text, include=include, **arguments)
    assert differences(whole.html_before_inlining, live.html) == []
    assert live.warnings == whole.warnings


def test_a_block_is_one_labelled_thing(case: Case) -> None:
    """One element at the top that can stand in a body, and every section in it bears a label."""
    one, language = case
    source = one.source(language)
    piece = piece_of(source)
    assert piece is not None
    assert len(piece.names) == 1
    assert piece.names[0] in {"mj-section", "mj-wrapper"}
    for tag in re.findall(r"<mj-(?:section|hero|wrapper)\b[^>]*>", source):
        assert re.search(r'css-class="mw-s-[a-z-]+', tag), tag


def test_blocks_speak_the_language_of_the_starters(case: Case) -> None:
    """No loop variable, slice, literal list or macro: other mail systems could not say it."""
    one, language = case
    tree = Environment(autoescape=True).parse(one.source(language))
    assert not list(tree.find_all(NOT_PORTABLE))
    assert "loop" not in {node.name for node in tree.find_all(nodes.Name)}


def test_colours_come_from_the_brand(case: Case) -> None:
    """No colour, font or corner is written by hand."""
    one, language = case
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!;)", one.source(language))
    assert "font-family:" not in re.sub(r"font-family:\{\{", "", one.source(language))


def test_every_network_has_its_icon() -> None:
    """A network that is added to the brand is added to the blocks too."""
    for name in ("social", "footer"):
        assert all(f"brand.social.{network}" in block(name).mjml for network in NETWORKS)


def test_days_are_counted_from_today() -> None:
    """The sample's date lies ahead whenever the block is inserted, written as people write it."""
    data = block("days-left").data("fr", today=date(2027, 1, 23), brand="brands/acme")
    assert data == {"offer_ends": "2027-02-01", "offer_until": "1er février"}
    assert block("coupon").data("en", today=date(2026, 12, 24), brand="")["offer_until"] == "7 January"


def test_pictures_of_samples_are_the_brands() -> None:
    """Sample products show the drawings in the brand's own colours."""
    data = block("products").data("en", today=date(2026, 1, 1), brand="brands/acme")
    assert data["products"][0]["image"] == "brands/acme/art/product-bag.png"
    assert [product["index"] for product in data["products"]] == [1, 2, 3, 4]


@pytest.mark.parametrize(("days", "shown"), [(9, "9"), (1, "1 day left"), (0, "It ends today"), (-1, None)])
def test_the_counter_counts(days: int, shown: str | None, text_of: TextOf, given: Given) -> None:
    """Many days, one, the last, and nothing when it is over."""
    one = block("days-left")
    arguments = given(one, "en")
    ends = date.fromordinal(arguments["today"].toordinal() + days)
    arguments["data"] = {"offer_ends": ends.isoformat(), "offer_until": "soon"}
    text = " ".join(build(text_of(one, "en"), **arguments).text.split())
    assert (shown in text) if shown else (text == "")


def test_the_code_is_for_members_only(text_of: TextOf, given: Given) -> None:
    """Who is in the loyalty programme gets the promo code, the others an invitation to join and no code."""
    one = block("members-code")
    arguments = given(one, "en")
    arguments["data"] = arguments["data"]["var"]
    members = build(text_of(one, "en"), **arguments, segments={"loyalty"}).text
    others = build(text_of(one, "en"), **arguments).text
    assert "THANKYOU20" in members
    assert "Join" not in members
    assert "THANKYOU20" not in others
    assert "Join the programme" in others


@pytest.mark.parametrize(("city", "shown"), [("New York", True), ("new york", False), ("Paris", False), (None, False)])
def test_the_event_is_for_residents_only(city: str | None, shown: bool, text_of: TextOf, given: Given) -> None:
    """Shown to contacts in New York, as the segment of new workspaces says it; a contact without a city is none."""
    one = block("event-nearby")
    arguments = given(one, "en")
    arguments["data"] = arguments["data"]["var"]
    built = build(text_of(one, "en"), **arguments, contact={} if city is None else {"city": city})
    assert ("214 Mercer Street" in built.text) is shown


def test_other_languages_get_english() -> None:
    """A template in a language that the blocks do not speak gets the English words."""
    one = block("button")
    assert one.source("de") == one.source("en") != one.source("fr")


def test_small_blocks_can_stand_in_a_column(case: Case) -> None:
    """The component of a block is what its section holds, and leads back to it."""
    one, language = case
    component = one.component(language)
    assert block_of(one.source(language)) is not None
    if component is None:
        return
    assert section_of(component) == section_of(f"\n{component}\n") == block_of(component)[0].source(language)
    assert section_of(one.source(language)) is None
    assert validate(parse(f"<mj-column>{component}</mj-column>")) == []


@pytest.mark.parametrize(
    ("source", "component"),
    [
        ("<mj-section><mj-column><mj-text>a</mj-text></mj-column></mj-section>", "<mj-text>a</mj-text>"),
        ('<mj-section background-color="red"><mj-column><mj-text>a</mj-text></mj-column></mj-section>', None),
        ('<mj-section><mj-column width="50%"><mj-text>a</mj-text></mj-column></mj-section>', None),
        ("<mj-section><mj-column /><mj-column /></mj-section>", None),
        ("<mj-section><mj-column></mj-column></mj-section>", None),
        ("{% if a %}<mj-section><mj-column><mj-text>a</mj-text></mj-column></mj-section>{% endif %}", None),
        ("<mj-section><mj-column>" + "<mj-text>a</mj-text>" * 4 + "</mj-column></mj-section>", None),
        ("<mj-wrapper />", None),
        ("", None),
    ],
)
def test_only_a_plain_frame_can_be_left_out(source: str, component: str | None) -> None:
    """A ground, a width, a condition or a second column mean something."""
    assert component_of(source) == component


def test_an_unknown_block_is_named() -> None:
    """The sentence says which one."""
    with pytest.raises(InputError, match="no block `hero-unit`"):
        block("hero-unit")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<mj-section />", "does not begin with its description"),
        ("<!-- mailwright block\ngroup = \n-->\n<mj-section />", "cannot be read"),
        ('<!-- mailwright block\ngroup = "text"\n-->\n<mj-section />', "order"),
        (
            '<!-- mailwright block\ngroup = "odd"\norder = 1\ntitle = {}\ndescription = {}\nkeywords = {}\n-->\n<a />',
            "in no group",
        ),
    ],
)
def test_a_damaged_file_is_said(text: str, said: str) -> None:
    """Whoever writes a block learns what is wrong with its description."""
    with pytest.raises(InputError, match=said):
        parse_block("mine", text)
