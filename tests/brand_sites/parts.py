"""The pieces that families place: what stands before the header, in it, between the sections and at the end."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from tests.brand_sites import pictures
from tests.brand_sites.environment import ENVIRONMENT
from tests.brand_sites.footer import Footer
from tests.brand_sites.profiles import POSTS, SHARES
from tests.brand_sites.scene import Scene
from tests.brand_sites.sheets import sheets

BEFORE = ("tracking_pixel", "off_canvas", "promotion_bar", "sister_brands")
TOOLS = ("mega_menu", "old_markup", "language_flags", "tool_icons", "header_badge", "parent_group")
SECTIONS = (
    "partner_logos", "as_seen_in", "avatar", "blog_author", "share_buttons", "store_badges", "syntax_highlighting",
    "embedded_posts", "payment_logos", "team_profiles",
)  # fmt: skip
END = ("cookie_banner", "chat_widget", "status_colours")


class Parts(Footer):
    """What a template asks for; every piece is there only when the plan has it."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._pieces = ENVIRONMENT.get_template("decoys.html").make_module(self._given())

    def _given(self) -> dict[str, Any]:
        # A chance of their own: what a decoy draws must not change the rest of the page.
        own = random.Random(f"decoys-{self.scene.brand.slug}-{self.scene.plan.seed}")
        scene = replace(self.scene, chance=own)
        named = scene.folder.named
        return {
            "s": scene,
            "w": scene.words,
            "pick": own.choice,
            "foreign": partial(_foreign, scene),
            "foreign_paths": partial(pictures.foreign_paths, scene),
            "photo": lambda number: named(pictures.photo(scene, number)),
            "portrait": lambda number: named(pictures.portrait(scene, number)),
            "flag": lambda language: named(pictures.flag(scene, language)),
            "badge": lambda text: named(pictures.badge(scene, text)),
            "shares": [url.format(url=scene.plan.address) for url in SHARES],
            "posts": POSTS,
        }

    def language(self) -> str:
        """The page's language as its root says it, which may be wrong or nothing."""
        right = self.scene.signal("html_lang")
        other = {"fr": "en", "en": "fr"}[self.scene.plan.language]
        own = {"fr": "fr-FR", "en": "en-GB"}[self.scene.plan.language]
        return "" if right is None else self.scene.chance.choice((own, own[:2])) if right else other

    def sheets(self) -> Markup:
        """Links to style sheets and the styles in the head."""
        return sheets(self.scene)

    def before(self) -> Markup:
        """What stands above the header."""
        return self._some(BEFORE)

    def tools(self) -> Markup:
        """What stands in the header beside logo and menu."""
        return self._some(TOOLS)

    def sections(self) -> Markup:
        """What stands between the company's own sections."""
        names = list(SECTIONS)
        self.scene.chance.shuffle(names)
        return self._some(names)

    def end(self) -> Markup:
        """What scripts and plug-ins add at the end of the body."""
        drawn = "".join(self.scene.symbols.values())
        symbols = f'<svg xmlns="http://www.w3.org/2000/svg" style="display:none">{drawn}</svg>' if drawn else ""
        scripts = f"<script>{';'.join(self.scene.scripts)}</script>" if self.scene.scripts else ""
        return Markup(symbols) + self._some(END) + Markup(scripts)

    def _some(self, names: Any) -> Markup:
        macros = vars(self._pieces)
        return Markup("\n").join(macros[name]() for name in names if self.scene.has(name))


def _foreign(scene: Scene, use: str, kind: str = "svg") -> tuple[str, str]:
    other, url = pictures.foreign_logo(scene, use, kind)
    return other.title, scene.folder.named(url)
