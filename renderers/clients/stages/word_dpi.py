"""On a screen of another resolution, sizes in attributes do not grow with the rest."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.css.sheet import declaration, parse_declarations
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.vml.names import pixels_per_inch
from renderers.clients.word.lengths import number, written

_SIZES = ("width", "height")


class Resolution(Settings):
    """``physical``: elements whose width and height attributes are pixels of the screen.

    ``cured``: those of them whose attributes grow as well when the mail says that it was made for 96 pixels per inch.
    """

    physical: tuple[str, ...] = ()
    cured: tuple[str, ...] = ()


def apply(mail: Mail, settings: Resolution) -> Iterable[Change]:
    """Lay the attributes out smaller by the factor that the screen enlarges everything by."""
    scale = mail.client.scale
    if not settings.physical or scale == 1:
        return
    cured = settings.cured if pixels_per_inch(mail) == 96 else ()
    for element in mail.root.iter(*(tag for tag in settings.physical if tag not in cured)):
        said = {each.name: each for each in parse_declarations(element.get("style", ""))}
        sizes = {name: _shrunk(element.get(name), scale) for name in _SIZES if name not in said}
        sizes = {name: size for name, size in sizes.items() if size}
        if not sizes:
            continue
        # Always in this order: a picture's CSS width is dropped and comes again when the mail is shown once more.
        known = {**said, **{name: declaration(name, size) for name, size in sizes.items()}}
        others = [each for name, each in known.items() if name not in _SIZES]
        mail.set_style(element, [*others, *(known[name] for name in _SIZES if name in known)])
        for name in sizes:
            yield mail.change(
                "word-dpi.physical",
                "The attribute {name}={value} does not grow with the screen's resolution; a CSS {name} would.",
                element,
                name=name,
                value=element.get(name),
            )


def _shrunk(attribute: str | None, scale: float) -> str:
    """Return the size to lay out; empty where the attribute is no number of pixels."""
    found = number(attribute or "")
    return written(found[0] / scale) if found and found[1] in ("", "px") and found[0] > 0 else ""


STAGE = Stage("word-dpi", Resolution, apply)
