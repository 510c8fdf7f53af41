"""The house as it was drawn: layers, a light command line, small files, nothing of one machine or one registry."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("assets", "templates", "renderers", "desktop")
HEAVY = ("PySide6", "playwright", "sqlalchemy", "alembic", "lxml", "py_mini_racer", "premailer", "PIL", "psycopg",
         "keyring")  # fmt: skip
LONGEST = 400
# In pieces, so that this file passes its own test.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("proxy", "golang", "org"),
    ]
]
DIRECTIVE = re.compile(r"#\s*(?:ruff:\s*)?noqa(?::\s*[A-Z0-9, ]+)?|#\s*type:\s*ignore(?:\[[\w, -]+\])?|#\s*mypy:[^#]*")


def committed() -> list[Path]:
    """The files of the checkout that git keeps or would keep."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every committed text file."""
    for path in committed():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            yield path.relative_to(ROOT).as_posix(), data.decode("utf-8", errors="replace")


def python_files(*folders: str) -> list[Path]:
    return [path for path in committed() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_dependencies_point_one_way():
    """desktop -> renderers -> templates -> assets; Qt only in desktop, the browser only in renderers."""
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_loads_nothing_heavy(tmp_path):
    """``mailwright --help`` answers at once: no Qt, no browser, no database, no parser of pages."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded:', *sorted({name.partition('.')[0] for name in sys.modules})))\n"
        "from desktop.cli import main\n"
        "sys.argv = ['mailwright', '--help']\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    out, _, loaded = done.stdout.partition("loaded:")
    assert "preview" in out
    assert "typer" in loaded.split()
    assert [module for module in HEAVY if module in loaded.split()] == []


def test_every_test_has_a_sentence():
    """A test's docstring states the behaviour; its name can then be short."""
    silent = []
    for path in python_files("tests"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_test = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
            if is_test and not ast.get_docstring(node):
                silent.append(f"{name(path)}:{node.lineno} {node.name}")
    assert silent == []


def test_files_are_small_rooms():
    """A file is one idea: none of the packages' has more than 400 lines."""
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(*PACKAGES)}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST} == {}


def test_no_registry_is_named():
    """Packages come from wherever the user's tools are set up to look, so no committed file says where."""
    named = [f"{file}: {host}" for file, text in texts() for host in REGISTRIES if host in text]
    assert named == []


def test_nothing_knows_one_machine():
    """No committed file holds the path of this checkout or of the home of whoever runs the tests."""
    own = [re.escape(f"{folder}/") for folder in (ROOT, Path.home()) if len(str(folder)) > len("/x")]
    paths = re.compile("|".join(rf"(?<![\w.~-]){path}" for path in own))
    found = [
        f"{file}: {match}"
        for file, text in texts()
        if not file.startswith("assets/vendor/")  # built by others, kept byte for byte
        for match in paths.findall(text)
    ]
    assert found == []


def test_every_exception_from_a_rule_says_why():
    """Beside each noqa and each type: ignore stands its reason."""
    bare = []
    for path in [*python_files(*PACKAGES, "tests", ".ci"), ROOT / "dev.py"]:
        for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
            if token.type != tokenize.COMMENT or not DIRECTIVE.search(token.string):
                continue
            reason = DIRECTIVE.sub("", token.string)
            if len(re.findall(r"\w+", reason)) < 2:
                bare.append(f"{name(path)}:{token.start[0]} {token.string}")
    assert bare == []


@pytest.mark.parametrize(
    ("comment", "has_reason"),
    [
        ("# noqa: E402", False),
        ("# type: ignore[arg-type]", False),
        ("# noqa: E402 - the path is set above", True),
        ("# type: ignore[arg-type]  # the stubs say str, the library takes bytes", True),
    ],
)
def test_a_reason_is_told_from_a_code(comment, has_reason):
    """The rule above sees the difference between a code and words."""
    assert DIRECTIVE.search(comment)
    assert (len(re.findall(r"\w+", DIRECTIVE.sub("", comment))) >= 2) is has_reason
