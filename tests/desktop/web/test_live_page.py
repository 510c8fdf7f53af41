"""The page follows the mail, and touches no more than what changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from desktop.panels.canvas import Canvas
from desktop.web.live_page import LivePage

pytestmark = pytest.mark.webengine

HEAD = "<html><head><style>p { color: rgb(1, 2, 3) }</style></head><body style='margin:0'><div class='all'>"
FOOT = "</div></body></html>"


def section(number: int, text: str = "words") -> str:
    return (
        f"<!--[if mso]><td><![endif]--><div class='mw-n-{number}'>"
        f"<p id='p{number}' style='height:400px'>{text}</p></div><!--[if mso]></td><![endif]-->"
    )


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    qtbot.addWidget(made, before_close_func=Canvas.shut_down)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def live(canvas) -> LivePage:
    return LivePage(canvas.page, canvas.mail_scheme)


def show(live, qtbot, pieces: Sequence[str], revision: int) -> None:
    with qtbot.waitSignal(live.shown, timeout=20_000, check_params_cb=lambda shown: shown == revision):
        live.show_mail(pieces, {}, revision, "light")


def ask(live, qtbot, code: str) -> object:
    answers: list[object] = []
    live.run(f"JSON.stringify({code})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return json.loads(str(answers[0])) if answers[0] else None


WATCH = """(() => { mw.touched = []; new MutationObserver((rows) => mw.touched.push(...rows.map((row) =>
  `${row.type} ${row.target.id ?? row.target.parentElement?.id}`))).observe(document.body,
  { subtree: true, childList: true, attributes: true, characterData: true }); return 1 })()"""


def test_a_change_touches_its_own_node_and_nothing_moves(live, qtbot):
    """Of twenty sections one text changes: one mutation, the same elements, the same place in the mail."""
    pieces = [HEAD, *(section(number) for number in range(1, 21)), FOOT]
    show(live, qtbot, pieces, 1)
    ask(live, qtbot, "scrollTo(0, 3000)")
    ask(live, qtbot, "(() => { mw.was = document.getElementById('p9'); return 1 })()")
    ask(live, qtbot, WATCH)
    pieces[9] = section(9, "other words")
    show(live, qtbot, pieces, 2)
    assert ask(live, qtbot, "mw.was.textContent") == "other words"
    assert ask(live, qtbot, "mw.was === document.getElementById('p9')") is True
    assert ask(live, qtbot, "scrollY") == 3000
    assert len(ask(live, qtbot, "mw.touched")) == 1


def test_sections_come_go_and_move_as_they_are(live, qtbot):
    """Whatever happens to the order, the elements of those that stay are the same ones, and the mail is right."""
    pieces = [HEAD, *(section(number) for number in (1, 2, 3, 4)), FOOT]
    show(live, qtbot, pieces, 1)
    ask(live, qtbot, "(() => { mw.was = document.getElementById('p3'); return 1 })()")
    for revision, order in enumerate(((3, 1, 2, 4), (3, 4), (5, 4, 3), (), (1, 3)), 2):
        show(live, qtbot, [HEAD, *map(section, order), FOOT], revision)
        found = ask(live, qtbot, "[...document.querySelectorAll('p')].map((one) => one.id)")
        assert found == [f"p{number}" for number in order]
        assert ask(live, qtbot, "mw.markerCount()") == len(order) + 1
        if revision < 5:
            assert ask(live, qtbot, "mw.was === document.getElementById('p3')") is True


def test_a_changed_head_and_rim_need_no_new_document(live, qtbot):
    """Styles, classes around the sections and dark rules follow in place."""
    pieces = [HEAD, section(1), section(2), FOOT]
    show(live, qtbot, pieces, 1)
    address = live._page.url()
    other = HEAD.replace("1, 2, 3", "4, 5, 6").replace("class='all'", "class='none'")
    show(live, qtbot, [other, section(1), section(2, "new"), "<i>end</i>" + FOOT], 2)
    assert ask(live, qtbot, "getComputedStyle(document.querySelector('p')).color") == "rgb(4, 5, 6)"
    assert ask(live, qtbot, "document.querySelector('.none > i').textContent") == "end"
    assert ask(live, qtbot, "document.getElementById('p2').textContent") == "new"
    assert live._page.url() == address


@pytest.mark.parametrize(
    "wild",
    [
        ["<html><body><p>one piece</p></body></html>"],
        [HEAD, "<div id='open'>", section(1), "</div>", FOOT],
        [HEAD, "<textarea>never closed", section(1), FOOT],
        [HEAD, section(1), FOOT.replace("</div>", "<form></form></div>")],
    ],
)
def test_a_mail_that_cannot_be_taken_in_pieces_is_shown_all_the_same(live, qtbot, wild):
    """Raw HTML across sections, unclosed elements, mails compiled whole: right before and after."""
    plain = [HEAD, section(1, "first"), section(2), FOOT]
    show(live, qtbot, wild, 1)
    before = ask(live, qtbot, "document.body.innerText")
    show(live, qtbot, plain, 2)
    assert ask(live, qtbot, "document.getElementById('p1').textContent") == "first"
    show(live, qtbot, wild, 3)
    assert ask(live, qtbot, "document.body.innerText") == before


def test_a_mail_cannot_pretend_to_be_pieces(live, qtbot):
    """Marks, comments and overlays of its own change nothing: our drawing stays above and out of its reach."""
    evil = (
        "<!--mw-0--><style>mw-overlay, * { display: none !important } p { display: block !important }</style>"
        "<div class='mw-n-99999999999 mw-n-7' style='position:fixed; inset:0; z-index:2147483647'>over</div>"
    )
    show(live, qtbot, [HEAD, evil, section(1), FOOT], 1)
    assert ask(live, qtbot, "mw.markerCount()") == 3
    ask(live, qtbot, "mw.select(1, 0, false)")
    assert ask(live, qtbot, "getComputedStyle(document.querySelector('mw-overlay')).display") == "block"
    assert ask(live, qtbot, "getComputedStyle(mw.layer).pointerEvents") == "none"
    assert ask(live, qtbot, "document.documentElement.lastElementChild.localName") == "mw-overlay"
    assert ask(live, qtbot, "typeof window.wrappedJSObject") == "undefined"


def test_what_a_change_brings_does_not_run(live, qtbot):
    """Scripts, handlers and redirections that come with an edit are as dead as those of the first mail."""
    show(live, qtbot, [HEAD, section(1), FOOT], 1)
    address = live._page.url()
    bad = (
        "<meta http-equiv='refresh' content='0;url=https://example.invalid'><script>document.title = 'ran'</script>"
        "<img src='x' onerror='document.title = 1'>"
        "<iframe srcdoc='<script>parent.document.title = 2</script>'></iframe>"
    )
    show(live, qtbot, [HEAD.replace("<style>", bad + "<style>"), bad, section(1, "seen"), FOOT], 2)
    assert ask(live, qtbot, "document.getElementById('p1').textContent") == "seen"
    assert ask(live, qtbot, "document.title") == ""
    assert live._page.url() == address


def test_somebodys_writing_is_not_touched(live, qtbot):
    """An element that is held stays as it is while all around it follows."""
    show(live, qtbot, [HEAD, section(1, "draft"), section(2), FOOT], 1)
    first = "document.getElementById('p1')"
    ask(live, qtbot, f"(() => {{ mw.hold({first}); {first}.textContent = 'typed'; return 1 }})()")
    show(live, qtbot, [HEAD, section(1, "changed"), section(2, "changed"), FOOT], 2)
    assert ask(live, qtbot, "document.getElementById('p1').textContent") == "typed"
    assert ask(live, qtbot, "document.getElementById('p2').textContent") == "changed"
    ask(live, qtbot, "mw.release(document.getElementById('p1'))")
    show(live, qtbot, [HEAD, section(1, "followed"), section(2, "changed"), FOOT], 3)
    assert ask(live, qtbot, "document.getElementById('p1').textContent") == "followed"
