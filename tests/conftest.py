"""What every test stands on: an offscreen Qt, a home of its own, silence in the log, and the browser."""

from __future__ import annotations

import contextlib
import functools
import importlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import platformdirs
import pytest

from assets import asset
from machine.screen import qt_environment
from renderers.engines import BrowserMissingError
from renderers.engines.locate import locate
from templates.brand.kit import extract_brand
from templates.generate import add_brand, add_starters, slug_of
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

if TYPE_CHECKING:
    from tests.postgresql.server import Server

ROOT = Path(__file__).parents[1]

# Qt and its web engine read these when they are imported, so they are set before any test module is.
for _name, _value in qt_environment(offscreen=True).items():
    os.environ.setdefault(_name, _value)
# One language and one encoding, whoever runs the tests.
os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", LANGUAGE="en")
# Playwright's own browsers stay where they are when a test gets another home.
os.environ.setdefault(
    "PLAYWRIGHT_BROWSERS_PATH", str(platformdirs.user_cache_path("ms-playwright", appauthor=False, opinion=False))
)
# What a database's own user has set for its programs would reach the tests' connections too.
for _name in [_name for _name in os.environ if _name.startswith("PG")]:
    del os.environ[_name]
# No test asks the web for a mail's pictures.
os.environ["MAILWRIGHT_REMOTE_PICTURES"] = "false"
# Nor does anybody's keyring open: ``kept_passwords`` is one for a test.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# No deadline: a busy machine is no bug. No examples kept: tests write to temporary folders only. In CI always the same.
# Fewer examples than usual: what every run does has to be quick. The long run makes up for it.
hypothesis.settings.register_profile(
    "house", deadline=None, database=None, derandomize="CI" in os.environ, max_examples=60
)
hypothesis.settings.register_profile("long", hypothesis.settings.get_profile("house"), max_examples=500)
hypothesis.settings.load_profile("house")
HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the long versions too (marker slow)")
    parser.addoption("--golden", action="store_true", help="write the golden files anew; look at what git says changed")


def pytest_configure(config: pytest.Config) -> None:
    """The long run tries more examples wherever a test does not say how many."""
    if config.getoption("--slow"):
        hypothesis.settings.load_profile("long")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that cannot run here says why; in CI, where everything must be there, it fails."""
    if item.get_closest_marker("slow") and not item.config.getoption("--slow"):
        pytest.skip("the long version: run with --slow")
    if item.get_closest_marker("browser"):
        _need(_browser() is not None, "no browser was found: python3 dev.py setup gets one")
    if item.get_closest_marker("webengine"):
        _need(_web_engine_loads(), "QtWebEngine does not load: python3 dev.py setup installs what it lacks")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat what lint said long before, above the closing line, where it is read."""
    if failed := os.environ.get("MAILWRIGHT_LINT_FAILED"):
        terminalreporter.section("lint", red=True)
        terminalreporter.line(f"failed: {failed} (see the top of this output)", red=True)


def _need(there: bool, reason: str) -> None:
    if there:
        return
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@functools.cache
def _browser() -> Path | None:
    try:
        return locate().path
    except BrowserMissingError:
        return None


@functools.cache
def _web_engine_loads() -> bool:
    try:
        importlib.import_module("PySide6.QtWebEngineWidgets")
    except ImportError:
        return False
    return True


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the checkout: real pages and reference data that the project does not ship."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder shared beside this checkout")
    return folder


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The browser that takes the pictures; a test that asks for it bears the marker ``browser``."""
    path = _browser()
    _need(path is not None, "no browser was found: python3 dev.py setup gets one")
    assert path is not None
    return path


@pytest.fixture(scope="session")
def twenty(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample company's workspace with every starter in both languages. Read only."""
    kit = extract_brand(str(asset("samples", "site")))
    workspace = Workspace.create(tmp_path_factory.mktemp("agency") / "sample", name=kit.name, brand=slug_of(kit))
    add_starters(workspace, add_brand(workspace, kit))
    return workspace


@pytest.fixture(scope="session")
def by_turns(request: pytest.FixtureRequest, twenty: Workspace) -> list[TemplateFolder]:
    """Each starter once, in English and in French by turns; the long run takes all of them. Read only."""
    both = request.config.getoption("--slow")
    return [one for place, one in enumerate(twenty.templates()) if both or place % 4 in {0, 3}]


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``golden(path, text)``: the text is what the file holds; with ``--golden`` the file is written instead."""
    rewrite = request.config.getoption("--golden")

    def check(path: Path, text: str) -> None:
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{path.name} changed: look at it, then run with --golden"

    return check


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """The PostgreSQL of this test process, on loopback; it starts with the first test that asks for it."""
    from tests.postgresql.server import NoPostgreSQLError, running  # its driver takes 0.1 s, in every worker

    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(running())
        except NoPostgreSQLError as error:
            _need(False, f"{error} (python3 dev.py setup does, as root on Debian)")
        else:
            yield server


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> Iterator[str]:
    """The URL of an empty PostgreSQL database that only this test uses, as its owner."""
    with postgresql_server.database() as url:
        yield url


@pytest.fixture
def private_postgresql(postgresql_server: Server) -> Iterator[Server]:
    """The server for a test that stops and starts it: no other process uses it, and the next test finds it running."""
    yield postgresql_server
    postgresql_server.start()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def kept_passwords(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A keyring that ends with the test: what it holds, by service and name."""
    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr("keyring.get_password", lambda service, name: kept.get((service, name)))
    monkeypatch.setattr("keyring.set_password", lambda service, name, text: kept.__setitem__((service, name), text))
    return kept


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder of the user lies in a temporary one, beside ``tmp_path`` so that this stays empty."""
    home = tmp_path_factory.mktemp("home")
    for name in HOMES:
        monkeypatch.setenv(name, str(home))
    for name in XDG_FOLDERS:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    return home


class _Unexpected(logging.Handler):
    """Keeps the warnings that no ``with caplog.at_level(logging.WARNING):`` announced."""

    def __init__(self, announced: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self.announced = announced
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno > self.announced.level:
            self.records.append(record)


@pytest.fixture(autouse=True)
def silent_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that logs a warning or worse fails, unless ``caplog.at_level`` announced that very level."""
    handler = _Unexpected(caplog.handler)
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.records:
        lines = [f"{record.name}: {record.levelname}: {record.getMessage()}" for record in handler.records]
        pytest.fail("\n".join(["logged without being announced:", *lines]), pytrace=False)
