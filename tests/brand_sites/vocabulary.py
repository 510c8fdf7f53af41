"""What can be on a page: families, signals, decoys, forms of a logo, and how often each is met."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# family: where it keeps pictures and sheets, what its buttons and links are by default
FAMILIES: Mapping[str, Mapping[str, Any]] = {
    path.parent.name: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((HERE / "families").glob("*/family.toml"))
}
WORDS: Mapping[str, Any] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))

# signal: (how often it is there, how often it is right when it is)
SIGNALS: Mapping[str, tuple[float, float]] = {
    "title": (0.98, 0.86),
    "og_site_name": (0.62, 0.84),
    "application_name": (0.18, 0.85),
    "json_ld": (0.42, 0.85),
    "itemprop": (0.06, 0.9),
    "theme_color": (0.38, 0.55),
    "tile_color": (0.2, 0.4),
    "mask_icon": (0.14, 0.6),
    "manifest": (0.28, 0.6),
    "favicon_ico": (0.55, 0.95),
    "favicon_png": (0.6, 1.0),
    "favicon_svg": (0.16, 1.0),
    "apple_touch": (0.68, 1.0),
    "variables": (0.5, 0.6),
    "same_as": (0.5, 1.0),
    "rel_me": (0.08, 1.0),
    "footer_socials": (0.8, 1.0),
    "footer_logo": (0.35, 1.0),
    "copyright": (0.88, 0.85),
    "html_lang": (0.92, 0.94),
    "address": (0.62, 1.0),
    "legal_line": (0.45, 1.0),
}

# form: how often; the last four are pages without a wide logo
LOGO_FORMS: Mapping[str, int] = {
    "img": 32,
    "srcset": 8,
    "picture": 6,
    "lazy": 8,
    "inline_svg": 15,
    "use_local": 3,
    "use_sprite": 3,
    "css_background": 6,
    "css_mask": 3,
    "data_uri": 4,
    "object": 2,
    "image_service": 4,
    "css_content": 2,
    "script": 2,
    "text": 8,
    "square_and_text": 8,
    "square": 3,
}
WITHOUT_WIDE = frozenset({"text", "square_and_text", "square"})

# decoy: how often
DECOYS: Mapping[str, float] = {
    "cookie_banner": 0.5,
    "partner_logos": 0.35,
    "payment_logos": 0.25,
    "as_seen_in": 0.18,
    "share_buttons": 0.22,
    "language_flags": 0.22,
    "tool_icons": 0.45,
    "avatar": 0.12,
    "blog_author": 0.2,
    "hero_og_image": 0.5,
    "foreign_og_image": 0.06,
    "generator_colours": 0.15,
    "wordpress_presets": 0.3,
    "bootstrap_defaults": 0.3,
    "syntax_highlighting": 0.05,
    "grey_header": 0.12,
    "slogan_first": 0.35,
    "dot_com_name": 0.12,
    "legal_name": 0.3,
    "builder_credit": 0.35,
    "store_badges": 0.12,
    "chat_widget": 0.22,
    "stale_favicon": 0.06,
    "print_sheet": 0.15,
    "dark_sheet": 0.15,
    "sister_brands": 0.1,
    "header_badge": 0.2,
    "parent_group": 0.1,
    "twin_logo": 0.15,
    "promotion_bar": 0.15,
    "status_colours": 0.4,
    "theme_leftovers": 0.06,
    "embedded_posts": 0.12,
    "team_profiles": 0.15,
    "tracking_pixel": 0.35,
    "old_markup": 0.08,
    "mega_menu": 0.12,
    "off_canvas": 0.15,
    "monochrome_icon": 0.1,
    "careless_markup": 0.15,
}
NETWORKS: Mapping[str, float] = {
    "facebook": 0.75,
    "instagram": 0.65,
    "linkedin": 0.45,
    "x": 0.3,
    "youtube": 0.28,
    "tiktok": 0.14,
    "pinterest": 0.1,
    "github": 0.06,
    "mastodon": 0.04,
}
