"""Walk the editor through its panels and states and save a picture of each: ``editor_walk.py --out DIR``."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from walk import Walker, sample

from templates.files import write_text
from templates.workspace import Workspace

LONG = 200  # sections


class EditorWalker(Walker):
    """The editor, photographed."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the editor from state to state; yield the name of each."""
        window = self.window
        if not window.has_workspace:
            window.open_workspace(self.root / "sample")
            self.until(self.all_pictures)
        language = "fr" if "-fr-" in f"{self.prefix}-" else "en"
        self.edit(f"welcome.{language}")
        yield "design"
        yield from self.selections()
        yield from self.left()
        yield from self.code()
        if first:
            yield from self.drawers()
            self.edit(f"black-friday.{language}")
            window.set_mail_scheme("dark")
            yield "dark-mail"
            window.set_mail_scheme("light")
        self.edit("long.en")
        yield "long"
        window.set_editor_mode("split")
        self.rest(0.5)
        yield "long-split"
        window.set_editor_mode("design")

    def edit(self, name: str) -> None:
        """Open a template and wait until its mail is shown and checked."""
        document = self.window.open_template(name)
        live = self.window.editor.documents.current.live
        self.until(lambda: live.view is not None and live.last_check is not None)
        document.select(0, "look")
        self.rest(0.8)

    def selections(self) -> Iterator[str]:
        """One component of each common kind."""
        document = self.window.document
        for name in ("mj-section", "mj-text", "mj-button", "mj-image"):
            found = document.tree.elements(name)
            if found:
                document.select(found[0].id, "look")
                self.rest(0.5)
                yield f"select-{name}"

    def left(self) -> Iterator[str]:
        """The panels of the left column."""
        editor = self.window.editor
        for name, panel in (("blocks", editor.blocks), ("modules", editor.modules)):
            editor.left.show_panel(panel)
            self.rest(1.0)
            yield name
        editor.left.show_panel(editor.outline)

    def code(self) -> Iterator[str]:
        """Split and code, with something wrong."""
        window = self.window
        document = window.document
        window.set_editor_mode("split")
        self.rest(0.5)
        yield "split"
        window.set_editor_mode("code")
        at = document.text.index("<mj-section") + len("<mj-section")
        from templates.source.text_edit import TextEdit

        document.edit("Look", [TextEdit(at, at, ' colour="red" padding="12"')])
        live = window.editor.documents.current.live
        self.until(lambda: live.last_check is not None and live.last_check.revision == document.revision)
        window.editor.drawer.show_panel(window.editor.problems)
        self.rest(0.5)
        yield "code-problems"
        document.stack.undo()
        window.editor.drawer.set_open(False)
        window.set_editor_mode("design")

    def drawers(self) -> Iterator[str]:
        """The drawer with the data; the palette."""
        window = self.window
        window.editor.drawer.show_panel(window.editor.data)
        self.rest(0.4)
        yield "data"
        window.editor.drawer.set_open(False)


def long_mail(root: Path) -> None:
    """A mail of many sections."""
    workspace = Workspace.open(root / "sample")
    text = workspace.template("newsletter.en").text() if "newsletter.en" in _names(workspace) else ""
    folder = workspace.root / "templates" / "long.en"
    source = workspace.template("welcome.en").root
    write_text(folder / "template.toml", (source / "template.toml").read_text("utf-8"))
    row = (
        '<mj-section css-class="mw-s-row-{n}"><mj-column><mj-text>Row {n}: what happened this week, in two lines that '
        'say enough.</mj-text><mj-button href="https://example.com/{n}">Read on</mj-button></mj-column></mj-section>\n'
    )
    body = "".join(row.format(n=number) for number in range(LONG))
    head = (text or workspace.template("welcome.en").text()).partition("<mj-body")[0]
    write_text(folder / "template.mjml", f"{head}<mj-body>\n{body}</mj-body>\n</mjml>\n")


def _names(workspace: Workspace) -> set[str]:
    return {folder.name for folder in workspace.templates()}


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph every panel of the editor.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    given = parser.parse_args()
    out = given.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        long_mail(Path(folder))
        EditorWalker(out, Path(folder)).walk(quick=given.quick)


if __name__ == "__main__":
    main()
