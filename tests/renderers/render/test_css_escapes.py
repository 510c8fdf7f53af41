"""What a backslash in a style sheet stands for."""

import pytest

from renderers.render.css_escapes import unescaped


@pytest.mark.parametrize(
    ("css", "text"),
    [
        (r"\64 ata:\000069mage", "data:image"),
        (r"a\)b\\", "a)b\\"),
        (r"\0 \d800 \ffffff", "\ufffd\ufffd\ufffd"),
        ("a\\", "a\\"),
    ],
)
def test_a_backslash_is_read_as_a_browser_reads_it(css, text):
    """By number or as the character itself; numbers of no character are the one that says so."""
    assert unescaped(css) == text
