"""The road from a template's text and data to the HTML of a mail, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from templates.compile.bake import bake
from templates.compile.context import context_of
from templates.compile.diagnose import notices, without_includes
from templates.compile.engine import mjml_engine
from templates.compile.faults import located
from templates.compile.images import map_images
from templates.compile.include import IncludeResolver, resolve_includes
from templates.compile.inline_css import inline_css
from templates.compile.notice import Notice
from templates.compile.personalise import personalise
from templates.compile.plain_text import plain_text
from templates.compile.source_map import MappedText, same_lines
from templates.compile.tagged import compile_tagged, keep_tags, plain_element
from templates.errors import LimitError, Place, TemplateError

__all__ = ["STEPS", "TAGGED_STEPS", "Build", "IncludeResolver", "Notice", "build", "build_tagged"]

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Build:
    """A compiled mail.

    ``mjml`` is flattened standard MJML that compiles to ``html_before_inlining``; ``images`` are the pictures' paths
    from the workspace's root, as they were before ``image_url`` mapped them; ``subject`` and ``preheader`` are plain
    text on one line.
    """

    html: str
    text: str
    subject: str
    preheader: str
    images: tuple[str, ...]
    warnings: tuple[Notice, ...]
    mjml: str
    html_before_inlining: str


@dataclass(frozen=True)
class Mail:
    """A mail on its way: what was asked, and what the steps have made so far."""

    source: MappedText
    include: IncludeResolver | None
    context: Mapping[str, Any]
    image_url: Callable[[str], str] | None
    place: Callable[[int], Place]  # where a character of ``mjml`` came from
    mjml: str = ""
    html_before_inlining: str = ""
    html: str = ""
    text: str = ""
    subject: str = ""
    preheader: str = ""
    images: tuple[str, ...] = ()
    warnings: tuple[Notice, ...] = ()


Step = Callable[[Mail], Mail]


def _include(mail: Mail) -> Mail:
    name = mail.source.pieces[0].file
    source = resolve_includes(mail.source.text, name, mail.include)
    return replace(mail, source=source, mjml=source.text, place=source.place)


def _personalise(mail: Mail) -> Mail:
    done = personalise(mail.source, mail.context)
    mjml, removed = without_includes(done.text, done.place)
    place = same_lines(done.text, mjml, done.place)
    return replace(mail, mjml=mjml, place=place, subject=done.subject, preheader=done.preheader, warnings=removed)


def _bake(mail: Mail) -> Mail:
    source = keep_tags(bake(mail.source, mail.context))
    subject, preheader = (plain_element(source.text, name) for name in ("mj-title", "mj-preview"))
    return replace(mail, source=source, mjml=source.text, place=source.place, subject=subject, preheader=preheader)


def _map_images(mail: Mail) -> Mail:
    mjml, images = map_images(mail.mjml, mail.image_url)
    return replace(mail, mjml=mjml, images=images, place=same_lines(mail.mjml, mjml, mail.place))


def _compile(mail: Mail) -> Mail:
    compiled = mjml_engine().compile(mail.mjml)
    warnings = mail.warnings + notices(compiled.diagnostics, mail.mjml, mail.place)
    return replace(mail, html_before_inlining=compiled.html, html=compiled.html, warnings=warnings)


def _compile_tagged(mail: Mail) -> Mail:
    done = compile_tagged(mail.mjml, mail.place)
    return replace(mail, html_before_inlining=done.html, html=done.html, warnings=mail.warnings + done.warnings)


def _inline_css(mail: Mail) -> Mail:
    return replace(mail, html=inline_css(mail.html))


def _plain_text(mail: Mail) -> Mail:
    return replace(mail, text=plain_text(mail.html))


STEPS: tuple[Step, ...] = (
    _include,  # 1. first, because what is included is template text too, and nothing later may open a file
    _personalise,  # 2. before MJML, which counts columns and drops bare tags: it has to see the mail as it is sent
    _map_images,  # 3. after Jinja: a path out of the data is a picture as well; before MJML: `mjml` is whole
    _compile,  # 4. needs the final structure
    _inline_css,  # 5. needs the HTML's elements
    _plain_text,  # 6. last, from exactly what is sent
)

UP_TO_MJML = STEPS[:3]

TAGGED_STEPS: tuple[Step, ...] = (
    _include,  # 1. as above
    _bake,  # 2. in Jinja's place: the brand is known now, everything else when the mail is sent
    _map_images,  # 3. after the brand's paths are in
    _compile_tagged,  # 4. tags hidden from MJML and brought back
    _inline_css,  # 5. hides the tags by itself
    _plain_text,  # 6. likewise
)


def build(
    text: str,
    *,
    include: IncludeResolver | None = None,
    data: Mapping[str, Any] = NOTHING,
    contact: Mapping[str, Any] = NOTHING,
    segments: Set[str] = frozenset(),
    brand: Mapping[str, Any] | None = None,
    sender: Mapping[str, Any] = NOTHING,
    links: Mapping[str, str] = NOTHING,
    image_url: Callable[[str], str] | None = None,
    name: str = "template.mjml",
    today: date | None = None,
) -> Build:
    """Compile the template ``text`` (the file ``name``) for one contact.

    ``data`` is a data set in one of its three shapes (context.py); ``segments`` are the ids the contact is in.
    Raises TemplateError and LimitError with the place in the source text, InputError for data of another shape, and
    EngineError when no MJML compiler can be loaded.
    """
    context = context_of(data, contact=contact, segments=segments, brand=brand, sender=sender, links=links, today=today)
    return _run(STEPS, text, name, include, context, image_url)


def build_tagged(
    text: str,
    *,
    include: IncludeResolver | None = None,
    brand: Mapping[str, Any] | None = None,
    image_url: Callable[[str], str] | None = None,
    name: str = "template.mjml",
) -> Build:
    """Compile the template with the brand's values in it and every other tag kept, for a system that sends Jinja.

    Raises like ``build``, and TemplateError for what cannot be kept: conditions and loops around columns without a
    width, and tags in the width of a picture or a column.
    """
    return _run(TAGGED_STEPS, text, name, include, {"brand": brand or {}}, image_url)


def _run(
    steps: tuple[Step, ...],
    text: str,
    name: str,
    include: IncludeResolver | None,
    context: Mapping[str, Any],
    image_url: Callable[[str], str] | None,
) -> Build:
    mail = through(steps, text, name, include, context, image_url)
    return Build(
        html=mail.html,
        text=mail.text,
        subject=mail.subject,
        preheader=mail.preheader,
        images=mail.images,
        warnings=mail.warnings,
        mjml=mail.mjml,
        html_before_inlining=mail.html_before_inlining,
    )


def through(
    steps: tuple[Step, ...],
    text: str,
    name: str,
    include: IncludeResolver | None,
    context: Mapping[str, Any],
    image_url: Callable[[str], str] | None,
) -> Mail:
    """Return the mail after ``steps``, the first of STEPS or TAGGED_STEPS. Raises like ``build``."""
    source = MappedText.of_file(text, name)
    mail = Mail(source, include, context, image_url, source.place)
    try:
        for step in steps:
            mail = step(mail)
    except (TemplateError, LimitError) as error:
        raise located(error, Place(name)) from error
    return mail
