"""A mail from elsewhere can take on the brand's styles."""

from __future__ import annotations

import pytest

from templates.blocks.brand_styles import brand_styles, has_brand_styles
from templates.source.parse import parse
from templates.source.text_edit import apply

LINK = '<mj-include path="brands/acme/parts/head.mjml" />'


@pytest.mark.parametrize(
    ("text", "known"),
    [
        (f"<mjml><mj-head>{LINK}</mj-head><mj-body /></mjml>", True),
        ('<mjml><mj-head><mj-include path="brands/acme/parts/head"/></mj-head><mj-body /></mjml>', True),
        ('<mjml><mj-head /><mj-body><mj-include path="brands/acme/parts/header.mjml"/></mj-body></mjml>', False),
        ("<mjml><mj-body /></mjml>", False),
        ("<mj-section />", True),
        ("", True),
    ],
)
def test_the_brands_head_is_recognised(text: str, known: bool) -> None:
    """By its path, with and without its ending; a part of a mail needs none."""
    assert has_brand_styles(parse(text)) is known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<mjml>\n  <mj-head>\n    <mj-title>Hi</mj-title>\n  </mj-head>\n  <mj-body />\n</mjml>",
            f"<mjml>\n  <mj-head>\n    <mj-title>Hi</mj-title>\n    {LINK}\n  </mj-head>\n  <mj-body />\n</mjml>",
        ),
        (
            "<mjml>\n  <mj-body />\n</mjml>",
            f"<mjml>\n  <mj-head>\n    {LINK}\n  </mj-head>\n  <mj-body />\n</mjml>",
        ),
        ("<mjml><mj-head></mj-head><mj-body/></mjml>", f"<mjml><mj-head>{LINK}</mj-head><mj-body/></mjml>"),
    ],
)
def test_the_brands_head_comes_last(text: str, expected: str) -> None:
    """At the end of the head, which is made where there is none."""
    tree = parse(text)
    after = apply(text, brand_styles(tree, "acme"))
    assert after == expected
    assert has_brand_styles(parse(after))
