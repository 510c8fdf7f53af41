"""The parts that a brand's templates include: the head with the look, the headers, the footers.

Parts hold references (``{{ brand.* }}``), never values: a changed colour changes every mail at the next build. A part
that somebody edited by hand is recognised by its hash in ``brand.toml``, kept, and reported.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from templates.brand.store import record_hashes, recorded_hashes
from templates.brand.texts.networks import NETWORKS
from templates.files import read_text, write_text
from templates.fill import fill

SHIPPED = Path(__file__).parent / "parts"
#: The kinds of mail, and the one purpose that has reasons of its own.
FOOTERS = ("marketing", "transactional", "legal", "requalification")
WITH_WAY_OUT = {"marketing", "requalification"}
#: Mails that are dark by design keep their own ground in either scheme.
NIGHT = {"page": "#101012", "muted": "#b4b4ba", "mood": " mw-night", "end": ""}
DAY = {
    "page": "{{ brand.colour.page }}",
    "muted": "{{ brand.colour.muted }}",
    "mood": "",
    "end": """\
<mj-section css-class="mw-s-end" border-radius="0 0 {{ brand.radius }}px {{ brand.radius }}px" padding="0">
  <mj-column><mj-spacer height="16px" /></mj-column>
</mj-section>
""",
}

_SOCIAL = """\
      {{% if brand.social.{network} %}}<mj-social-element src="{{{{ brand.path }}}}/art/social-{network}.png" \
href="{{{{ brand.social.{network} }}}}" alt="{title}" title="{title}" padding="0 6px" />{{% endif %}}
"""


def write_parts(folder: Path) -> list[str]:
    """Write the parts of the brand in ``folder`` and return the names of those kept because they were edited by hand.

    Raises StorageError when the folder cannot be written.
    """
    kept = edited_parts(folder)
    fresh = {name: text for name, text in _parts() if name not in kept}
    for name, text in fresh.items():
        write_text(folder / "parts" / name, text)
    record_hashes(folder, recorded_hashes(folder) | {name: _hash(text) for name, text in fresh.items()})
    return kept


def edited_parts(folder: Path) -> list[str]:
    """The names of the parts that somebody edited by hand: ``write_parts`` keeps them. Raises StorageError."""
    known = recorded_hashes(folder)
    paths = {name: folder / "parts" / name for name, _ in _parts()}
    return [name for name, path in paths.items() if path.exists() and known.get(name) != _hash(read_text(path))]


def _parts() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of every part."""
    for name in ("head.mjml", "header.mjml", "header-night.mjml"):
        yield name, (SHIPPED / name).read_text("utf-8")
    strings = tomllib.loads((SHIPPED / "strings.toml").read_text("utf-8"))
    for language, words in strings.items():
        for kind in FOOTERS:
            yield f"footer-{kind}.{language}.mjml", _footer(kind, words, DAY)
        yield f"footer-night.{language}.mjml", _footer("marketing", words, NIGHT)


def _footer(kind: str, words: dict[str, object], mood: dict[str, str]) -> str:
    links = ["unsubscribe", "preferences", "view_online"] if kind in WITH_WAY_OUT else []
    row = " &nbsp;·&nbsp; ".join(f'<a href="{{{{ links.{link} }}}}">{words[link]}</a>' for link in links)
    values = {
        **mood,
        "why": words["why"][kind],  # type: ignore[index]  # TOML tables are untyped; the shipped file has them
        "links": f"<br />{row}" if row else "",
        "socials": "" if kind == "legal" else _socials(),
    }
    return fill((SHIPPED / "footer.mjml").read_text("utf-8"), values, name="footer.mjml")


def _socials() -> str:
    """One quiet icon for each network that the brand has an address for."""
    elements = "".join(_SOCIAL.format(network=network, title=title) for network, title in NETWORKS.items())
    return (
        '    <mj-social icon-size="28px" border-radius="14px" mode="horizontal" padding="0 24px 20px">\n'
        f"{elements}    </mj-social>\n"
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
