"""The brand's head in a template: the styles that blocks are made for. Mails from elsewhere come without them."""

from __future__ import annotations

from templates.source.edit import insert
from templates.source.text_edit import TextEdit
from templates.source.tree import SourceTree

_HEAD = "/parts/head"


def has_brand_styles(tree: SourceTree) -> bool:
    """Whether the mail includes the head of a brand; a part without a head of its own has that of its mail."""
    paths = (one.value("path") for one in tree.elements("mj-include"))
    return not tree.elements("mj-body") or any(path.removesuffix(".mjml").endswith(_HEAD) for path in paths)


def brand_styles(tree: SourceTree, brand: str) -> list[TextEdit]:
    """Return the edits that include the head of the brand ``brand`` at the end of the mail's own; it needs a body."""
    include = f'<mj-include path="brands/{brand}{_HEAD}.mjml" />'
    heads = tree.elements("mj-head")
    if heads:
        return insert(tree, heads[0], include, "inside")
    return insert(tree, tree.elements("mj-body")[0], f"<mj-head>\n  {include}\n</mj-head>", "before")
