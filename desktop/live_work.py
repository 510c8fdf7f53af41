"""What the live mail needs done in a job's thread: marks, the build, the pictures, the checks. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.document import OpenDocument
from desktop.live_drawing import Drawing, MarkedIncludes
from desktop.web.scheme import picture_url
from renderers.render.images import Image, fake_url, load_image
from templates.assemble import values_of
from templates.compile.inline_css import inline_css
from templates.compile.live import LiveBuild, LiveMail
from templates.compile.notice import Notice
from templates.compile.pipeline import Build, build
from templates.data.sample_values import Taste
from templates.dynamic.samples import Samples, taste_of
from templates.dynamic.view import BY_DATA, WHOLE, Recipient, asked
from templates.dynamic.whole import openings
from templates.errors import Cancelled, MailwrightError
from templates.json_files import parse_data
from templates.source.finding import Finding
from templates.source.inherited import defaults
from templates.source.marks import marks
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import SourceTree
from templates.source.validate import validate
from templates.workspace import Workspace


@dataclass(frozen=True)
class Shown:
    """For whom the mail is built. ``data`` is the name of a data set, or the data itself."""

    data: str | Mapping[str, Any] = "default"
    recipient: Recipient = BY_DATA


@dataclass(frozen=True)
class Request:
    """A text to build: ``batches`` of edits lead to it from ``tree``. ``values`` counts the changes of ``shown``.

    ``data_text`` is the data set as it is edited; None takes the file.
    """

    revision: int
    text: str
    tree: SourceTree
    batches: tuple[tuple[TextEdit, ...], ...]
    shown: Shown
    values: int
    data_text: str | None = None


@dataclass(frozen=True)
class LiveView:
    """A mail as the canvas shows it; the text of ``revision``, for ``shown``."""

    mail: LiveMail
    images: Mapping[str, Image]
    revision: int
    shown: Shown


@dataclass(frozen=True)
class Built:
    """What a build came to: a mail or what is wrong, and the tree if one had to be made."""

    request: Request
    view: LiveView | None = None
    error: MailwrightError | None = None
    tree: SourceTree | None = None


@dataclass(frozen=True)
class Checked:
    """What was found in the text of ``revision``, and what the mail weighs in bytes (0 while it cannot be built)."""

    revision: int
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    weight: int = 0
    error: MailwrightError | None = None


class LiveWork:
    """Builds one template. Its methods are called by one job at a time."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._workspace, self._name = workspace, name
        self._id = workspace.template(name).id
        self._drawn: tuple[SourceTree, int, Drawing] | None = None
        self._includes = MarkedIncludes(workspace.include, self._id)
        self._live = LiveBuild(include=self._includes, image_url=picture_url, name=self._id)
        self._taste = Taste()
        self._samples = Samples(self._includes, self._id)
        self._unmarked = LiveBuild(include=workspace.include, name=self._id)
        self._values: tuple[int, dict[str, Any]] = (-1, {})
        self.fill = self._live.fill

    def build(self, request: Request) -> Built:
        """Build the text with its marks. An error is a value: the tree counts all the same."""
        text, tree = self._draw(request)
        try:
            values = self._values_of(request)
            if request.shown.recipient == WHOLE:
                values = values | {"data": self._samples.filled(text, values["data"], self._taste)}
            mail = self._live.update(text, **values)
        except MailwrightError as error:
            return Built(request, error=error, tree=tree)
        images = self._images(mail.images)
        return Built(request, LiveView(mail, images, request.revision, request.shown), tree=tree)

    def as_sent(self, request: Request) -> Build:
        """Build the text as it is sent, with pictures named as a browser's job wants them. Raises MailwrightError."""
        values = self._values_of(request)
        return build(request.text, include=self._workspace.include, image_url=fake_url, name=self._id, **values)

    def check(self, request: Request, stopped: Callable[[], None]) -> Checked:
        """Validate the text and build it as it is sent, to weigh it.

        Section by section as well, without the marks: a whole compile would keep the next keystroke waiting.
        ``stopped`` is called between the steps and raises when there is no use in going on.
        """
        tree = OpenDocument.parsed_from(request.tree, request.batches)
        stopped()
        findings = tuple(validate(tree))
        stopped()
        try:
            mail = self._unmarked.update(request.text, **self._values_of(request))
            stopped()
            html = inline_css(mail.html)
        except Cancelled:
            raise
        except MailwrightError as error:
            return Checked(request.revision, findings, error=error)
        return Checked(request.revision, findings, mail.warnings, len(html.encode()))

    def _draw(self, request: Request) -> tuple[str, SourceTree | None]:
        """Return the text to build, and its tree when the marks could not simply be moved along."""
        before = request.tree.text
        found: Drawing | None = self._drawing_of(request.tree, request)
        for batch in request.batches:
            found = found.after(before, batch) if found else None
            before = apply(before, batch)
        if found:
            return found.into(request.text), None
        tree = OpenDocument.parsed_from(request.tree, request.batches)
        return self._drawing_of(tree, request).into(request.text), tree

    def _drawing_of(self, tree: SourceTree, request: Request) -> Drawing:
        """Return the tree's drawing; made anew after ``refresh``: an included part or the recipient is different."""
        if self._drawn is None or self._drawn[:2] != (tree, request.values):
            whole = request.shown.recipient == WHOLE
            said = defaults(tree, self._id, self._workspace.include)
            self._includes.follow(tree, said, whole=whole)
            drawing = Drawing(marks(tree, said), openings(tree) if whole else None)
            self._drawn = (tree, request.values, drawing)
        return self._drawn[2]

    def _values_of(self, request: Request) -> dict[str, Any]:
        if self._values[0] != request.values:
            shown, data = request.shown, request.shown.data
            if isinstance(data, str) and request.data_text is not None:
                data = parse_data(request.data_text, self._workspace.template(self._name).root / f"data/{data}.json")
            given = asked(self._workspace, self._name, shown.recipient, data)
            self._values = (request.values, values_of(self._workspace, self._name, **given))
            self._taste = taste_of(self._workspace, self._name, self._values[1]["today"])
        return self._values[1]

    def _images(self, paths: tuple[str, ...]) -> dict[str, Image]:
        found = {}
        for path in paths:
            try:
                found[path] = load_image(path, self._workspace.file(path))
            except MailwrightError:  # shown as broken; a check says why
                continue
        return found
