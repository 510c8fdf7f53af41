"""The pictures of a team: one store for all its computers, at any address that fsspec knows."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import urlsplit

from renderers.render.cache import Kept
from renderers.render.farm.errors import first_line, not_installed
from renderers.render.job import RenderResult
from renderers.render.picture_files import DAMAGED, ENDINGS, facts_of, result_from
from templates.brand.opening.waiting import within
from templates.errors import EngineError, InputError, MailwrightError, StorageError

T = TypeVar("T")

ANSWER_S = 20.0
"""For one question, or one picture on its way."""


class TeamPictures:
    """Pictures that are kept ``near``, and behind them the team's store.

    What anybody of the team had taken is there for all; what comes from afar is kept near. A store that fails costs
    itself, not the run: it is asked no more, and ``notices`` says why.
    """

    def __init__(self, near: Kept, store: TeamStore) -> None:
        self._near = near
        self._store = store
        self.notices: tuple[MailwrightError, ...] = ()

    def has(self, key: str) -> bool:
        """Say whether the picture of this key is in either."""
        return self._near.has(key) or self._asked(lambda: self._store.has(key), False)

    def get(self, key: str) -> RenderResult | None:
        """Return the picture of this key, or None."""
        found = self._near.get(key)
        if found is None and (found := self._asked(lambda: self._store.get(key), None)):
            self._near.put(found)
        return found

    def put(self, result: RenderResult) -> None:
        """Keep a picture in both."""
        self._near.put(result)
        self._asked(lambda: self._store.put(result), None)

    def _asked(self, question: Callable[[], T], otherwise: T) -> T:
        if self.notices:
            return otherwise
        try:
            return question()
        except MailwrightError as error:
            self.notices = (error,)
            return otherwise


class TeamStore:
    """A folder, such as ``s3://bucket/pictures``, ``sftp://host/pictures`` or ``file:///srv/pictures``.

    Its files lie and are checked as in ``picture_files``; nothing is ever removed. Who may read and write is settled
    by what stands behind the address. It is opened with the first question; each raises StorageError, InputError
    (the address is none) and EngineError (a package is missing).
    """

    def __init__(self, url: str) -> None:
        self._url = url

    def has(self, key: str) -> bool:
        """Say whether the picture is there in its full length."""
        facts = self._facts(key)
        return bool(facts) and self._done("size", _path(key, facts["media_type"])) == facts["bytes"]

    def get(self, key: str) -> RenderResult | None:
        """Return a picture, or None: not there, or damaged."""
        facts = self._facts(key)
        picture = self._done("cat_file", _path(key, facts["media_type"])) if facts else None
        try:
            return result_from(key, facts, picture) if picture else None
        except DAMAGED:
            return None

    def put(self, result: RenderResult) -> None:
        """Keep a picture; it is written last: whoever finds it finds its facts too."""
        if self.get(result.key) is None:  # not ``has``: what is damaged in its full length would stay for ever
            self._write(_path(result.key), facts_of(result))
            self._write(_path(result.key, result.media_type), result.picture)

    def _facts(self, key: str) -> dict[str, Any]:
        """What stands beside the picture; empty where there is none."""
        try:
            facts = dict(json.loads(self._done("cat_file", _path(key)) or b"{}"))
            return facts if facts.get("media_type") in ENDINGS and "bytes" in facts else {}
        except DAMAGED:
            return {}

    def _write(self, path: str, data: bytes) -> None:
        try:
            self._asked("pipe_file", path, data)
        except FileNotFoundError:  # this kind of store has folders
            try:
                self._asked("makedirs", path.rpartition("/")[0], exist_ok=True)
                self._asked("pipe_file", path, data)
            except FileNotFoundError as error:
                raise self._unreachable(error) from error

    def _done(self, verb: str, path: str) -> Any:
        """Return what fsspec answers, None where there is no such file."""
        try:
            return self._asked(verb, path)
        except FileNotFoundError:
            return None

    def _asked(self, verb: str, path: str, *values: object, **options: object) -> Any:
        """Return what fsspec answers. Raises FileNotFoundError and what the class says."""
        try:
            return within(lambda: self._told(verb, path, *values, **options), _patience(), "team's pictures")
        except (FileNotFoundError, MailwrightError):
            raise
        except Exception as error:
            raise self._unreachable(error) from error

    def _told(self, verb: str, path: str, *values: object, **options: object) -> Any:
        files, root = self._place
        return getattr(files, verb)(f"{root}/{path}", *values, **options)

    def _unreachable(self, error: Exception) -> StorageError:
        return StorageError(
            "The team's pictures at {url} cannot be reached: {reason}.",
            advice="Check the address under [pictures] in workspace.toml, the network and your rights there.",
            url=self._url,
            reason=first_line(error),
        )

    @cached_property
    def _place(self) -> tuple[Any, str]:
        """The file system that the address names, and the path in it."""
        try:
            import fsspec

            if not urlsplit(self._url).scheme:
                raise ValueError(self._url)
            files, path = fsspec.url_to_fs(self._url)
        except ModuleNotFoundError as missing:
            raise not_installed("fsspec") from missing
        except ImportError as missing:  # it knows this kind of store, and lacks the package that talks to it
            raise EngineError(
                "The team's store of pictures needs a package that is not installed: {reason}.",
                advice="Install that package where Mailwright is installed.",
                reason=missing,
            ) from missing
        except ValueError as error:
            raise InputError(
                "{url} is no address of a store.",
                advice="Write one such as s3://bucket/pictures or file:///srv/pictures.",
                url=self._url,
            ) from error
        return files, path.rstrip("/")


def _patience() -> Callable[[], None]:
    """Return what ends the waiting: a network drive that is gone, or a server that drops everything, never answers."""
    end = time.monotonic() + ANSWER_S

    def in_time() -> None:
        if time.monotonic() > end:
            raise TimeoutError(f"no answer within {ANSWER_S:g} seconds")

    return in_time


def _path(key: str, media_type: str = "") -> str:
    """Where in the store a picture is, or without a media type its facts."""
    return f"{key[:2]}/{key}{ENDINGS[media_type] if media_type else '.json'}"
