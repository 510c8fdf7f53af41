"""Why the ledger refuses."""

from __future__ import annotations

from templates.errors import InputError, LimitError


class TokensMissing(LimitError):  # noqa: N818 - said as what happened, like Cancelled
    """There are fewer tokens than asked for; nothing was set aside.

    ``values``: ``wanted``, ``available`` (what could be had, the pool included), ``account``.
    """


class LeaseEnded(LimitError):  # noqa: N818 - as above
    """The reservation ran out or was given back, and its tokens are gone: the picture is dropped."""


class NotAllowed(InputError):  # noqa: N818 - as above
    """The database's login has no right to do this in this account."""
