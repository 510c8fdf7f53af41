"""How true and how fast the client profiles are: every bar with its figure.

``--quick`` leaves out what takes minutes (all mails × profiles × modes; the pictures). What needs the reference data
beside the checkout, Node, PHP or Thunderbird is "not measured" where that is missing, never passed.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bars import NOT_MEASURED, Bars
from client_peer import CLIENTS, installed, peer
from report import report
from thunderbird_pixels import thunderbird_differences

from renderers.clients.colours import dark_colour
from renderers.clients.pipeline import client_html
from renderers.clients.profile import MODES, Mode, profiles
from tests.client_mails.odd import odd_mails
from tests.client_mails.product import long_mails, product_mails
from tests.client_mails.roundcube import compared
from tests.client_mails.safety import faults

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
EXEMPT = ("proton", "thunderbird", "free", "roundcube")  # their real code judges them
OTHER_ACCOUNTS = "-ganga"  # the table is about Google's accounts; these have no style blocks at all
FIRST = ("wp-pl-web", "outlook-windows-2013")  # they parse the mail, as browsers read it and as Word does


def main() -> None:
    """Measure everything."""
    bars = Bars()
    quick = "--quick" in sys.argv
    colours(bars)
    if SHARED.is_dir():
        vectors(bars)
        oracle(bars)
    else:
        bars.add("vectors and oracle", NOT_MEASURED, "needs the reference data", None)
    speed(bars)
    hand_written(bars)
    safety(bars, quick=quick)
    real_code(bars)
    if not quick:
        thunderbird(bars)
    report("clients", bars.rows)


def colours(bars: Bars) -> None:
    """Microsoft's own pairs of colours."""
    path = HERE.parent / "renderers" / "clients" / "dark-colour-vectors.json"
    pairs = json.loads(path.read_text("utf-8"))["vectors"]
    right = sum(dark_colour(pair["light"]) == pair["dark"] for pair in pairs)
    bars.add("Microsoft's dark colours", f"{right}/{len(pairs)}", "all", right == len(pairs))


def vectors(bars: Bars) -> None:
    """Documented cases: those that work today, our models, and the old ones behind their switch."""
    ours, old = _vectors("ours"), _vectors("ours_old")
    for status, figures in (("working", ours), ("model", ours), ("old", old)):
        right, count = figures[status]
        bars.add(f"vectors, {status}", f"{right}/{count}", "all", right == count)
    if installed():
        right, count = _vectors("theirs")["working"]
        bars.add("vectors, working, @emailens/engine", f"{right}/{count}", "for comparison", None)


def _vectors(function: str) -> dict[str, tuple[int, int]]:
    out = _run(SHARED / "vectors" / "check_vectors.py", f"client_adapters:{function}")
    return {match[1]: (int(match[2]), int(match[3])) for match in re.finditer(r"status (\w+)\s+(\d+)/(\d+)", out)}


def oracle(bars: Bars) -> None:
    """Agreement with caniemail: that the rules are wired, not that they are true."""
    everyone = {shown.id: shown.caniemail for shown in profiles() if shown.caniemail}
    judged = {client: pair for client, pair in everyone.items() if not _is_exempt(client)}
    core = _core()
    first = {pair: client for client, pair in reversed(judged.items())}
    at_core = _oracle("ours", {first[pair]: pair for pair in core if pair in first})
    bars.add(
        "oracle, core, balanced", f"{at_core['score']['balanced']:.4f}", ">= 0.99", at_core["score"]["balanced"] >= 0.99
    )
    bars.add(
        "oracle, core, recall of y",
        f"{at_core['score']['recall_y']:.4f}",
        ">= 0.99",
        at_core["score"]["recall_y"] >= 0.99,
    )
    rich = {client: pair for client, pair in judged.items() if pair in _rich()}
    each = _oracle("ours", rich)
    least = min(each["by_client"].items(), key=lambda item: item[1]["balanced"])
    bars.add(
        "oracle, each client, balanced",
        f"{least[1]['balanced']:.4f} ({least[0]})",
        ">= 0.97",
        least[1]["balanced"] >= 0.97,
    )
    bars.add(
        "oracle, all, recall of y", f"{each['score']['recall_y']:.4f}", ">= 0.99", each["score"]["recall_y"] >= 0.99
    )
    exempt = _oracle(
        "ours", {client: pair for client, pair in everyone.items() if _is_exempt(client) and pair in _rich()}
    )
    bars.add(
        "oracle, exempt clients, balanced", f"{exempt['score']['balanced']:.4f}", "other evidence judges them", None
    )
    if installed():
        common = {client: everyone[client] for client in CLIENTS if client in everyone}
        for name, function in (("Mailwright", "ours"), ("@emailens/engine", "theirs")):
            score = _oracle(function, common)["score"]
            bars.add(f"oracle, common clients, {name}", f"{score['balanced']:.4f}", "side by side", None)


def _is_exempt(client: str) -> bool:
    return client.startswith(EXEMPT) or client.endswith(OTHER_ACCOUNTS)


def _core() -> list[str]:
    text = (SHARED / "client-oracle" / "table.py").read_text("utf-8")
    found = re.search(r"CORE = \(\n(.*?)\)\.split", text, re.DOTALL)
    return found[1].replace('"', " ").split() if found else []


def _rich() -> set[str]:
    return set(json.loads((SHARED / "client-oracle" / "profiles.json").read_text("utf-8")).values()) - _thin()


