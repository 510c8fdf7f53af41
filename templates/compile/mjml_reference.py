"""The reference MJML compiler (npm mjml, one script in ``assets/vendor``) run by V8 inside this process.

Measured rules of mini-racer 0.14 that this file keeps: an instance made inside a running asyncio loop adopts that
loop and loses its timeout, and only one thread may touch V8 at all, so everything happens in ``v8_thread``; without a
hard memory limit V8 aborts the whole process; the heap is not to be trusted after a timeout or an exhausted memory,
so a fresh instance follows.
"""

from __future__ import annotations

import atexit
import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from assets import asset
from templates.compile.engine import Compiled, Diagnostic, Section
from templates.compile.v8_thread import v8_thread
from templates.errors import EngineError, LimitError, TemplateError

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

SCRIPT = "mjml-5.4.1.js"
MEMORY_BYTES = 512 * 2**20
COMPILE_SECONDS = 5.0
LOAD_SECONDS = 20.0
CLOSE_SECONDS = 2.0
SOURCE_BYTES = 5_000_000


class V8Engine:
    """One V8 with the compiler loaded: 0.2 s and about 95 MB. Calls from several threads take turns."""

    name = f"mjml {SCRIPT.removeprefix('mjml-').removesuffix('.js')}"

    def __init__(self, *, seconds: float = COMPILE_SECONDS, memory: int = MEMORY_BYTES) -> None:
        """Raise EngineError when V8 or the compiler's script cannot be loaded. ``memory`` is in bytes."""
        self._seconds = seconds
        self._memory = memory
        self._racer: MiniRacer | None = v8_thread().call(lambda: _start(memory))
        atexit.register(self.close)

    def close(self) -> None:
        """Give V8's memory back; a later ``compile`` starts a new one. Does nothing in a forked child."""
        # The time limit: an interpreter that ends must not wait for a V8 that hangs.
        with suppress(TimeoutError, EngineError):
            v8_thread().call(self._drop, seconds=CLOSE_SECONDS)

    def _drop(self) -> None:
        racer, self._racer = self._racer, None
        if racer is not None:
            racer.close()

    def compile(self, source: str) -> Compiled:
        """Compile flattened MJML. Raises TemplateError (not MJML) and LimitError (5 s, 512 MiB, 5 MB of source)."""
        seed = zlib.crc32(source.encode(errors="replace"))
        answer = self._answer("compile", source, seed)
        return Compiled(str(answer["html"]), _diagnostics(answer))

    def section(self, source: str, seed: int) -> Section:
        """Compile a mail with one child in its body; random ids are drawn from ``seed``. Raises like ``compile``."""
        answer = self._answer("section", source, seed)
        return Section(
            html=str(answer["html"]),
            fonts=tuple(answer["fonts"]),
            media_queries=_pairs(answer["mediaQueries"]),
            head_style=_pairs(answer["headStyle"]),
            component_styles=tuple(answer["componentsHeadStyle"]),
            head=answer["head"],
            diagnostics=_diagnostics(answer),
        )

    def frame(self, union: Mapping[str, Any]) -> tuple[str, str]:
        """Return the document before and after a body that asks for ``union``. Raises like ``compile``."""
        answer = self._answer("frame", union)
        return str(answer["before"]), str(answer["after"])

    def _answer(self, function: str, source: str | Mapping[str, Any], *more: int) -> dict[str, Any]:
        """Return what a function of the script answers; its failure is a TemplateError."""
        if len(source) > SOURCE_BYTES:
            raise LimitError("The mail is longer than {limit} bytes before MJML.", limit=SOURCE_BYTES)
        arguments = ", ".join([json.dumps(source), *map(str, more)])
        answer = v8_thread().call(lambda: self._ask(f"mailwright.{function}({arguments})"))
        if "failure" in answer:
            raise TemplateError("MJML cannot compile this mail: {reason}", reason=answer["failure"])
        return answer

    def _ask(self, call: str) -> dict[str, Any]:
        """Evaluate ``call``. The work happens inside eval, so its timeout counts; get fetches the settled promise."""
        from py_mini_racer import JSEvalException, JSOOMException, JSTimeoutException

        if self._racer is None:
            self._racer = _start(self._memory)
        try:
            promise = self._racer.eval(call, timeout_sec=self._seconds)
            text = promise.get(timeout=self._seconds)  # type: ignore[union-attr]  # a promise, for compile is async
            answer: dict[str, Any] = json.loads(text)
        except (JSTimeoutException, TimeoutError) as error:
            self._drop_stopped()
            raise LimitError(
                "MJML took longer than {seconds} s and was stopped.",
                advice="Split the mail, or remove deeply nested parts.",
                seconds=self._seconds,
            ) from error
        except JSOOMException as error:
            self._drop()
            raise LimitError(
                "MJML needed more than {megabytes} MB of memory and was stopped.",
                advice="Split the mail, or remove repeated parts.",
                megabytes=self._memory // 2**20,
            ) from error
        except JSEvalException as error:
            raise TemplateError("MJML cannot compile this mail: {reason}", reason=error) from error
        return answer

    def _drop_stopped(self) -> None:
        """Give up an instance after a timeout, once it has answered for what it was stopped in.

        Its late answer would reach a closed event loop. One that does not answer at all cannot be closed either
        (closing waits for it): it is left where it is.
        """
        from py_mini_racer import JSTimeoutException

        racer, self._racer = self._racer, None
        if racer is None:
            return
        try:
            racer.eval("0", timeout_sec=CLOSE_SECONDS)
            racer.close()
        except (JSTimeoutException, TimeoutError):
            _stuck.append(racer)


_stuck: list[MiniRacer] = []  # kept, because letting go of one closes it


def _start(memory: int) -> MiniRacer:
    try:
        from py_mini_racer import JSEvalException, LibNotFoundError, MiniRacer
    except ImportError as error:
        raise EngineError("V8 (the Python package mini-racer) is not installed.") from error
    try:
        racer = MiniRacer()
        racer.set_hard_memory_limit(memory)
        racer.eval(asset("vendor", SCRIPT).read_text("ascii"), timeout_sec=LOAD_SECONDS)
    except (LibNotFoundError, JSEvalException, OSError) as error:
        raise EngineError("V8 or the MJML script cannot be loaded: {reason}", reason=error) from error
    return racer


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in rows)


def _diagnostics(answer: dict[str, Any]) -> tuple[Diagnostic, ...]:
    return tuple(_diagnostic(row) for row in answer["diagnostics"])


def _diagnostic(row: dict[str, Any]) -> Diagnostic:
    return Diagnostic(row.get("line"), str(row.get("tag") or ""), str(row["message"]))
