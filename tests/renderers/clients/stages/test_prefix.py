"""Tests of renderers/clients/stages/prefix.py."""

from __future__ import annotations

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.names.settings import Prefix
from renderers.clients.pipeline import client_html
from renderers.clients.stages.prefix import STAGE

MAIL = (
    "<html><head><style>.foo{color:red} .foo.bar{top:0}</style></head>"
    '<body><b class="foo  bar" id="i">k</b><label for="i" aria-labelledby="i">l</label>'
    '<a href="#i">up</a><a name="n" href="https://x.test/#i">out</a><i class=" ">m</i></body></html>'
)


def named(html: str = MAIL, **settings: object) -> tuple[str, list[Change]]:
    mail = Mail.of(mark(html), Client("x"))
    changes = list(STAGE.apply(mail, Prefix.model_validate(settings)))
    return unmark(mail.html()), changes


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    assert named() == (MAIL, [])


def test_classes_ids_and_selectors_are_renamed_alike():
    """The mail still works; the count is told once and the sheet needs no change of its own without a scope."""
    html, changes = named(prefix="m_1")
    assert '<b class="m_1foo m_1bar" id="m_1i">' in html
    assert ".m_1foo.m_1bar {" in html
    assert "<i>m</i>" in html
    assert [(each.rule, each.values) for each in changes] == [("prefix.prefix", {"count": 2})]


def test_a_suffix_is_put_behind():
    """Some clients mark names at their end."""
    assert '<b class="foo_x bar_x" id="i_x">' in named(suffix="_x")[0]


def test_scope_and_broken_chains_are_told_at_the_style_element():
    """With its place in the source."""
    _, changes = named(prefix="x_", scope="#m", chain="first")
    assert [(each.rule, each.at) for each in changes[:2]] == [
        ("prefix.scope", MAIL.index("<style")),
        ("prefix.chain", MAIL.index("<style")),
    ]


def test_attributes_follow_a_renamed_id_where_the_client_does_that():
    """Links inside the mail too; others stay."""
    html, _ = named(prefix="x_", follow=["for", "href"])
    assert '<label for="x_i" aria-labelledby="i">' in html
    assert '<a href="#x_i">' in html
    assert 'href="https://x.test/#i"' in html
    assert '<label for="i"' in named(prefix="x_")[0]


def test_anchors_get_a_prefix_of_their_own():
    """The link and the name it leads to, not links that leave the mail."""
    html, changes = named(anchors="mailruanchor_")
    assert '<a href="#mailruanchor_i">up</a><a name="mailruanchor_n" href="https://x.test/#i">' in html
    assert [each.rule for each in changes] == ["prefix.anchors"] * 2


def test_the_clients_own_elements_keep_their_names():
    """What the frame stage put around the message is no part of the mail."""
    html = '<html><head></head><body><div class="w" data-client="frame"><b class="a">k</b></div></body></html>'
    assert '<div class="w" data-client="frame"><b class="x_a">' in named(html, prefix="x_")[0]


def test_a_second_time_changes_nothing():
    """The body says that it is done, whatever the mail's own names look like."""
    settings = {"prefix": "x_", "scope": "#m", "anchors": "n_", "follow": ["href"]}
    html, _ = named(**settings)
    assert named(html, **settings) == (html, [])


def test_names_that_look_renamed_are_renamed_all_the_same():
    """A forwarded mail holds another client's prefixes."""
    assert '<b class="x_x_a">' in named('<html><head></head><body><b class="x_a">k</b></body></html>', prefix="x_")[0]


def test_gmails_selectors_find_the_message_beside_the_doctypes_element():
    """``u + .body`` is the known way to reach Gmail; it works with renamed classes."""
    html = '<!DOCTYPE html><html><head><style>u + .c b{color:red}</style></head><body class="c"><b>k</b></body></html>'
    shown = client_html(html, "gmail-web").html
    prefix = shown.partition('class="m_')[2].partition("c")[0]
    assert f'<u></u><div class="m_{prefix}c">' in shown
    assert f".msg{prefix} u + .m_{prefix}c b" in shown


def test_outlooks_app_on_ios_renames_whole_chains():
    """The mistake is the webmail's."""
    assert ".x_foo.x_bar" in client_html(MAIL, "outlook-ios").html
    assert ".x_foo.bar" in client_html(MAIL, "outlook-com").html


def test_each_client_names_alike_each_time():
    """No chance is involved: pictures are kept by what they show."""
    assert client_html(MAIL, "yahoo-web").html == client_html(MAIL, "yahoo-web").html
