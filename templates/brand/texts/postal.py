"""Postal addresses in running text: where one begins and ends, in the forms of Europe and North America."""

from __future__ import annotations

import re

from templates.brand.reading.page import squeezed

TOWN = r"[A-ZÀ-Ý][\w'’.-]*"
POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|"  # United Kingdom
    r"[A-Z]\d[A-Z] ?\d[A-Z]\d|"  # Canada
    rf"\d{{4}} ?[A-Z]{{2}}\s+{TOWN}|"  # Netherlands
    rf"(?:[A-Z]{{1,2}}[- ])?(?:\d{{4,5}}|\d{{4}}-\d{{3}}|\d{{2}}-\d{{3}}|\d{{3}} \d{{2}})\s+{TOWN}|"  # the continent
    r"[A-Z]{2}\s+\d{5}(?:-\d{4})?)(?![\w@])"  # United States
)
FRENCH = (
    r"rue|avenue|av\.|bd|boulevard|place|quai|chemin|allée|impasse|route|cours|square|passage|faubourg|esplanade|"
    r"lieu[- ]dit|"
    r"zone (?:industrielle|artisanale|d['’]activités)|z\.?[ai]\.?|hameau|voie|villa|rond-point|promenade|montée|"
    r"ruelle|sentier"
)
ENGLISH = (
    r"street|st|road|rd|lane|ln|avenue|ave|drive|dr|way|court|ct|square|boulevard|blvd|place|pl|terrace|close|"
    r"crescent|hill|row|"
    r"mews|quay|parade|gate|walk|yard|highway|hwy|parkway|pkwy|steps|wharf|green|park|grove|gardens"
)
NUMBERED = rf"(?<!\w)\d+[a-z]?(?:[/-]\w+)?\s*,?\s+(?:(?:bis|ter|quater)\s*,?\s+)?(?:(?:{FRENCH})\b|[A-ZÀ-Ý])"
STREET = re.compile(
    rf"(?:(?-i:{NUMBERED})|(?<!\w)\d+[a-z]?(?:[/-]\w+)?\s*,?\s+(?:(?:bis|ter)\s+)?(?:{FRENCH})\b|^(?:{FRENCH})\s+\S|"
    rf"\b\d+\w?\b.*\b(?:{ENGLISH})\b\.?|"
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|ring|ufer|damm|chaussee|straat|laan|plein|kade|gracht|singel|dijk|"
    r"dreef)\s*"
    r"\d|\b(?:calle|c/|avenida|avda\.?|plaza|paseo|carretera|ronda|camino|polígono|via|viale|piazza|corso|largo|"
    r"vicolo|strada|"
    r"piazzale|am|an der|im|auf der|op de|rua)\s+\S.*\d|\bp\.?\s?o\.?\s?box\s+\d|\bb\.?p\.?\s*\d|\bpostfach\s+\d)",
    re.I,
)
#: Parts that belong to an address though they have no number of a street: a building, a floor, a distribution office.
WITHIN = re.compile(
    r"^(?:b[âa]t(?:iment|\.)|immeuble|résidence|étage|floor|suite|unit|building|house|studio|apt|c/o|b\.?p\.?\s*\d|"
    r"cs\s*\d|"
    r"po box|hinterhof|haus|edificio|scala|piso|local)\b|(?:house|floor|building|works|mill|barn|loft|centre|center|"
    r"park|estate)$",
    re.I,
)
NO_ADDRESS = re.compile(
    r"@|https?:|\bwww\.|©|\btel\b|\btel[.:]|phone|\btél|\bfax|téléphone|telefon|siret|siren|\brcs\b|capital|\btva\b|"
    r"\bvat\b|p\.? ?iva|"
    r"\bhrb\b|registered|\bkvk\b|\bnif\b|\bcif\b|opening|horaires|^\+?[\d ().-]{8,}$",
    re.I,
)
COUNTRY = re.compile(
    r"^(?:france|belgi\w+|belgique|suisse|schweiz|switzerland|svizzera|luxembourg|deutschland|germany|allemagne|"
    r"österreich|austria|"
    r"españa|spain|espagne|italia|italy|italie|nederland|netherlands|the netherlands|portugal|ireland|éire|"
    r"united kingdom|uk|england|"
    r"scotland|wales|royaume-uni|united states(?: of america)?|usa|u\.s\.a\.|états-unis|canada|qu[ée]bec|danmark|"
    r"denmark|sverige|"
    r"sweden|norge|norway|suomi|finland|polska|poland)\.?$",
    re.I,
)
#: Countries that write the number before the town.
NUMBER_FIRST = frozenset(
    {
        *(
            "FR",
            "FRA",
            "FRANCE",
            "DE",
            "DEU",
            "GERMANY",
            "DEUTSCHLAND",
            "ALLEMAGNE",
            "ES",
            "ESP",
            "SPAIN",
            "ESPAÑA",
            "IT",
            "ITA",
        ),
        *(
            "ITALY",
            "ITALIA",
            "BE",
            "BEL",
            "BELGIUM",
            "BELGIQUE",
            "BELGIË",
            "CH",
            "CHE",
            "SWITZERLAND",
            "SUISSE",
            "SCHWEIZ",
            "AT",
        ),
        *(
            "AUT",
            "AUSTRIA",
            "ÖSTERREICH",
            "NL",
            "NLD",
            "NETHERLANDS",
            "THE NETHERLANDS",
            "NEDERLAND",
            "LU",
            "LUX",
            "LUXEMBOURG",
        ),
        *(
            "PT",
            "PRT",
            "PORTUGAL",
            "DK",
            "DENMARK",
            "SE",
            "SWEDEN",
            "NO",
            "NORWAY",
            "FI",
            "FINLAND",
            "PL",
            "POLAND",
            "CZ",
        ),
    }
)
LONGEST, LOOK_BACK = 160, 5  # characters of an address; parts between its street and its postcode


