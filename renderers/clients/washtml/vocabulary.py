"""What Roundcube's sanitizer lets through: found by showing it 236,000 words, as elements and as attributes."""

from __future__ import annotations

_ELEMENTS = """
a abbr acronym address altglyph altglyphdef altglyphitem animate animatecolor animatetransform annotation
annotation-xml apply area b basefont bdo big blockquote br button caption center ci circle cite clippath cn code col
colgroup dd defs del desc dfn dir div divide dl dt ellipse em eq feblend fecolormatrix fecomponenttransfer
fecomposite feconvolvematrix fediffuselighting fedisplacementmap feflood fefunca fefuncb fefuncg fefuncr
fegaussianblur feimage femerge femergenode femorphology feoffset fespecularlighting fetile feturbulence fieldset
filter font g glyph glyphref h1 h2 h3 h4 h5 h6 hr i image img infinity input ins label legend li line lineargradient
malignmark map marker mask math matrix menu merror mfrac mglyph mi minus mn mo mover mpadded mpath mphantom
mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nobr none ol
optgroup option p path pattern plus polygon polyline power pre q radialgradient rect root s samp select semantics
sep set small source span stop strike strong sub sup svg switch symbol table tbody td text textarea textpath tfoot
th thead times tr tref tspan tt u ul use var video view wbr
"""

_ATTRIBUTES = """
abbr accent accentunder accumulate additive align alignment-baseline alphabetic alt ascent attributename
attributetype axis azimuth background basefrequency baseline-shift baseprofile begin bgcolor bias border
bordercolordark bordercolorlight cellpadding cellspacing char charoff checked class clear clip clip-path clip-rule
close col color color-interpolation color-interpolation-filters color-rendering cols colspan columnspan compact
coords cx cy d depth diffuseconstant dir direction disabled display displaystyle divisor dur dx dy edge edgemode
elevation encoding end face fence fill fill-opacity fill-rule filter flood-color flood-opacity font-family font-size
font-size-adjust font-stretch font-style font-variant font-weight fontfamily fontsize fontstyle fontweight for frame
fx fy g1 g2 glyphref gradienttransform gradientunits headers height href hspace id image-rendering in in2 k k1 k2 k3
k4 kernelmatrix kernelunitlength kerning keypoints keysplines keytimes lang largeop length lengthadjust
letter-spacing lighting-color linethickness local lspace marginheight marginwidth marker-end marker-mid marker-start
markerheight markerunits markerwidth mask maskcontentunits maskunits mathbackground mathcolor mathsize mathvariant
max maxsize media min minsize mode movablelimits multiple name notation nowrap numoctaves offset opacity open
operator order orient orientation origin overflow paint-order path pathlength patterncontentunits patterntransform
patternunits points poster preservealpha r radius readonly refx refy repeatcount repeatdur restart reversed rotate
row rows rowspan rspace rx ry scale scriptlevel seed selection separator separators shape shape-rendering show side
size specularconstant specularexponent spreadmethod src start stddeviation stitchtiles stop-color stop-opacity
stretchy stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
stroke-width style surfacescale symmetric targetx targety text-anchor text-decoration text-rendering textlength
title transform type u1 u2 unicode usemap valign value version viewbox visibility voffset vspace width word-spacing
wrap writing-mode x x1 x2 xchannelselector xlink:href xml:id xml:lang y y1 y2 ychannelselector z zoomandpan
"""

ELEMENTS = frozenset(_ELEMENTS.split())
"""Kept with their allowed attributes; of any other element only the content stays."""

LOST = frozenset({"script", "applet", "embed"})
"""Go with all they hold, and a note takes their place."""

ATTRIBUTES = frozenset(_ATTRIBUTES.split())
"""Kept on every element but links; whether a value is an address depends on the element."""

BODY_ATTRIBUTES = frozenset({"alink", "link", "text", "vlink"})
"""Kept on the body besides."""

LINK_ATTRIBUTES = frozenset(
    {"alt", "class", "coords", "href", "id", "media", "name", "shape", "style", "title", "type"}
)
"""Kept on ``a`` and ``area``."""

REFERENCES = frozenset({"clip-path", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke"})
"""Attributes whose ``url(#id)`` follows the ids' prefix."""

NAMES = frozenset({"class", "for", "id"})
"""Attributes whose words get the prefix; on ``a`` also ``name``."""

_VECTORS = frozenset({"feimage", "image", "use"})
PICTURES = {
    "src": frozenset({"animate", "img", "image", "input", "source", "video"}),
    "poster": frozenset({"video"}),
    "href": _VECTORS,
    "xlink:href": _VECTORS,
}
"""Attributes whose value is a picture's or film's address, by elements; ``background`` is one everywhere."""
