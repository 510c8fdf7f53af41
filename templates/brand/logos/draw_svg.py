"""Drawing an SVG, here or as a program of its own: standard input to standard output, width and fonts as arguments.

A stranger's SVG is drawn in a process that can be killed, because a few lines of it can ask for hours or for more
memory than there is, and the library that draws would take the whole application with it.
"""

from __future__ import annotations

import contextlib
import sys

FAMILY = "Inter"
# Bytes of address space, and seconds of work in case nobody is left to end it; some systems know no such limits.
MEMORY, SECONDS = 1_500_000_000, 20


def draw(svg: str, width: int, fonts: list[str]) -> bytes:
    """PNG bytes of an SVG, ``width`` pixels wide, with text in ``fonts`` (paths). Raises ValueError."""
    import resvg_py  # a large native library that only drawing needs

    png = resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=fonts,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        serif_family=FAMILY,
    )
    return bytes(png)


def main() -> None:
    """Draw once, within limits; the exit code tells whether it could be done."""
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such limit here, or a lower one already
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    width, *fonts = sys.argv[1:]
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read().decode(), int(width), fonts))


if __name__ == "__main__":
    main()
