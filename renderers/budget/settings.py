"""What an owner or manager sets for an account: how it gets tokens, and how many it may use."""

from __future__ import annotations

import json
import zoneinfo
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from renderers.budget.values import MOST
from templates.errors import InputError

Tokens = Annotated[int, Field(ge=0, le=MOST, strict=True)]


class AccountSettings(BaseModel):
    """Frozen; ``changed`` makes another. A month is a calendar month in ``zone``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    pool_open: bool = Field(False, description="Sub-accounts whose own tokens are used up may draw on these")
    monthly: Tokens | None = Field(None, description="Tokens that the parent gives at the start of each month")
    carry_over: bool = Field(False, description="What is left at the end of a month stays, and the next ones are added")
    soft_limit: Tokens | None = Field(None, description="Tokens used in a month from which a run warns")
    hard_limit: Tokens | None = Field(None, description="Tokens that may be used in a month at most")
    alert_levels: tuple[Annotated[int, Field(ge=1, le=100)], ...] = Field(
        (80, 100), max_length=10, description="Per cent of the month's tokens at which somebody is told"
    )
    zone: str = Field("UTC", description="The time zone that decides when a month begins")

    @field_validator("zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        zoneinfo.ZoneInfo(zone)
        return zone

    @field_validator("alert_levels")
    @classmethod
    def _rising(cls, levels: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(set(levels)))

    def changed(self, **values: Any) -> AccountSettings:
        """Return them with other ``values``. Raises InputError for one that does not fit."""
        try:
            return AccountSettings(**{**self.model_dump(), **values})
        except (ValidationError, zoneinfo.ZoneInfoNotFoundError, OSError) as error:
            named = error.errors()[0]["loc"][0] if isinstance(error, ValidationError) else "zone"
            raise InputError(
                "This is no value for {setting}: {value}.",
                advice="Amounts are whole numbers from 0, alert levels are per cent, a zone is like Europe/Paris.",
                setting=named,
                value=values.get(str(named), ""),
            ) from None

    def to_json(self) -> str:
        """As it stands in the database: only what differs from the defaults."""
        return json.dumps(self.model_dump(exclude_defaults=True), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> AccountSettings:
        """Read what ``to_json`` wrote."""
        return cls.model_validate_json(text)


PLAIN = AccountSettings.from_json("{}")
"""What an account has as long as nobody sets anything."""