def _thin() -> set[str]:
    return {shown.caniemail for shown in profiles() if shown.fidelity == "thin-data"}


def _oracle(function: str, clients: dict[str, str]) -> dict[str, Any]:
    folder = HERE.parents[1] / ".dev" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    asked, answer = folder / "oracle-profiles.json", folder / "oracle.json"
    asked.write_text(json.dumps(clients), "utf-8")
    _run(
        SHARED / "client-oracle" / "score.py",
        f"client_adapters:{function}",
        *("--profiles", str(asked), "--clients", "all", "--json", str(answer), "--max-seconds", "600"),
    )
    return json.loads(answer.read_text("utf-8"))


def _run(script: Path, *arguments: str) -> str:
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=True).stdout


def speed(bars: Bars) -> None:
    """Milliseconds a client for mails of 75 KB that are parsed.

    At the first look a client sees styles that it never met; later it knows them, as it knows a brand's other mails.
    """
    for shown in profiles():
        client_html("<p>warm</p>", shown.id)
    ours: dict[str, list[float]] = {}
    theirs: dict[str, list[float]] = {}
    with_peer = installed()
    again: dict[str, list[float]] = {}
    mails = long_mails()
    for html in mails:
        for client in FIRST:
            client_html(html, client)
        for shown in profiles():
            if shown.group != "plain" and shown.id not in FIRST:
                ours.setdefault(shown.id, []).append(1000 * _seconds(html, shown.id, "light"))
    for html in mails * 3:
        for client in CLIENTS:
            again.setdefault(client, []).append(1000 * _seconds(html, client, "light"))
            if with_peer:
                theirs.setdefault(client, []).append(peer().transform(html, client)[1])
    middle = {client: statistics.median(times) for client, times in ours.items()}
    slowest = max(middle, key=lambda client: middle[client])
    median = statistics.median(middle.values())
    bars.add("ms a client, 75 KB, first look, median", f"{median:.1f}", "<= 10", median <= 10)
    bars.add("ms of the slowest client, first look", f"{middle[slowest]:.1f} ({slowest})", "reported", None)
    if with_peer:
        peers = {client: statistics.median(times) for client, times in theirs.items()}
        faster = _times_faster(peers, {client: statistics.median(times) for client, times in again.items()})
        bars.add("times faster than @emailens/engine, common clients", faster[1], ">= 3", faster[0] >= 3)
        first = _times_faster(peers, middle)
        bars.add("the same at the first look at each mail", first[1], "reported", None)


def _times_faster(theirs: dict[str, float], ours: dict[str, float]) -> tuple[float, str]:
    pairs = [theirs[client] / ours[client] for client in CLIENTS]
    ratio = sum(theirs[client] for client in CLIENTS) / sum(ours[client] for client in CLIENTS)
    return ratio, f"{ratio:.1f} ({min(pairs):.1f} to {max(pairs):.1f})"


def hand_written(bars: Bars) -> None:
    """HTML that no tool made: none may take a second, in any client."""
    slowest = max(
        (_seconds(html, shown.id, mode), name, shown.id)
        for name, html in odd_mails().items()
        for shown in profiles()
        for mode in shown.modes
    )
    bars.add(
        "slowest hand-written mail, s", f"{slowest[0]:.2f} ({slowest[1]} in {slowest[2]})", "<= 1", slowest[0] <= 1
    )


def _seconds(html: str, client: str, mode: Mode) -> float:
    started = time.perf_counter()
    client_html(html, client, mode=mode)
    return time.perf_counter() - started


def safety(bars: Bars, *, quick: bool) -> None:
    """Every mail of the product in every client and mode."""
    mails = product_mails()
    chosen = dict(list(mails.items())[::8]) if quick else mails
    found = [
        f"{name} in {shown.id}, {mode}: {fault}"
        for name, html in chosen.items()
        for shown in profiles()
        for mode in MODES
        for fault in faults(html, shown, mode)
    ]
    for fault in found[:20]:
        print("  ", fault)
    count = len(chosen) * len(profiles()) * len(MODES)
    bars.add("safe: words kept, twice = once", f"{count - len(found)}/{count} (mail, client, mode)", "all", not found)


def real_code(bars: Bars) -> None:
    """The model of Roundcube against Roundcube's own sanitiser: recorded hand-made mails, and all of the product's."""
    recorded = json.loads((HERE.parent / "renderers/clients/washtml/recorded.json").read_text("utf-8"))
    mails = product_mails() | {f"recorded/{each['name']}": each["mail"] for each in recorded}
    equal = compared(mails)
    if equal is None:
        bars.add("same DOM as Roundcube's own code", NOT_MEASURED, "needs PHP and Debian's roundcube-core", None)
    else:
        bars.add("same DOM as Roundcube's own code", f"{equal[0]}/{equal[1]}", "all", equal[0] == equal[1])


def thunderbird(bars: Bars) -> None:
    """Thunderbird's pictures against those of its engine alone."""
    differences = thunderbird_differences()
    if differences is None:
        bars.add("Thunderbird against Gecko, median % of pixels", NOT_MEASURED, "needs Thunderbird and Firefox", None)
        return
    median = 100 * statistics.median(differences.values())
    bars.add("Thunderbird against Gecko, median % of pixels", f"{median:.3f}", "<= 0.1", median <= 0.1)


if __name__ == "__main__":
    main()
