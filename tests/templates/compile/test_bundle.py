"""The vendored compiler is what its sources build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assets import asset
from templates.compile.mjml_reference import SCRIPT
from templates.compile.parity import digest

GOLDEN = Path(__file__).parents[2] / "golden" / "mjml"


def test_script_lock_and_notices_belong_to_one_version():
    """The script's name, the pinned version, the lock and the notices all say the same MJML."""
    version = json.loads(asset("vendor", "mjml-bundle", "package.json").read_text())["devDependencies"]["mjml"]
    lock = json.loads(asset("vendor", "mjml-bundle", "package-lock.json").read_text())
    assert f"mjml-{version}.js" == SCRIPT
    assert lock["packages"]["node_modules/mjml-browser"]["version"] == version
    assert f"mjml-browser {version} - MIT" in asset("vendor", "THIRD-PARTY.txt").read_text(encoding="utf-8")


def test_the_lock_names_no_registry():
    """Packages come from wherever npm is set up to take them."""
    assert '"resolved"' not in asset("vendor", "mjml-bundle", "package-lock.json").read_text()


def test_the_script_is_ascii():
    """Then no reader's encoding can change it."""
    assert re.fullmatch(rb"[\x00-\x7f]+", asset("vendor", SCRIPT).read_bytes())


@pytest.mark.slow
def test_the_sources_build_the_very_script(tmp_path):
    """Built anew, script and notices have the same bytes; npm mjml itself gives the stored hashes."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("Node is not here")
    folder = shutil.copytree(asset("vendor", "mjml-bundle"), tmp_path / "bundle")
    installed = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, timeout=300)
    if installed.returncode:
        pytest.skip("npm packages cannot be had here")
    subprocess.run(["node", "build.mjs", "dist"], cwd=folder, check=True, capture_output=True, timeout=120)
    assert (folder / "dist" / SCRIPT).read_bytes() == asset("vendor", SCRIPT).read_bytes()
    assert (folder / "dist" / "THIRD-PARTY.txt").read_bytes() == asset("vendor", "THIRD-PARTY.txt").read_bytes()

    files = sorted(str(path) for path in GOLDEN.glob("*.mjml"))
    compiled = subprocess.run(
        ["node", "reference.mjs", *files], cwd=folder, check=True, capture_output=True, timeout=120
    )
    reference = json.loads((GOLDEN / "reference.json").read_text())
    for file, html in json.loads(compiled.stdout).items():
        assert digest(html) == reference[Path(file).name]["sha256"]
