"""What a profile may say about classes, ids and selectors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from renderers.clients.stage import Settings


class Prefix(Settings):
    """``prefix`` and ``suffix`` are put around each class and id, in the HTML and in selectors.

    ``scope`` is the selector put in front of all others; ``roots`` are what the selectors html and body become there
    (else they find nothing). ``own_names`` are classes and ids of the client's that a mail may name: they stay;
    selectors that begin with an attribute in ``unscoped_attributes`` get no scope.

    The mistakes: ``chain``: first, when only the first name of ``.a.b`` is renamed. ``attribute_selectors``: follow,
    when ``[class=a]`` is renamed too (stay: it is not). ``leading_attribute``: drop, when ``[a] .b`` becomes ``.b``.
    ``type_with_attribute``: break, when ``a[b]`` becomes ``ax_[b]``. ``edge_signs``: break, when classes that begin
    with ``_`` or ``-`` or end with ``__`` are garbled. ``nested``: scope, when nested rules get the scope once more.
    ``ampersand``: whether ``.&`` names the scope.

    ``follow`` lists the attributes that follow a renamed id (``for``, ``href``); ``anchors`` is the prefix that the
    names of anchors get, and the links to them.
    """

    prefix: str = ""
    suffix: str = ""
    scope: str = ""
    roots: Mapping[str, str] = {}
    own_names: tuple[str, ...] = ()
    unscoped_attributes: tuple[str, ...] = ()
    chain: Literal["all", "first"] = "all"
    attribute_selectors: Literal["stay", "follow"] = "stay"
    leading_attribute: Literal["", "drop"] = ""
    type_with_attribute: Literal["", "break"] = ""
    edge_signs: Literal["", "break"] = ""
    nested: Literal["", "scope"] = ""
    ampersand: bool = False
    follow: tuple[str, ...] = ()
    anchors: str = ""
