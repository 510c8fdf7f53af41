"""What goes wrong with a farm, each in one sentence."""

from __future__ import annotations

from renderers.render.farm.offering import Versions
from templates.errors import EngineError, InputError

_DOCS = "docs/farm.md"
_INSTALL = 'pip install "mailwright[farm]"'
_START = "mailwright worker --scheduler {}"


def not_installed(package: str) -> EngineError:
    """Something of the extra ``farm`` is not there."""
    return EngineError(
        "The package {package} is not installed, and farms and teams' pictures need it.",
        advice="Run: {command}",
        package=package,
        command=_INSTALL,
    )


def unreachable(scheduler: str) -> EngineError:
    """Nobody answers at the scheduler's address."""
    return EngineError(
        "The farm's scheduler {scheduler} does not answer.",
        advice="Start it, or correct its address.",
        scheduler=scheduler,
    )


def not_secured(scheduler: str) -> InputError:
    """The address asks for TLS and Dask has no certificate, or not the right one."""
    return InputError(
        "The connection to {scheduler} cannot be secured: its certificates are missing or do not fit.",
        advice="Name them in Dask's settings, as {docs} says.",
        scheduler=scheduler,
        docs=_DOCS,
    )


def strange(scheduler: str, reason: object) -> EngineError:
    """Something answers there, and it is no scheduler that we can talk to."""
    return EngineError(
        "The farm's scheduler {scheduler} cannot be used: {reason}.",
        advice="Take the same version of Mailwright and Dask there as here.",
        scheduler=scheduler,
        reason=first_line(reason),
    )


def no_worker(scheduler: str, seconds: float) -> EngineError:
    """There is a scheduler and nobody who takes pictures."""
    return EngineError(
        "The farm {scheduler} has no worker that takes pictures; {seconds:g} seconds were waited for one.",
        advice="Start one: {command}",
        scheduler=scheduler,
        seconds=seconds,
        command=_START.format(scheduler),
    )


def other_versions(ours: Versions, theirs: Versions) -> EngineError:
    """Every worker has other versions than this side."""
    return EngineError(
        "The farm's workers are not of this version: here {ours}, there {theirs}.",
        advice="Install the same on both sides.",
        ours=str(ours),
        theirs=str(theirs),
    )


def differing(left_out: int, engines: str) -> EngineError:
    """Some workers are left out: no failure, but somebody should know."""
    return EngineError(
        "{n} of the farm's workers are not used, because their engines, fonts or versions differ from the others'.",
        advice="Used are those with {engines}.",
        n=left_out,
        engines=engines,
    )


def lost(scheduler: str) -> EngineError:
    """The scheduler went away under a run."""
    return EngineError(
        "The connection to the farm {scheduler} was lost.",
        advice="Check the network and the scheduler, then try again: what was taken is kept.",
        scheduler=scheduler,
    )


def wrong_picture() -> EngineError:
    """What came has another key than what was asked for."""
    return EngineError("A worker of the farm took another picture than it was asked for.")


def killed_workers() -> EngineError:
    """The mail is the one that several workers died on, also when it was alone."""
    return EngineError(
        "The farm's workers crashed on this mail again and again.",
        advice="Take out the last thing that was added to it.",
    )


def unexpected(reason: object) -> EngineError:
    """A fault of ours, or of a worker."""
    return EngineError("Something unexpected went wrong: {reason}.", reason=first_line(reason))


def first_line(reason: object) -> str:
    """Return what somebody else's exception says, without its end."""
    return (str(reason).strip().partition("\n")[0] or type(reason).__name__).rstrip(".")
