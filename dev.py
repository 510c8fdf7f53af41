#!/usr/bin/env python3
"""The project's verbs: ``python3 dev.py demo`` and ``python3 dev.py test`` are all that a fresh machine needs.

Standard library only; works on Linux, macOS and Windows. How a machine is set up stands in ``.ci/machine``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from itertools import dropwhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts it with an older one gets a sentence, not a traceback
    sys.exit("Mailwright needs Python 3.11 or newer and this is " + sys.version.split()[0] + ": use a newer one.")

sys.path.insert(0, str(ROOT / ".ci"))

from machine import browser, checks, debian, screen  # noqa: E402 - found only once .ci is on the path
from machine.console import SetUpError, end_on_termination, say, visibly  # noqa: E402 - as above
from machine.environment import PYTHON, make_environment  # noqa: E402 - as above

# One more than there are cores: tests wait for browsers and windows. At most four: each may have a browser open.
TESTS = ("-n", str(min(4, (os.cpu_count() or 1) + 1)), "--dist", "worksteal")


def setup(arguments: list[str]) -> int:
    """Make .venv, find or fetch a browser and Qt's libraries; the other verbs do this by themselves."""
    _no_more(arguments)
    make_environment()
    browser.see_to_browser()
    complete = _libraries_of_qt(wished=debian.JUDGES) or not debian.is_debian()
    say("Everything is there." if complete else "Everything is there but for what is named above.")
    return 0


def demo(arguments: list[str]) -> int:
    """Build the sample company's workspace, render every template, write a contact sheet, open the window."""
    make_environment()
    _browser_or_warning()
    if screen.has_screen():
        _libraries_of_qt()
    return visibly([str(PYTHON), "-m", "desktop.cli", "demo", *arguments], env=screen.qt_environment(offscreen=False))


def test(arguments: list[str]) -> int:
    """Lint, types, import contracts, then all tests. With arguments: pytest alone, and they go to pytest."""
    make_environment()
    browser.see_to_browser()
    _libraries_of_qt(wished=debian.JUDGES)
    failed = [] if arguments else checks.run_all()
    env = {**screen.qt_environment(offscreen=True), "MAILWRIGHT_LINT_FAILED": ", ".join(failed)}
    slowest = ["--durations=10"] if os.environ.get("CI") else []
    code = visibly([str(PYTHON), "-m", "pytest", *TESTS, *slowest, *arguments], env=env, cwd=ROOT)
    return code or bool(failed)


def lint(arguments: list[str]) -> int:
    """Check style, format, types and import contracts."""
    _no_more(arguments)
    make_environment()
    return bool(checks.run_all())


def bench(arguments: list[str]) -> int:
    """Measure: all of tests/bench/bench_*.py or the named ones, with their options; figures are kept in .dev/bench."""
    options = list(dropwhile(lambda argument: not argument.startswith("-"), arguments))
    arguments = arguments[: len(arguments) - len(options)]
    scripts = {path.stem.removeprefix("bench_"): path for path in sorted((ROOT / "tests/bench").glob("bench_*.py"))}
    unknown = [name for name in arguments if name not in scripts]
    if unknown:
        raise SetUpError(f"There is no benchmark {unknown[0]}; there are: {', '.join(scripts)}.")
    make_environment()
    env = screen.qt_environment(offscreen=True)
    return max(visibly([str(PYTHON), str(scripts[name]), *options], env=env) for name in arguments or scripts)


def run(arguments: list[str]) -> int:
    """Open the desktop, on a workspace when one is given."""
    if not screen.has_screen():
        raise SetUpError("There is no screen here: python3 dev.py look --out DIR takes pictures of the window.")
    make_environment()
    _libraries_of_qt()
    return visibly([str(PYTHON), "-m", "desktop", *arguments], env=screen.qt_environment(offscreen=False))


def look(arguments: list[str]) -> int:
    """Walk the real window through every mode and panel, save a PNG of each: --out DIR."""
    make_environment()
    _browser_or_warning()
    _libraries_of_qt()
    walk = [str(PYTHON), str(ROOT / "tests/look/walk.py"), *arguments]
    if screen.has_screen():
        return visibly(walk, env=screen.qt_environment(offscreen=False))
    with screen.virtual_screen() as env:
        return visibly(walk, env=env)


def _libraries_of_qt(wished: Sequence[str] = ()) -> bool:
    """With a virtual screen and a font, without which nothing can be looked at."""
    return debian.install([*debian.QT, *debian.SCREEN], "the libraries of Qt", wished=wished)


def _browser_or_warning() -> None:
    """Go on without pictures: what is left to do says itself what it lacks."""
    try:
        browser.see_to_browser()
    except SetUpError as error:
        say(f"No pictures this time: {error}")


def _no_more(arguments: list[str]) -> None:
    if arguments:
        raise SetUpError(f"This verb takes no arguments, and {arguments[0]!r} is one.")


VERBS = {verb.__name__: verb for verb in (setup, demo, test, lint, bench, run, look)}


def main() -> int:
    """Run the verb of the command line; what follows it goes to what the verb starts."""
    lines = [f"  {name:<6} {(verb.__doc__ or '').strip()}" for name, verb in VERBS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py", epilog="verbs:\n" + "\n".join(lines), formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB", help="one of the verbs below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="what the verb takes")
    chosen = parser.parse_args()
    end_on_termination()
    try:
        return int(VERBS[chosen.verb](chosen.arguments))
    except SetUpError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
