"""The end of a page: the company's profiles, its logo once more, address, legal line, and who made the site."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from tests.brand_sites.artwork import wide_file
from tests.brand_sites.profiles import LEFTOVERS, SHAPES
from tests.brand_sites.scene import Scene
from tests.brand_sites.vocabulary import WITHOUT_WIDE

BUILDERS = (
    ("Wix", "https://www.wix.com/", "https://www.facebook.com/wix"),
    ("Studio Pixel & Co", "https://www.pixel-et-co.example/", "https://www.instagram.com/pixeletco_agence/"),
    ("Webador", "https://www.webador.fr/", "https://twitter.com/webador"),
    ("WordPress", "https://wordpress.org/", ""),
)


class Footer:
    """What a footer asks for; every piece is there only when the plan has it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def follow(self, classes: str = "social") -> Markup:
        """Links to the company's profiles as the footer has them."""
        scene = self.scene
        links = (
            {network: urls[0] for network, urls in scene.truth.socials.items()}
            if scene.signal("footer_socials")
            else {}
        )
        if scene.has("theme_leftovers"):
            links = {**{name: url for name, url in LEFTOVERS.items() if name not in scene.truth.socials}, **links}
        look = scene.chance.choice(("icon", "svg", "text", "image"))
        items = "".join(self._profile(network, url, look) for network, url in links.items())
        return Markup(f'<div class="{classes}">{items}</div>') if items else Markup()

    def footer_logo(self) -> Markup:
        """The logo once more, white where the footer is dark."""
        scene = self.scene
        if not scene.signal("footer_logo") or scene.plan.form in WITHOUT_WIDE:
            return Markup()
        dark = scene.plan.colours.on_footer == "#ffffff"
        suffix = scene.chance.choice(("-white", "-blanc", "-footer", "-light")) if dark else "-footer"
        url = scene.folder.named(wide_file(scene, "png", 240, suffix, "reversed" if dark else "two"))
        return Markup(f'<img class="footer-logo" src="{url}" alt="{escape(scene.brand.title)}" width="160">')

    def address(self, tag: str = "p") -> Markup:
        """The postal address, in one line or in three."""
        scene = self.scene
        if not scene.signal("address"):
            return Markup()
        street, code, town = (escape(word) for word in scene.place)
        last = f"{code} {town}" if scene.plan.language == "fr" else f"{town} {code}"
        who = f"{escape(scene.legal_name)}<br>" if scene.chance.random() < 0.4 else ""
        between = scene.chance.choice(("<br>", ", ", " – "))
        scene.truth.address = f"{scene.place[0]}, {last}"
        return Markup(f"<{tag}>{who}{street}{between}{last}</{tag}>")

    def copyright(self) -> Markup:
        """The line with the year, and the legal line under it."""
        return Markup(f"{self._owner()}{self._register()}{self._credit()}")

    def _owner(self) -> str:
        scene, right = self.scene, self.scene.signal("copyright")
        if right is None:
            return ""
        wrong = scene.chance.choice(("Your Company", "Company Name", "Mon site"))
        name = (scene.legal_name if scene.has("legal_name") else scene.brand.title) if right else wrong
        year = scene.chance.choice(("2026", "2024", "2019–2026"))
        text = scene.chance.choice(
            ("© {year} {name}. {rights}.", "Copyright © {year} {name}", "{name} © {year}", "© {name} {year} – {rights}")
        )
        return f'<p class="copyright">{escape(text.format(year=year, name=name, rights=scene.words["rights"]))}</p>'

    def _register(self) -> str:
        scene = self.scene
        if not scene.signal("legal_line"):
            return ""
        digits = f"{scene.chance.randrange(10**8, 10**9):09d}"
        number = f"{digits[:3]} {digits[3:6]} {digits[6:]}"
        if scene.plan.language == "fr":
            line = f"{scene.legal_name} au capital de 10 000 € – RCS {scene.place[2]} {number}"
        else:
            line = f"{scene.legal_name}. Registered in England and Wales, company no. {digits[:8]}"
        scene.truth.legal = line
        return f'<p class="legal-line">{escape(line)}</p>'

    def _credit(self) -> str:
        scene = self.scene
        if not scene.has("builder_credit"):
            return ""
        who, home, profile = scene.chance.choice(BUILDERS)
        more = f' <a href="{profile}" aria-label="{who}"><i class="fab fa-share"></i></a>' if profile else ""
        link = f'<a href="{home}" rel="nofollow">{escape(who)}</a>{more}'
        return f'<p class="credit">{escape(scene.words["made"])} {link}</p>'

    def _profile(self, network: str, url: str, look: str) -> str:
        name = {"x": "twitter"}.get(network, network)
        label = name.capitalize()
        me = ' rel="me"' if self.scene.signal("rel_me") else ' target="_blank" rel="noopener"'
        inner = {"icon": f'<i class="fab fa-{name}"></i>', "text": label}.get(look) or self._drawn(network, label, look)
        return f'<a class="{name}" href="{escape(url)}"{me} aria-label="{label}">{inner}</a> '

    def _drawn(self, network: str, label: str, look: str) -> str:
        outline = f'<path d="{SHAPES.get(network, SHAPES["x"])}"/>'
        if look == "svg":
            return f'<svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor">{outline}</svg>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="#4267b2">{outline}</svg>'
        url = self.scene.folder.add(self.scene.picture(f"social/{network}.svg"), svg)
        return f'<img src="{self.scene.folder.named(url)}" alt="{label}" width="22" height="22">'
