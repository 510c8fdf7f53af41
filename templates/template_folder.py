"""One template on disk: a folder with the text, what the template is, and its named data sets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from templates.errors import InputError
from templates.files import files_in, read_text
from templates.json_files import read_data
from templates.toml_files import read_toml

MJML = "template.mjml"
META = "template.toml"
TEXT = "template.txt"  # the plain-text part, where somebody wrote it; without it it is made from the HTML


class Sender(BaseModel):
    """Who the mail comes from."""

    model_config = ConfigDict(frozen=True)
    name: str = ""
    address: str = ""


class TemplateMeta(BaseModel):
    """``template.toml``: what the template is, apart from its text."""

    model_config = ConfigDict(frozen=True)
    format: int = 1
    kind: Literal["marketing", "transactional", "legal"]
    purpose: str = ""  # "requalification" where it applies
    brand: str = ""  # the folder below brands/; empty: the workspace's default brand
    group: str = ""  # shared by the languages of one mail
    language: str = "en"
    sender: Sender = Sender()
    tags: tuple[str, ...] = ()
    notes: str = ""
    starter: str = ""  # the starter it was made from
    starter_version: int = 0


@dataclass(frozen=True)
class TemplateFolder:
    """``templates/<name>/`` of a workspace. Reads on demand: a damaged file is reported when it is asked for."""

    root: Path
    name: str

    @property
    def mjml_path(self) -> Path:
        """The template's text."""
        return self.root / MJML

    @property
    def id(self) -> str:
        """The text's path from the workspace's root: what includes and messages call it."""
        return f"templates/{self.name}/{MJML}"

    @property
    def meta(self) -> TemplateMeta:
        """What ``template.toml`` says now. Raises InputError with line and key, StorageError."""
        return read_toml(self.root / META, TemplateMeta)

    def text(self) -> str:
        """The MJML with its Jinja tags. Raises StorageError."""
        return read_text(self.mjml_path)

    def text_part(self) -> str | None:
        """The plain-text part with its tags; None when it is made from the HTML. Raises StorageError."""
        path = self.root / TEXT
        return read_text(path) if path.is_file() else None

    def data_sets(self) -> list[str]:
        """The names of the data sets, ``default`` first, then by name."""
        names = (path.stem for path in files_in(self.root / "data", "*.json") if not path.name.startswith("."))
        return sorted(names, key=lambda name: (name != "default", name))

    def data(self, name: str = "default") -> dict[str, Any]:
        """The data set ``name``; a template without a ``default`` has an empty one.

        Raises InputError naming file, line and column of broken JSON, or the data sets that there are.
        """
        names = self.data_sets()
        if name not in names:
            if name == "default":
                return {}
            raise InputError(
                "`{template}` has no data set `{name}`.",
                advice="It has: {names}.",
                template=self.name,
                name=name,
                names=", ".join(names) or "default",
            )
        return read_data(self.root / "data" / f"{name}.json")
