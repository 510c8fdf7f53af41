"""No picture is taken twice."""

import asyncio

from renderers.clients.profile import profile
from renderers.render.cache import PictureCache
from renderers.render.job import RenderJob
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool


def mail(text: str) -> RenderJob:
    """A mail on a desktop."""
    return RenderJob(f"<p>{text}", {}, profile("plain-desktop"))


def test_the_same_job_twice_at_once_is_taken_once(fake_engine):
    """The second one waits for the first one's picture and says that it is no new one."""

    async def scene() -> list[bool]:
        async with RenderPool(fake_engine) as pool:
            pictures = Pictures(pool, None)
            return [each.cached for each in await asyncio.gather(*(pictures.picture(mail("a")) for _ in range(3)))]

    assert sorted(asyncio.run(scene())) == [False, True, True]
    assert len(fake_engine.taken) == 1


def test_a_kept_picture_is_not_taken_again(fake_engine, tmp_path):
    """A later run finds what an earlier one kept."""

    async def scene(text: str) -> bool:
        async with RenderPool(fake_engine) as pool:
            return (await Pictures(pool, PictureCache(tmp_path)).picture(mail(text))).cached

    assert [asyncio.run(scene(text)) for text in ("a", "a", "b")] == [False, True, False]
    assert len(fake_engine.taken) == 2


def test_two_runs_that_want_the_same_picture_at_once_have_it_taken_once(fake_engine, tmp_path):
    """The other one finds it kept; where the first one fails or is stopped, it takes the picture itself."""
    begun = asyncio.Event()
    draw = fake_engine.render

    async def stopped_first(job):
        if not begun.is_set():
            begun.set()
            await asyncio.Event().wait()
        return await draw(job)

    fake_engine.render = stopped_first

    async def scene() -> list[bool]:
        async with RenderPool(fake_engine) as pool:
            stopped, *others = (
                asyncio.create_task(Pictures(pool, PictureCache(tmp_path)).picture(mail("a"))) for _ in range(3)
            )
            await begun.wait()
            stopped.cancel()
            return [each.cached for each in await asyncio.gather(*others)]

    assert sorted(asyncio.run(scene())) == [False, True]
    assert len(fake_engine.taken) == 1


def test_a_damaged_picture_is_taken_again(fake_engine, tmp_path):
    """What does not match its checksum is not shown."""

    async def scene() -> bool:
        async with RenderPool(fake_engine) as pool:
            return (await Pictures(pool, PictureCache(tmp_path)).picture(mail("a"))).cached

    asyncio.run(scene())
    for path in tmp_path.glob("??/*.jpg"):
        path.write_bytes(b"damaged")
    assert [asyncio.run(scene()), asyncio.run(scene())] == [False, True]
