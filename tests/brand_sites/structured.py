"""JSON-LD and microdata: an object, an array, a graph, or something that no parser takes."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from tests.brand_sites.artwork import square_file, wide_file
from tests.brand_sites.pictures import photo
from tests.brand_sites.scene import Scene
from tests.brand_sites.vocabulary import WITHOUT_WIDE

KINDS = ("Organization", "Organization", "LocalBusiness", "Corporation", "ProfessionalService", "Store")


def structured_data(scene: Scene) -> list[str]:
    """Scripts and microdata of the head."""
    lines = []
    if scene.signal("json_ld") is not None or scene.signal("same_as"):
        lines.append(_script(scene, _documents(scene)))
    if scene.signal("itemprop") and scene.plan.form not in WITHOUT_WIDE:
        url = wide_file(scene, "png", 300, "-300")
        lines.append(f'<meta itemprop="logo" content="{url}">')
    return lines


def _documents(scene: Scene) -> Any:
    site: dict[str, Any] = {"@type": "WebSite", "url": scene.plan.address, "name": scene.brand.title}
    company = _company(scene)
    form = scene.chance.choice(("object", "object", "array", "graph", "graph"))
    if form == "object":
        return {"@context": "https://schema.org", **company}
    if form == "array":
        return [{"@context": "https://schema.org", **site}, {"@context": "https://schema.org", **company}]
    home = scene.plan.address
    company["@id"] = f"{home}#organization"
    if isinstance(company.get("logo"), str):
        picture = {"@type": "ImageObject", "@id": f"{home}#/schema/logo/image/", "url": company["logo"]}
        company["logo"] = {"@id": picture["@id"]} if scene.chance.random() < 0.3 else picture
        extra = [picture] if "url" not in company["logo"] else []
    else:
        extra = []
    home_crumb = {"@type": "ListItem", "position": 1, "name": scene.words["home"]}
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [home_crumb]}
    page = {"@type": "WebPage", "@id": home, "name": scene.words["title"], "isPartOf": {"@id": f"{home}#website"}}
    site = {**site, "@id": f"{home}#website", "publisher": {"@id": company["@id"]}}
    return {"@context": "https://schema.org", "@graph": [page, crumbs, site, company, *extra]}


def _company(scene: Scene) -> dict[str, Any]:
    right = scene.signal("json_ld")
    data: dict[str, Any] = {"@type": scene.chance.choice(KINDS), "url": scene.plan.address, "name": scene.brand.title}
    if right is False:
        data["name"] = scene.chance.choice((scene.legal_name, scene.words["trade"], scene.words["title"]))
        data["logo"] = photo(scene, 0)
    elif right:
        data["logo"] = _logo(scene)
        data["image"] = photo(scene, 0)
    if scene.signal("same_as"):
        data["sameAs"] = _profiles(scene)
    if scene.signal("address") and scene.chance.random() < 0.4:
        street, code, town = scene.place
        country = "FR" if scene.plan.language == "fr" else "GB"
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": code,
            "addressLocality": town,
            "addressCountry": country,
        }
    return data


def _logo(scene: Scene) -> str:
    if scene.plan.form in WITHOUT_WIDE or (scene.chance.random() < 0.3 and scene.plan.form != "script"):
        return square_file(scene, scene.picture("icon-512.png"), 512, style=scene.chance.choice(("bare", "white")))
    return wide_file(scene, "png", 600, "-600x60", ink="two" if scene.plan.ink in {"white", "light"} else "")


def _profiles(scene: Scene) -> list[str]:
    others = [f"https://fr.wikipedia.org/wiki/{scene.brand.slug}"] if scene.chance.random() < 0.2 else []
    return [url for urls in scene.truth.socials.values() for url in urls[:1]] + others


def _script(scene: Scene, document: Any) -> str:
    text = json.dumps(document, ensure_ascii=scene.chance.random() < 0.5)
    if scene.signal("json_ld") is False and scene.chance.random() < 0.3:
        text = text[:-1] + ",}"  # a comma too many: nothing in it can be relied upon
    return f'<script type="application/ld+json">{escape(text, quote=False) if "</" in text else text}</script>'
