"""``mailwright preview`` pays for its pictures, through the real browser and the workspace's own ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from renderers.budget.purse import open_purse
from templates.workspace import Workspace

EIGHT = "gmail-web,gmail-android,yahoo-web,outlook-windows-2013,orange-web,outlook-com,plain-desktop,plain-mobile"


def budget(workspace: Path, n: int | None = None) -> int:
    """Set, or read, what the workspace's account has."""
    with open_purse(Workspace.open(workspace)) as purse:
        if n is not None and n != purse.balance.available:
            purse.ledger.adjust(purse.account, n - purse.balance.available, note="for the test")
        assert purse.ledger.audit() == []
        assert purse.balance.reserved == 0
        return purse.balance.available


@pytest.mark.browser
def test_eight_new_pictures(run, workspace: Path, tmp_path: Path) -> None:
    """Refused with the cost when there are five tokens; four of twelve are left; the second time costs nothing."""
    call = ("preview", workspace / "templates" / "welcome.en", "--clients", EIGHT, "--out", tmp_path / "out")
    budget(workspace, 5)
    refused = run(*call)
    assert refused.returncode == 1
    assert "This takes 8 tokens, and 5 are left" in refused.stderr
    assert not (tmp_path / "out").exists()
    assert budget(workspace) == 5
    budget(workspace, 12)
    paid = run(*call)
    assert paid.returncode == 0, paid.stderr
    assert "8 new pictures, 0 from the cache: 8 tokens of" in paid.stderr
    assert "4 left" in paid.stderr
    assert len(list((tmp_path / "out").iterdir())) == 8
    assert budget(workspace) == 4
    again = run(*call)
    assert "0 new pictures, 8 from the cache: costs nothing." in again.stderr
    assert budget(workspace) == 4


@pytest.mark.browser
def test_limits_are_said(run, workspace: Path, tmp_path: Path) -> None:
    """A soft limit warns before, a level that the run reached is told after it; the named account pays."""
    with open_purse(Workspace.open(workspace)) as purse:
        purse.accounts.create("acme", parent=purse.account, soft_limit=1, alert_levels=(50,))
        purse.ledger.allocate(purse.account, "acme", 4)
        purse.accounts.change(purse.account, alert_levels=())
    asked = ("--clients", "plain-desktop,plain-mobile", "--account", "acme", "--out", tmp_path / "out")
    done = run("preview", workspace / "templates" / "welcome.en", *asked)
    assert done.returncode == 0, done.stderr
    assert "acme then uses 2 tokens this month; its soft limit is 1." in done.stderr
    assert "acme has used 50% of its tokens: 2 of 1." in done.stderr
    with open_purse(Workspace.open(workspace), "acme") as purse:
        assert purse.balance == (2, 0, 2)
        assert [each.level for each in purse.accounts.alerts("acme")] == [50]
