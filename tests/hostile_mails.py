"""Mails that are made to harm: those that try to reach a server, and those that try to choke a browser."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

from PIL import Image

# Each must send nothing and leave a picture; {http} is a real server on this computer.
LEAKS: Mapping[str, str] = {
    "inline script": "<script>new Image().src='{http}/s'; document.body.style.background='red'</script>",
    "onerror": "<img src=x onerror=\"new Image().src='{http}/e'\">",
    "picture": "<img src='{http}/i.png'><img srcset='{http}/2.png 2x'>"
    "<picture><source srcset='{http}/p'><img></picture>",
    "meta refresh": "<meta http-equiv=refresh content='0;url={http}/r'>",
    "iframe": "<iframe src='{http}/f'></iframe><iframe srcdoc=\"<img src='{http}/d'>\"></iframe>",
    "style sheet": "<style>@import '{http}/a.css'; @font-face{{font-family:f;src:url({http}/f.woff)}}"
    "p{{font-family:f;background:url({http}/b.png)}}</style><p>text",
    "links": "<link rel=stylesheet href='{http}/l.css'><link rel=preconnect href='{http}'>"
    "<link rel=dns-prefetch href='{http}'><link rel=prefetch href='{http}/p'>"
    "<link rel=preload as=image href='{http}/o'>"
    "<link rel=icon href='{http}/i.ico'><link rel=manifest href='{http}/m'>",
    "embedded media": "<object data='{http}/o'></object><embed src='{http}/e'>"
    "<video src='{http}/v' poster='{http}/p' autoplay>"
    "</video><audio src='{http}/a' autoplay></audio><track src='{http}/t'>",
    "drawing": "<svg><image href='{http}/i.png'/><use href='{http}/u.svg#a'/></svg><img src=\"data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='{http}/n.png'/></svg>\">",
    "form": "<form action='{http}/f' id=f><input name=a></form><script>f.submit()</script>",
    "base": "<base href='{http}/'><img src='rel.png'><a href=x target=_blank>x</a><script>open('{http}/w')</script>",
    "live connections": "<script>new WebSocket('ws://{host}/w'); navigator.sendBeacon('{http}/b'); fetch('{http}/f');"
    "new Worker('{http}/k.js'); new RTCPeerConnection({{iceServers:[{{urls:'stun:{host}'}}]}}).createDataChannel('')"
    "</script>",
    "policy of its own": "<meta http-equiv=Content-Security-Policy content='default-src *'><img src='{http}/c.png'>",
    "frameset": "</head><frameset><frame src='{http}/f'></frameset>",
    "ping": "<a href='#' ping='{http}/p'>x</a><body background='{http}/b.png'>",
    "styles of every kind": "<style>@import url({http}/1) layer(a) screen; p{{cursor:url({http}/2),auto;list-style:"
    "url({http}/3);mask:url({http}/4);border-image:url({http}/5) 1;filter:url({http}/6#a);clip-path:url({http}/7#a);"
    "content:url({http}/8);background:image-set(url({http}/9) 1x, '{http}/10' 2x),-webkit-cross-fade(url({http}/11),"
    "url({http}/12),50%);shape-outside:url({http}/13);--a:url({http}/14);background-image:var(--a);offset-path:"
    "url({http}/15#a)}}p::before{{content:url({http}/16)}}@page{{background:url({http}/17)}}@counter-style a{{symbols:"
    "url({http}/18)}}@starting-style{{p{{background:url({http}/19)}}}}</style><p>text<li>text",
    "links of every kind": "".join(
        f"<link rel='{rel}' href='{{http}}/{rel}'>"
        for rel in ("alternate stylesheet", "prerender", "modulepreload", "apple-touch-icon", "mask-icon", "next")
    )
    + "<link rel=preload as=font crossorigin href='{http}/f'><link rel=preload as=image imagesrcset='{http}/i 1x'>"
    "<link rel=stylesheet media=print href='{http}/p'><meta http-equiv=x-dns-prefetch-control content=on>",
    "reports": "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'; report-uri {http}/r\"><img src=/x>"
    "<meta http-equiv=Content-Security-Policy-Report-Only content=\"default-src 'none'; report-uri {http}/o\">"
    "<meta http-equiv=Link content='<{http}/l>; rel=preload; as=image'>",
    "frames in frames": "<iframe></iframe><iframe src='data:text/html,<img src={http}/d>'></iframe><object data='data:"
    "text/html,<img src={http}/o>'></object><iframe srcdoc=\"<meta http-equiv=refresh content='0;url={http}/r'>\">"
    "</iframe><iframe src='javascript:location=&quot;{http}/j&quot;'></iframe><iframe src='view-source:{http}/v'>"
    "</iframe><iframe sandbox='allow-scripts allow-same-origin allow-top-navigation' src='{http}/s'></iframe>",
    "what opens by itself": "<div><template shadowrootmode=open><img src='{http}/s'></template></div><details open>"
    "<img src='{http}/d'></details><dialog open><img src='{http}/g'></dialog><noscript><img src='{http}/n'></noscript>"
    "<form action='{http}/f'><button autofocus onfocus='this.form.submit()' formaction='{http}/b'>x</button></form>",
    "before the doctype": "<!-- a --!><img src='{http}/a'><link rel=preload as=image href='{http}/b'><!-- b -->",
    "speculation": '<script type=speculationrules>{{"prefetch":[{{"urls":["{http}/s"]}}]}}</script>',
}

# Ten million copies of one dot: the renderer spins and answers nothing.
USE_BOMB = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><defs><g id="a0"><circle r="9"/></g>'
    + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}" x="1"/>' * 10 + "</g>" for n in range(1, 9))
    + '</defs><use href="#a8"/></svg>'
)
_MANY = 40

# Each must end in time, with a picture or with a sentence; {...} is as it stands.
BOMBS: Mapping[str, str] = {
    "a page of thirty million pixels": "<div style='height:30000000px;background:red'>x</div>",
    "a line of a million pixels": "<div style='width:1000000px;height:9px;background:red'></div>",
    "a box of both": "<div style='width:9999999px;height:9999999px;background:linear-gradient(red,blue)'></div>",
    "three hundred thousand nodes": "<b>" * 300_000,
    "boxes inside one another": "<div>" * 49_000,
    "tables inside one another": "<table><tr><td>" * 200,
    "huge blurs": "<div style='filter:blur(400px);width:3000px;height:3000px;background:red'>x</div>" * 20,
    "a drawing of ten million dots": USE_BOMB,
    "variables that double": "<style>p{--a0:xxxxxxxxxx;"
    + "".join(f"--a{n}:var(--a{n - 1})var(--a{n - 1});" for n in range(1, _MANY))
    + f"font-family:var(--a{_MANY - 1})}}</style><p>x",
    "a selector that asks for everything": "<style>"
    + "".join(f":has(*:has(*:nth-last-child({n}n+1 of :not(:has(i))))) b{{color:red}}" for n in range(1, 60))
    + "</style>"
    + "<div><b>x</b></div>" * 3000,
    "endless animations": "<style>@keyframes a{to{transform:rotate(9turn)}}</style>"
    + "<i style='display:inline-block;animation:a .01s infinite'>x</i>" * 3000,
    "shadows without end": f"<p style='text-shadow:{','.join(f'{n}px {n}px 99px red' for n in range(2000))}'>x",
    "a filter on a filter": "<svg width=999 height=999><filter id=f>"
    + "<feTurbulence baseFrequency=.01 numOctaves=99 /><feMorphology radius=99 /><feGaussianBlur stdDeviation=99 />"
    * 30
    + "</filter><rect width=999 height=999 filter=url(#f) /></svg>",
    "columns and counters": "<style>p{counter-increment:a;columns:1px}p:before{content:counters(a,'.')}</style>"
    + "<p>x" * 3000,
}


@cache
def huge_picture() -> bytes:
    """A picture of 20,000 x 20,000 pixels in a file of 50 KB."""
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    return out.getvalue()
