"""Many side by side by turns, or one alone."""

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


async def visits(gate: Gate, wanted: list[str]) -> list[str]:
    """Let jobs ask for the gate in this order, named by run and number; return the order in which they came in."""
    came: list[str] = []

    async def visitor(name: str) -> None:
        async with gate.shared(name[0]):
            came.append(name)
            await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await asyncio.gather(*map(visitor, wanted))
    return came


def test_runs_take_turns():
    """The later, smaller run does not wait for all of the first; each run's own jobs keep their order."""

    async def scene() -> list[str]:
        return await visits(Gate(1), ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "c1"])

    assert asyncio.run(scene()) == ["a1", "a2", "b1", "c1", "a3", "b2", "a4", "a5"]


def test_who_gives_up_leaves_no_place_taken():
    """Whether it still waited, or was let in just as it was stopped: the next one comes in."""

    async def scene() -> list[str]:
        gate, came = Gate(1), []

        async def visitor(name: str) -> None:
            async with gate.shared(name):
                came.append(name)

        async with asyncio.timeout(5):
            async with gate.shared():
                tasks = [asyncio.ensure_future(visitor(name)) for name in ("waiting", "let in", "last")]
                await asyncio.sleep(0)
                tasks[0].cancel()
            tasks[1].cancel()  # its turn came when the place was left, and it has not run since
            await asyncio.gather(*tasks, return_exceptions=True)
            async with gate.shared():
                return came

    assert asyncio.run(scene()) == ["last"]


def test_who_must_be_alone_goes_first():
    """Else the places that it gathers would stand empty while the others have theirs."""

    async def scene() -> list[str]:
        gate, came = Gate(2), []

        async def visitor(name: str) -> None:
            async with gate.alone() if name == "alone" else gate.shared(name):
                came.append(name)
                for _ in range(1 + len(came)):  # no two leave in the same moment
                    await asyncio.sleep(0)

        async with asyncio.timeout(5):
            await asyncio.gather(*map(visitor, ["a", "b", "c", "d", "alone", "e"]))
        return came

    assert asyncio.run(scene())[:3] == ["a", "b", "alone"]
