"""The whole mail on the canvas: what is conditional is tinted and labelled, and nothing of the mail moves for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup
from templates.dynamic.view import BY_DATA, WHOLE
from templates.source.text_edit import TextEdit

pytestmark = pytest.mark.webengine
LEFT = Qt.MouseButton.LeftButton

WORDS = "Words that fill a line of the mail from its left edge to its right edge, and more of them"
MAIL = f"""<mjml><mj-body>
<mj-section><mj-column><mj-text>For everybody</mj-text></mj-column></mj-section>
{{% if segment.loyalty %}}
<mj-section padding="0"><mj-column><mj-text padding="0">{WORDS}</mj-text></mj-column></mj-section>
<mj-section><mj-column><mj-text>Second</mj-text></mj-column></mj-section>
{{% elif segment.travels %}}
<mj-section><mj-column><mj-text>{{{{ missing }}}}</mj-text></mj-column></mj-section>
{{% else %}}
<mj-section><mj-column><mj-text>The others</mj-text></mj-column></mj-section>
{{% endif %}}
{{% if brand.name %}}<mj-section><mj-column><mj-text>Brand</mj-text></mj-column></mj-section>{{% endif %}}
{{% for number in [1, 2, 3] %}}
<mj-section><mj-column><mj-text>Again {{{{ number }}}}</mj-text></mj-column></mj-section>
{{% endfor %}}
</mj-body></mjml>
"""
TAGS = (
    "[...mw.layer.querySelectorAll('.badge')].map((one) => [...one.querySelectorAll('.tag')].map((tag) => tag.title))"
)
TINTS = "[...mw.layer.querySelectorAll('.tint')].map((one) => one.className)"
BOXES = """(() => {
  const box = (one) => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const [range, lines] = [document.createRange(), []];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) {
    range.selectNodeContents(walker.currentNode);
    lines.push(...[...range.getClientRects()].map((b) => [b.left, b.top, b.right, b.bottom]));
  }
  return { badges: [...mw.layer.querySelectorAll('.badge')].map(box), lines };
})()"""
PLACES = (
    "[...document.querySelectorAll('[class*=mw-n-]')].map((one) => [one.offsetLeft, one.offsetTop, one.offsetWidth])"
)


@pytest.fixture
def whole(open_mail, qtbot):
    """The mail above, shown whole, with its badges in place."""
    hand = open_mail(MAIL.replace("{{ missing }}", '{{ missing|default("x") }}'))
    show(hand, WHOLE, qtbot)
    qtbot.waitUntil(lambda: len(hand.ask(TAGS)) == 4, timeout=20_000)
    settle(hand, qtbot)
    return hand


def show(hand, recipient, qtbot) -> None:
    hand.shown.clear()
    hand.panel.live.show_recipient(recipient)
    qtbot.waitUntil(lambda: bool(hand.shown), timeout=20_000)


def settle(hand, qtbot) -> None:
    """Wait for three frames: what was to be drawn anew is drawn."""
    hand.ask("(globalThis.frames_ = 0) ?? 1")
    for frame in (1, 2, 3):
        hand.ask("requestAnimationFrame(() => globalThis.frames_++) && 1")
        qtbot.waitUntil(lambda frame=frame: hand.ask("globalThis.frames_") >= frame, timeout=20_000)


def meet(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_conditions_and_loops_are_named_and_cover_no_words(whole, qtbot):
    """One badge a branch, a count for a loop; none over a line of text or another badge, at any zoom."""
    assert whole.ask(TAGS) == [
        ["Loyalty programme"],
        ["Otherwise, Travels this summer"],
        ["Otherwise"],
        ["Repeats ×3"],
    ]
    assert whole.ask(TINTS) == ["tint if", "tint if", "tint else", "tint else", "tint for", "tint for", "tint for"]
    for zoom in (1.0, 0.5, 2.0):
        whole.panel.canvas.set_zoom(zoom)
        settle(whole, qtbot)
        found = whole.ask(BOXES)
        boxes = found["badges"] + found["lines"]
        assert not [
            (badge, other) for badge in found["badges"] for other in boxes if badge != other and meet(badge, other)
        ]


def test_the_layout_stays_and_other_views_have_no_badges(whole, qtbot):
    """With and without badges every component is where it is; by the data set there are none."""
    before = whole.ask(PLACES)
    whole.ask("mw.badges([]) ?? 1")
    assert whole.ask(PLACES) == before
    show(whole, BY_DATA, qtbot)
    qtbot.waitUntil(lambda: whole.ask(TAGS) == [], timeout=20_000)
    assert whole.ask(TINTS) == []


def test_a_click_on_a_badge_opens_its_condition(whole, qtbot):
    """The component is selected, and the popup is about the condition or the loop that the badge names."""
    last = "[...mw.layer.querySelectorAll('.badge')].at(-1)"
    sections = [element.id for element in whole.document.tree.elements("mj-section")]
    qtbot.mouseClick(whole.page, LEFT, pos=whole.point("mw.layer.querySelector('.badge .tag')"))
    qtbot.waitUntil(lambda: bool(whole.panel.findChildren(ConditionPopup)), timeout=20_000)
    assert whole.document.selected == sections[1]
    whole.panel.findChildren(ConditionPopup)[0].close()
    whole.ask(f"scrollBy(0, {last}.getBoundingClientRect().top - 100) ?? 1")
    settle(whole, qtbot)
    qtbot.mouseClick(whole.page, LEFT, pos=whole.point(last))
    qtbot.waitUntil(lambda: bool(whole.panel.findChildren(LoopPopup)), timeout=20_000)
    assert whole.document.selected == sections[6]
    whole.panel.findChildren(LoopPopup)[0].close()


def test_badges_follow_the_document(whole, qtbot):
    """An edit moves them along; a condition that is taken away has no badge; a page loaded anew has them again."""
    document = whole.document
    at = document.text.index("For everybody")
    before = whole.ask(BOXES)["badges"][0][1]
    whole.edited(lambda: document.edit("Typing", [TextEdit(at, at, "More words. " * 40)]))
    qtbot.waitUntil(lambda: whole.ask(BOXES)["badges"][0][1] > before + 10, timeout=20_000)
    start, end = (
        document.text.index("{% for"),
        document.text.index("%}\n<mj-section", document.text.index("{% for")) + 2,
    )
    loop_end = document.text.index("{% endfor %}")
    edits = [TextEdit(start, end, ""), TextEdit(loop_end, loop_end + len("{% endfor %}"), "")]
    again = document.text.index("{{ number }}")
    edits.append(TextEdit(again, again + len("{{ number }}"), "once"))
    whole.edited(lambda: document.edit("Unwrap", edits))
    qtbot.waitUntil(lambda: len(whole.ask(TAGS)) == 3, timeout=20_000)
    whole.panel.canvas.start_anew(document.name)
    whole.panel.mail_built(whole.panel.live.view)
    qtbot.waitUntil(lambda: whole.panel.canvas.live_page.is_ready and len(whole.ask(TAGS)) == 3, timeout=20_000)
