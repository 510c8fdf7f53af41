"""Whose port it is."""

from __future__ import annotations

import os
import socket

import pytest

from renderers.engines.ports import listens
from renderers.engines.processes import PROC

pytestmark = pytest.mark.skipif(not PROC.is_dir(), reason="only Linux tells")


def test_only_the_one_that_listens_is_believed():
    """Not who is connected to the port, nor another process, nor a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client:
            assert listens(os.getpid(), port)
            assert not listens(os.getpid(), client.getsockname()[1])
            assert not listens(os.getppid(), port)
    assert not listens(os.getpid(), port)
