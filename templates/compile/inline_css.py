"""Copy the rules of <style> into style="" for clients that drop the head; media queries stay there."""

from __future__ import annotations

import logging
import re


def inline_css(html: str) -> str:
    """Return ``html`` with its style sheets inlined."""
    from premailer import Premailer

    html = re.sub(r"^\s*<!doctype html>", "<!DOCTYPE html>", html, count=1, flags=re.IGNORECASE)
    return str(
        Premailer(
            html,
            keep_style_tags=True,
            strip_important=False,
            allow_network=False,
            disable_validation=True,
            cssutils_logging_level=logging.CRITICAL,
        ).transform()
    )
