"""The size of a picture is that of its attributes, in percent of the file."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.lengths import number, pixels, written


class Images(Settings):
    """``percent_of_file``: a percentage in the width attribute is one of the file's own width.

    ``highest``: CSS pixels of a picture that are shown; what is lower is cut off. 0 shows all.
    """

    percent_of_file: bool = False
    highest: float = 0


def apply(mail: Mail, settings: Images) -> Iterable[Change]:
    """Size the pictures of the mail."""
    if settings == Images():
        return
    for image in mail.root.iter("img"):
        percent = number(image.get("width") or "")
        if settings.percent_of_file and percent and percent[1] == "%":
            _style(mail, image, declaration("width", "auto"), declaration("zoom", f"{percent[0] / 100:g}"))
            yield mail.change(
                "word-images.percent_of_file",
                "The width of {percent} is that of the picture's file, not of the space around it.",
                image,
                percent=image.get("width"),
            )
        height = _height(image)
        if settings.highest and height > settings.highest:
            cut = (("max-height", written(settings.highest)), ("object-fit", "cover"), ("object-position", "top"))
            _style(mail, image, *(declaration(name, value) for name, value in cut))
            yield mail.change(
                "word-images.highest",
                "The picture is {height:g} pixels high and cut after {limit:g}.",
                image,
                height=height,
                limit=settings.highest,
            )


def _height(image: Element) -> float:
    for each in parse_declarations(image.get("style", "")):
        if each.name == "height" and (found := pixels(each.value)):
            return found
    return pixels(f"{image.get('height') or ''}px") or 0.0


def _style(mail: Mail, image: Element, *more: Declaration) -> None:
    names = {each.name for each in more}
    style = parse_declarations(image.get("style", ""))
    mail.set_style(image, [*(each for each in style if each.name not in names), *more])


STAGE = Stage("word-images", Images, apply)
