"""What the live mail needs done in a job's thread: marks, the build, the pictures, the checks. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.document import OpenDocument
from desktop.web.scheme import picture_url
from renderers.render.images import Image, load_image
from templates.assemble import values_of
from templates.compile.include import IncludeResolver
from templates.compile.inline_css import inline_css
from templates.compile.live import LiveBuild, LiveMail
from templates.compile.notice import Notice
from templates.errors import Cancelled, MailwrightError
from templates.json_files import parse_data
from templates.source.finding import Finding
from templates.source.inherited import Defaults, defaults
from templates.source.marks import Marks, marked_include, marks
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import SourceTree
from templates.source.validate import validate
from templates.workspace import Workspace


@dataclass(frozen=True)
class Shown:
    """For whom the mail is built. ``data`` is the name of a data set, or the data itself."""

    data: str | Mapping[str, Any] = "default"
    segments: frozenset[str] = frozenset()
    contact: Mapping[str, Any] = field(default_factory=dict)


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
        self._marked: tuple[SourceTree, int, Marks] | None = None
        self._includes = MarkedIncludes(workspace.include, self._id)
        self._live = LiveBuild(include=self._includes, image_url=picture_url, name=self._id)
        self._unmarked = LiveBuild(include=workspace.include, name=self._id)
        self._values: tuple[int, dict[str, Any]] = (-1, {})
        self.fill = self._live.fill

    def build(self, request: Request) -> Built:
        """Build the text with its marks. An error is a value: the tree counts all the same."""
        text, tree = self._mark(request)
        try:
            mail = self._live.update(text, **self._values_of(request))
        except MailwrightError as error:
            return Built(request, error=error, tree=tree)
        images = self._images(mail.images)
        return Built(request, LiveView(mail, images, request.revision, request.shown), tree=tree)

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

    def _mark(self, request: Request) -> tuple[str, SourceTree | None]:
        """Return the marked text, and its tree when the marks could not simply be moved along."""
        before = request.tree.text
        found: Marks | None = self._marks_of(request.tree, request.values)
        for batch in request.batches:
            found = found.after(before, batch) if found else None
            before = apply(before, batch)
        if found:
            return found.into(request.text), None
        tree = OpenDocument.parsed_from(request.tree, request.batches)
        return self._marks_of(tree, request.values).into(request.text), tree

    def _marks_of(self, tree: SourceTree, values: int) -> Marks:
        """Return the tree's marks; made anew after ``refresh``, which says that an included part is different."""
        if self._marked is None or self._marked[:2] != (tree, values):
            said = defaults(tree, self._id, self._workspace.include)
            self._includes.follow(tree, said)
            self._marked = (tree, values, marks(tree, said))
        return self._marked[2]

    def _values_of(self, request: Request) -> dict[str, Any]:
        if self._values[0] != request.values:
            shown, data = request.shown, request.shown.data
            if isinstance(data, str) and request.data_text is not None:
                data = parse_data(request.data_text, self._workspace.template(self._name).root / f"data/{data}.json")
            self._values = (
                request.values,
                values_of(self._workspace, self._name, data=data, segments=shown.segments, contact=shown.contact),
            )
        return self._values[1]

    def _images(self, paths: tuple[str, ...]) -> dict[str, Image]:
        found = {}
        for path in paths:
            try:
                found[path] = load_image(path, self._workspace.file(path))
            except MailwrightError:  # shown as broken; a check says why
                continue
        return found


class MarkedIncludes:
    """Resolves includes with what they bring marked as the ``mj-include`` of the document that asks for it."""

    def __init__(self, resolve: IncludeResolver, document: str) -> None:
        self._resolve, self._document = resolve, document
        self._ids: dict[str, int] = {}  # of the includes, by their path
        self._owners: dict[str, int] = {}  # the same, by the file that they bring
        self._done: dict[tuple[str, int], str] = {}
        self._said = Defaults({}, {}, {})

    def follow(self, tree: SourceTree, said: Defaults) -> None:
        """Learn which node includes what, and what the mail's head says about components."""
        if said != self._said:
            self._said, self._done = said, {}
        self._ids = {node.value("path"): node.id for node in reversed(tree.elements("mj-include"))}

    def __call__(self, path: str, beside: str) -> tuple[str, str]:
        """Resolve like ``Workspace.include``."""
        text, identity = self._resolve(path, beside)
        owner = self._ids.get(path, 0) if beside == self._document else self._owners.get(beside, 0)
        self._owners[identity] = owner
        if not owner:
            return text, identity
        if (text, owner) not in self._done:
            self._done[text, owner] = marked_include(text, owner, self._said)
        return self._done[text, owner], identity
