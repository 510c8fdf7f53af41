"""The fewest clients that cover so much of the audience."""

from __future__ import annotations

from collections.abc import Mapping

_ROUNDING = 1e-9


def covering(shares: Mapping[str, float], percent: float) -> tuple[str, ...]:
    """Return the clients with the largest shares that together reach ``percent``, the largest first.

    ``shares`` are parts of one by profile id; among equal ones their order counts. Where all of them do not reach it
    (some opens are of clients that nobody knows), all are returned.
    """
    chosen: list[str] = []
    reached = 0.0
    for id_, share in sorted(shares.items(), key=lambda pair: -pair[1]):
        if reached >= percent / 100 - _ROUNDING or not share:
            break
        chosen.append(id_)
        reached += share
    return tuple(chosen)
