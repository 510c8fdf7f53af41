"""A template's files at one moment: what a version, a recovery file and a comparison are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from templates.files import read_text
from templates.template_folder import META, TemplateFolder

_TEXT_PART = "template.txt"


@dataclass(frozen=True)
class Snapshot:
    """``text`` is the MJML; ``sides`` are the other text files by their path in the template's folder."""

    text: str
    sides: Mapping[str, str] = field(default_factory=dict)

    @property
    def sides_json(self) -> str:
        """The sides as one text that is the same for the same sides."""
        return json.dumps(dict(self.sides), sort_keys=True, ensure_ascii=False)


def read_sides(folder: TemplateFolder) -> dict[str, str]:
    """Return the settings, the plain-text part and the data sets that are on disk. Raises StorageError."""
    names = [META, _TEXT_PART, *(f"data/{name}.json" for name in folder.data_sets())]
    return {name: read_text(folder.root / name) for name in names if (folder.root / name).is_file()}
