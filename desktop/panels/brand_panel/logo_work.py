"""What logo fields do in jobs: fetch, read and draw pictures. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.jobs import Job
from templates.brand.logos.candidate_files import can_fetch, fetch_candidate, previews, read_candidate, thumbnail
from templates.brand.logos.logo_file import LogoFile
from templates.brand.logos.stored_logos import logo_from
from templates.errors import FetchError, InputError, MailwrightError

SIDE = 560  # pixels: twice the widest place that shows a logo


@dataclass(frozen=True)
class DrawnLogo:
    """A logo that was taken: ``value`` is what ``update_brand`` gets, the PNGs what light and dark headers show."""

    value: str | bytes | LogoFile
    light: bytes
    dark: bytes


@dataclass(frozen=True)
class Candidates:
    """Small PNGs by the candidates' values, and the first thing that went wrong while they were fetched."""

    pictures: Mapping[str, bytes]
    failure: MailwrightError | None = None


def taking(value: str | bytes | LogoFile, primary: str) -> Callable[[Job], DrawnLogo]:
    """The work of looking at a logo: a path, an address, bytes from the clipboard, or a candidate that is kept.

    ``primary`` is the brand's colour, on which a white logo stands in light mails.
    """

    def work(job: Job) -> DrawnLogo:
        if not isinstance(value, str) or not can_fetch(value):
            file = logo_from(value, None)
            return DrawnLogo(value, *_previews(file, primary))
        from templates.brand.opening.fetch import HttpFetcher  # the network's libraries load only when they are used

        with HttpFetcher(cancel=job.stop) as http:
            file = logo_from(value, http)
        job.check()
        return DrawnLogo(file or "", *_previews(file, primary))

    return work


def picture_of(data: bytes) -> bytes:
    """A stranger's logo as a PNG of ours; b"" for what cannot be drawn."""
    try:
        return thumbnail(data, SIDE) if data else b""
    except InputError:
        return b""


def picturing(data: bytes) -> Callable[[Job], bytes]:
    """The work of ``picture_of``."""
    return lambda job: picture_of(data)


def drawing(folder: Path, values: Iterable[str]) -> Callable[[Job], Candidates]:
    """The work of drawing the candidates whose pictures are kept beside the brand."""

    def work(job: Job) -> Candidates:
        return Candidates(_drawn(job, folder, values))

    return work


def fetching(folder: Path, values: tuple[str, ...]) -> Callable[[Job], Candidates]:
    """The work of fetching the candidates' pictures from the site, keeping and drawing them."""

    def work(job: Job) -> Candidates:
        from templates.brand.opening.fetch import HttpFetcher  # the network's libraries load only when they are used

        failures: list[FetchError] = []
        with HttpFetcher(cancel=job.stop) as http:
            for number, value in enumerate(values):
                job.check()
                job.advance(number, len(values), value)
                try:
                    fetch_candidate(folder, value, http)
                except FetchError as error:
                    failures.append(error)
        return Candidates(_drawn(job, folder, values), failures[0] if failures else None)

    return work


def _previews(file: LogoFile | None, primary: str) -> tuple[bytes, bytes]:
    return previews(file.data, SIDE, primary) if file else (b"", b"")


def _drawn(job: Job, folder: Path, values: Iterable[str]) -> dict[str, bytes]:
    """Broken pictures are left out: a strip shows an empty tile for them."""
    pictures = {}
    for value in values:
        job.check()
        file = read_candidate(folder, value)
        try:
            if file is not None:
                pictures[value] = thumbnail(file.data, SIDE // 2)
        except InputError:
            continue
    return pictures
