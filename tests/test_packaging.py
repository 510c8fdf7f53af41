"""What users install: a wheel with its data files and without tests, and a PySide6 that does not eat None."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


def run(*command: str | Path, cwd: Path) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The programs of a fresh environment that holds the wheel and knows nothing of this checkout."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    run(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--no-deps", "--no-index", "--no-cache-dir", wheel),
        cwd=folder,
    )
    # Dependencies come from the developer's environment, which takes no second; .pth files *in* that folder are not
    # followed, so the editable checkout stays out of sight.
    site_packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder))
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site_packages / "dependencies.pth").write_text("\n".join(sorted(paths)), encoding="utf-8")
    return programs


def test_the_program_runs_from_the_wheel(installed, tmp_path):
    """``mailwright --version`` answers from a folder that knows nothing of the checkout."""
    assert run(installed / "mailwright", "--version", cwd=tmp_path) == f"mailwright {VERSION}"


def test_its_data_files_are_found(installed, tmp_path):
    """The twenty starters, what the compiler needs and the sample site are found in the installed packages."""
    code = (
        "import assets, templates, pathlib\n"
        "root = pathlib.Path(templates.__file__).parent\n"
        "print(assets.asset('vendor'), assets.asset('samples', 'site'), root)\n"
        "print(len(list(root.glob('starters/*/template.mjml'))))\n"
    )
    paths, starters = run(installed / "python", "-c", code, cwd=tmp_path).splitlines()
    assert all(Path(path).is_relative_to(installed.parent) for path in paths.split())
    assert starters == "20"


def test_the_wheel_holds_every_file_of_the_packages_and_no_test(wheel):
    """What is committed in the four packages is installed; tests and tools are not."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *PACKAGES]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    committed = {file for file in listed.stdout.split("\0") if file and (ROOT / file).is_file()}
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    assert committed - packed == set()
    assert {file.split("/")[0] for file in packed} == {*PACKAGES, f"mailwright-{VERSION}.dist-info"}
    assert {f"{package}/py.typed" for package in PACKAGES} <= packed


def test_the_version_is_said_once():
    """The project's file and the program give the same version."""
    import desktop

    assert desktop.__version__ == VERSION


def test_void_calls_of_qt_keep_none_alive():
    """PySide6 6.12.0 drops a reference to None on every call that returns nothing, which aborts Python 3.11."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100
