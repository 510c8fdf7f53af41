"""Many side by side, or one alone."""

import asyncio

from renderers.render.gate import Gate


def test_alone_means_alone():
    """While one has the gate alone nobody else is inside; two that ask for it do not block each other."""

    async def scene() -> tuple[int, list[int]]:
        gate, inside, most, seen_alone = Gate(2), 0, 0, []

        async def visitor(alone: bool) -> None:
            nonlocal inside, most
            async with gate.alone() if alone else gate.shared():
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                if alone:
                    seen_alone.append(inside)
                inside -= 1

        async with asyncio.timeout(5):
            await asyncio.gather(*(visitor(alone) for alone in (False, False, True, False, True, False, False)))
        return most, seen_alone

    assert asyncio.run(scene()) == (2, [1, 1])
