"""In dark mode the client's own page is dark, and what the mail leaves to the client is shown on it."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.mail import OWN, Mail
from renderers.clients.stage import Settings, Stage

_NAME = "dark-page"


class DarkPage(Settings):
    """CSS colours of the page, of text and of links without a colour of their own.

    ``firm``: the client's rules are as strong as the mail's (they stand before them), so a link of another colour by a
    mere ``a {}`` loses. Otherwise whatever the mail says wins.
    """

    page: str = ""
    text: str = ""
    link: str = ""
    firm: bool = False


def apply(mail: Mail, settings: DarkPage) -> Iterable[Change]:
    """Put the client's colours in front of the mail's."""
    if mail.mode != "dark" or not settings.page or mail.head.find(f"style[@data-client='{_NAME}']") is not None:
        return
    mail.add_block(_firm(settings) if settings.firm else _weak(settings)).element.set(OWN, _NAME)
    yield mail.change("dark-page.page", "The page around the mail is dark: {page}.", page=settings.page)


def _firm(settings: DarkPage) -> str:
    return (
        f":root{{color-scheme:dark}}html,body{{background-color:{settings.page};color:{settings.text}}}"
        f"a:link{{color:{settings.link}}}"
    )


def _weak(settings: DarkPage) -> str:
    """Colours in attributes of the body are weaker than any rule, so none is written where there are some."""
    return (
        f":where(body:not([bgcolor])){{background-color:{settings.page}}}"
        f":where(body:not([text])){{color:{settings.text}}}"
        f":where(body:not([link]) a:link){{color:{settings.link}}}"
    )


STAGE = Stage(_NAME, DarkPage, apply)
