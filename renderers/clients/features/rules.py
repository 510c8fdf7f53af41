"""Selectors and @-rules: which of them belong to a feature."""

from __future__ import annotations

PSEUDOS: dict[str, str] = {
    # feature: names without colons
    "css-pseudo-class-active": "active",
    "css-pseudo-class-checked": "checked",
    "css-pseudo-class-default": "default",
    "css-pseudo-class-first-child": "first-child",
    "css-pseudo-class-first-of-type": "first-of-type",
    "css-pseudo-class-focus": "focus",
    "css-pseudo-class-focus-visible": "focus-visible",
    "css-pseudo-class-focus-within": "focus-within",
    "css-pseudo-class-has": "has",
    "css-pseudo-class-hover": "hover",
    "css-pseudo-class-lang": "lang",
    "css-pseudo-class-last-child": "last-child",
    "css-pseudo-class-last-of-type": "last-of-type",
    "css-pseudo-class-link": "link any-link",
    "css-pseudo-class-not": "not",
    "css-pseudo-class-nth-child": "nth-child",
    "css-pseudo-class-nth-last-child": "nth-last-child",
    "css-pseudo-class-nth-last-of-type": "nth-last-of-type",
    "css-pseudo-class-nth-of-type": "nth-of-type",
    "css-pseudo-class-only-child": "only-child",
    "css-pseudo-class-only-of-type": "only-of-type",
    "css-pseudo-class-target": "target",
    "css-pseudo-class-visited": "visited",
    "css-pseudo-element-after": "after",
    "css-pseudo-element-before": "before",
    "css-pseudo-element-first-letter": "first-letter",
    "css-pseudo-element-first-line": "first-line",
    "css-pseudo-element-marker": "marker",
    "css-pseudo-element-placeholder": (
        "placeholder -webkit-input-placeholder -moz-placeholder -ms-input-placeholder input-placeholder"
    ),
}

SIMPLES: dict[str, str] = {
    # feature: kind of simple selector, as css.selector names them; * is a type there
    "css-selector-attribute": "attribute",
    "css-selector-class": "class",
    "css-selector-id": "id",
    "css-selector-type": "type",
    "css-selector-universal": "*",
}

COMBINATORS: dict[str, str] = {
    "css-selector-adjacent-sibling": "+",
    "css-selector-child": ">",
    "css-selector-descendant": " ",
    "css-selector-general-sibling": "~",
}

CHAINING = "css-selector-chaining"
"""Two or more classes, ids or attributes of one element; ``div.x`` is not what the feature tests."""

GROUPING = "css-selector-grouping"
NESTING = "css-nesting"

AT_RULES: dict[str, str] = {
    "css-at-font-face": "font-face",
    "css-at-import": "import",
    "css-at-keyframes": "keyframes -webkit-keyframes -moz-keyframes -o-keyframes",
    "css-at-media": "media",
    "css-at-supports": "supports",
}

MEDIA: dict[str, str] = {
    # feature: media features in the query
    "css-at-media-device-pixel-ratio": (
        "device-pixel-ratio min-device-pixel-ratio max-device-pixel-ratio -webkit-device-pixel-ratio"
        " -webkit-min-device-pixel-ratio -webkit-max-device-pixel-ratio"
    ),
    "css-at-media-hover": "hover any-hover",
    "css-at-media-orientation": "orientation",
    "css-at-media-prefers-color-scheme": "prefers-color-scheme",
    "css-at-media-prefers-reduced-motion": "prefers-reduced-motion",
}
