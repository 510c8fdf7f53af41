"""A small workspace, and a way to call the command line as a person does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from assets import asset
from templates.brand.kit import extract_brand
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kit = extract_brand(str(asset("samples", "site")))
    root = tmp_path_factory.mktemp("cli") / "sample"
    workspace = Workspace.create(root, name=kit.name, brand=slug_of(kit))
    slug = add_brand(workspace, kit)
    for name, language in (("welcome", "en"), ("welcome", "fr"), ("password-reset", "en")):
        instantiate(workspace, starter(name), language, brand=slug)
    return root


@pytest.fixture
def workspace(_made: Path, tmp_path: Path) -> Path:
    """The sample company with three templates; a test may change it."""
    return Path(shutil.copytree(_made, tmp_path / "sample"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``run("build", path, …)``: the finished process, its standard output and error as text."""

    def call(
        *arguments: object, env: Mapping[str, str] | None = None, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "desktop.cli", *map(str, arguments)]
        environment = {**os.environ, "LANG": "C.UTF-8", "COLUMNS": "200", **(env or {})}
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, cwd=cwd)

    return call
