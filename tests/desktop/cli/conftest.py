"""A small workspace, and a way to call the command line as a person does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assets import asset
from desktop.cli import app
from templates.brand.kit import extract_brand
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace

SCREEN = {"LANG": "C.UTF-8", "COLUMNS": "200"}
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
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("build", path, …)``: exit status, standard output and error as text. What nobody caught is raised.

    It runs in this process: a start of Python costs more than most commands.
    """

    def call(
        *arguments: object, env: Mapping[str, str] | None = None, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        command = [*map(str, arguments)]
        environment = SCREEN | dict(env or {})
        with monkeypatch.context() as here:
            here.chdir(cwd)
            done = CliRunner().invoke(app, command, env=environment, catch_exceptions=False, prog_name="mailwright")
        return subprocess.CompletedProcess(command, done.exit_code, done.stdout, done.stderr)

    return call


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    """The same in a process of its own, as a person and a script have it."""

    def call(
        *arguments: object, env: Mapping[str, str] | None = None, cwd: Path = tmp_path
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "desktop.cli", *map(str, arguments)]
        environment = os.environ | SCREEN | dict(env or {})
        return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, cwd=cwd)

    return call