def address_in(parts: list[str], *, declared: bool = False) -> str:
    """The address among the parts of a text, in one line with commas: from the street to the postcode and the country.

    Where the page itself says ``declared`` that this is one, the street may have a name of any language. "" for none.
    """
    for index, part in enumerate(parts):
        found = POSTCODE.search(part)
        if not found or NO_ADDRESS.search(part[: found.start()]):
            continue
        start = _start(parts, index, declared)
        if start is None:
            continue
        first = "" if start == index else part[: found.start()].strip(" ,")
        last = (
            first + (" " if first else "") + _town(part[found.start() :])
            if start != index
            else _cut(part, found.start())
        )
        chosen = [*parts[start:index], last]
        if index + 1 < len(parts) and COUNTRY.match(parts[index + 1]):
            chosen.append(parts[index + 1])
        line = ", ".join(chosen)
        if len(line) < LONGEST and not NO_ADDRESS.search(line):
            return line
    return ""


def one_line(street: str, postcode: str, town: str, region: str, country: str) -> str:
    """An address of named parts in its country's order; "" when there is neither a street nor a postcode."""
    if not street and not postcode:
        return ""
    number_first = country.upper() in NUMBER_FIRST or (
        not country and bool(re.fullmatch(r"\d{4,5}|\d{4} ?[A-Z]{2}", postcode))
    )
    place = (postcode, town) if number_first and not (region and not country) else (town, region, postcode)
    return ", ".join(filter(None, (squeezed(street).strip(" ,"), " ".join(filter(None, place)), country)))


def _start(parts: list[str], index: int, declared: bool) -> int | None:
    """The part with which the address ends at ``index`` begins; None when no street is near."""
    before = range(index, max(-1, index - LOOK_BACK), -1)
    streets = [at for at in before if STREET.search(_before_postcode(parts[at]))]
    if not streets:
        if not declared:
            return None
        streets = [at for at in before if re.search(r"\d", parts[at]) and not NO_ADDRESS.search(parts[at])]
    start = min(streets, default=index)
    while start > 0 and start > index - LOOK_BACK and WITHIN.search(parts[start - 1]) and len(parts[start - 1]) < 40:
        start -= 1
    return start


def _before_postcode(part: str) -> str:
    """A part without its postcode and town, whose number is no street's."""
    found = POSTCODE.search(part)
    return part[: found.start()] if found else part


def _cut(part: str, postcode_at: int) -> str:
    """A part that holds the whole address, without the words before its street."""
    before = part[:postcode_at]
    street = re.search(r"\d+[\w/-]*\s*,?\s+", before)
    begin = street.start() if street and STREET.search(before[street.start() :]) else 0
    return before[begin:] + _town(part[postcode_at:])


def _town(text: str) -> str:
    """The postcode with its town, without what is written behind it: a telephone, a slogan."""
    return re.split(
        r"\s+(?:tel|tél|fax|phone|t\.|f\.)\b|\s+\+?\d[\d ().]{7,}|[.;](?:\s|$)|\s\(", text, maxsplit=1, flags=re.I
    )[0].strip(" ,")
