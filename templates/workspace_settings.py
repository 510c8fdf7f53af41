"""``workspace.toml``: the file that makes a folder a workspace."""

from __future__ import annotations

import re
import zoneinfo
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict

from templates.toml_errors import FieldValueError


def _time_zone(name: str) -> str:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise FieldValueError(
            "`{key}` must be a time zone such as Europe/Paris or UTC; it is {found}.",
            advice="Look it up in the list of tz database time zones.",
        ) from None
    return name


def _language(code: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", code):
        raise FieldValueError("`{key}` must be a language code such as en or fr; it is {found}.")
    return code


def _url(url: str) -> str:
    """No password in a file that is shared and copied; nor does the message repeat it."""
    try:
        parts = urlsplit(url)
        carried = parts.password is not None or "password" in parse_qs(parts.query)
    except ValueError:
        raise FieldValueError("`{key}` must be a URL.", found="") from None
    if carried:
        raise FieldValueError(
            "The URL in `{key}` carries a password.",
            advice="Take it out: the server's password file or the system's keyring keeps it.",
            found="",
        )
    return url


class Service(BaseModel):
    """Where one of the shared services is; an empty URL means: in this folder."""

    model_config = ConfigDict(frozen=True)
    url: Annotated[str, AfterValidator(_url)] = ""


def is_scheduler(address: str) -> bool:
    """Say whether it can be the address of a Dask scheduler, such as tcp://farm:8786."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"tcp", "tls"} and bool(parts.hostname and parts.port) and parts.username is None
    except ValueError:
        return False


def _scheduler(address: str) -> str:
    if address and not is_scheduler(address):
        raise FieldValueError(
            "`{key}` must be the address of a Dask scheduler; it is {found}.",
            advice="Write it as tcp://host:port, or tls://host:port.",
        )
    return address


Scheduler = Annotated[str, AfterValidator(_scheduler)]
"""The address of a farm's Dask scheduler; empty for none."""


class Farm(BaseModel):
    """Who takes the pictures; without a scheduler this computer does."""

    model_config = ConfigDict(frozen=True)
    scheduler: Scheduler = ""


class WorkspaceSettings(BaseModel):
    """What ``workspace.toml`` says."""

    model_config = ConfigDict(frozen=True)
    format: int = 1
    name: str
    language: Annotated[str, AfterValidator(_language)] = "en"
    timezone: Annotated[str, AfterValidator(_time_zone)] = "UTC"
    brand: str = ""  # the default brand's folder below brands/
    account: str = ""  # who pays for pictures
    database: Service = Service()
    ledger: Service = Service()
    audience: Service = Service()
    pictures: Service = Service()
    farm: Farm = Farm()
