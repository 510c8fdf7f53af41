"""Windows where there is no screen: a virtual one that ends with its use."""

import os
from pathlib import Path

import pytest

from machine import screen

posix = pytest.mark.skipif(os.name == "nt", reason="signals and virtual screens are Unix's")


def test_only_root_goes_without_the_sandbox(monkeypatch):
    """The web engine keeps its sandbox on every user's machine."""
    monkeypatch.setattr(screen, "is_root", lambda: False)
    assert screen.qt_environment(offscreen=False) == {}
    monkeypatch.setattr(screen, "is_root", lambda: True)
    assert screen.qt_environment(offscreen=False) == {
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
    }


@posix
@pytest.mark.skipif(not Path("/usr/bin/Xvfb").exists(), reason="Xvfb is not installed: python3 dev.py look installs it")
def test_the_virtual_screen_is_free_and_ends_with_its_use():
    """Two at once get two displays; neither is there afterwards."""
    with screen.virtual_screen() as one, screen.virtual_screen() as two:
        sockets = [Path(f"/tmp/.X11-unix/X{env['DISPLAY'][1:]}") for env in (one, two)]
        assert one["DISPLAY"] != two["DISPLAY"]
        assert all(socket.exists() for socket in sockets)
    assert not any(socket.exists() for socket in sockets)
