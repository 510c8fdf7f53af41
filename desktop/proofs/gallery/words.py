"""What the window of saved previews says, in the user's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop.editor.history.when import spoken
from desktop.language import QT_TRANSLATE_NOOP
from desktop.proofs.gallery.facts import GalleryFacts
from renderers.proofs.proof import EVERYBODY
from renderers.proofs.runs.lights import Colour, Light
from renderers.proofs.runs.standing import Standing
from renderers.proofs.runs.stood import STALE
from templates.store.answers import Verdict
from templates.store.run_facts import RunFacts

_BY = {
    "none": QT_TRANSLATE_NOOP("ProofsGallery", "No groups"),
    "template": QT_TRANSLATE_NOOP("ProofsGallery", "By template"),
    "device": QT_TRANSLATE_NOOP("ProofsGallery", "By device"),
    "system": QT_TRANSLATE_NOOP("ProofsGallery", "By system"),
    "brand": QT_TRANSLATE_NOOP("ProofsGallery", "By brand"),
    "segment": QT_TRANSLATE_NOOP("ProofsGallery", "By segment"),
    "data": QT_TRANSLATE_NOOP("ProofsGallery", "By data set"),
    "mode": QT_TRANSLATE_NOOP("ProofsGallery", "By mode"),
}
_STALE: dict[Standing, str] = {
    "mail": QT_TRANSLATE_NOOP("ProofsGallery", "Mail changed"),
    "profile": QT_TRANSLATE_NOOP("ProofsGallery", "Profile changed"),
    "engine": QT_TRANSLATE_NOOP("ProofsGallery", "Engine changed"),
    "broken": QT_TRANSLATE_NOOP("ProofsGallery", "Does not build now"),
}
_STALE_MEANING: dict[Standing, str] = {
    "mail": QT_TRANSLATE_NOOP("ProofsGallery", "Stale: the mail was changed since this picture was taken."),
    "profile": QT_TRANSLATE_NOOP(
        "ProofsGallery", "Stale: what is known of this client was changed since this picture was taken."
    ),
    "engine": QT_TRANSLATE_NOOP(
        "ProofsGallery", "Stale: another browser engine, or another version, would take this picture now."
    ),
    "broken": QT_TRANSLATE_NOOP(
        "ProofsGallery", "As it stands now this mail does not build; the picture is of an older text."
    ),
}
_LIGHTS: dict[Colour, str] = {
    "green": QT_TRANSLATE_NOOP("ProofsGallery", "Proofed as it stands"),
    "amber": QT_TRANSLATE_NOOP("ProofsGallery", "Changed since it was proofed"),
    "red": QT_TRANSLATE_NOOP("ProofsGallery", "Not proofed: pictures failed, or the mail does not build"),
    "none": QT_TRANSLATE_NOOP("ProofsGallery", "Never proofed"),
}
_VERDICTS: dict[Verdict, str] = {
    "approved": QT_TRANSLATE_NOOP("ProofsGallery", "Approved"),
    "changes": QT_TRANSLATE_NOOP("ProofsGallery", "Changes wanted"),
    "comment": QT_TRANSLATE_NOOP("ProofsGallery", "Commented"),
}


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def pictures(self, n: int) -> str:
        return self.tr("%Ln picture(s)", "", n)

    def of_pictures(self, n: int, whole: int) -> str:
        return self.tr("{n} of %Ln picture(s)", "", whole).format(n=QLocale().toString(n))

    def clients(self, n: int) -> str:
        return self.tr("%Ln client(s)", "", n)

    def runs(self, n: int) -> str:
        return self.tr("%Ln run(s)", "", n)

    def stale(self, n: int) -> str:
        return self.tr("%Ln stale", "", n)

    def failed(self, n: int) -> str:
        return self.tr("%Ln failed", "", n)

    def left(self, n: int) -> str:
        return self.tr("%Ln not taken", "", n)

    def templates(self, n: int) -> str:
        return self.tr("%Ln template(s)", "", n)

    def selected(self, n: int) -> str:
        return self.tr("%Ln selected", "", n)


counted = _Counted()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProofsGallery", text)


def grouping(by: str) -> str:
    """The name of a way to group."""
    return _tr(_BY[by])


def no_group(by: str) -> str:
    """The heading of those that have nothing of what is grouped by."""
    if by == "segment":
        return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Everybody"))
    return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Others"))


def stale_words(standing: Standing | None) -> str:
    """Why a picture is stale, in two words; empty where it is not."""
    return _tr(_STALE[standing]) if standing in _STALE else ""


def stale_meaning(standing: Standing | None) -> str:
    """The same in a sentence."""
    return _tr(_STALE_MEANING[standing]) if standing in _STALE_MEANING else ""


def stale_reasons(stood: Sequence[Standing]) -> str:
    """How many pictures of a run are stale, and why: “3 of 12 pictures: mail changed (2), engine changed (1)”."""
    counts = Counter(each for each in stood if each in STALE)
    reasons = [f"{stale_words(each)} ({QLocale().toString(n)})" for each, n in counts.most_common()]
    colon = _tr(QT_TRANSLATE_NOOP("ProofsGallery", "{pictures} stale: {reasons}"))
    return colon.format(pictures=counted.of_pictures(counts.total(), len(stood)), reasons=", ".join(reasons))


def share_words(score: float | None) -> str:
    """How much of a picture differs; empty as long as that is not known."""
    if score is None:
        return ""
    shown = "< 0.1" if 0 < score < 0.001 else f"{100 * score:.1f}" if score < 0.1 else f"{100 * score:.0f}"
    number = shown.replace(".", QLocale().decimalPoint())
    return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "{n}% differs")).format(n=number)


def verdict_words(verdict: Verdict | None) -> str:
    """What people said; empty as long as they said nothing."""
    return _tr(_VERDICTS[verdict]) if verdict else ""


def light_words(light: Light | None) -> str:
    """What a traffic light says, in a sentence."""
    if light is None:
        return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Being checked"))
    said = ". ".join(filter(None, (_tr(_LIGHTS[light.colour]), verdict_words(light.verdict))))
    counts = _counts(light)
    return f"{said} ({counts})" if counts else said


def light_line(light: Light | None) -> str:
    """The same as short as it can be: “3 stale, 1 failed”, “Proofed as it stands”."""
    counts = _counts(light) if light is not None else ""
    verdict = verdict_words(light.verdict) if light is not None else ""
    return " · ".join(filter(None, (counts or light_words(light and replace(light, verdict=None)), verdict)))


def _counts(light: Light) -> str:
    missing = light.counts.get("none", 0) + light.counts.get("broken", 0)
    stale, failed = counted.stale(light.stale), counted.failed(missing)
    return ", ".join((*([stale] if light.stale else ()), *([failed] if missing else ())))


def run_name(facts: RunFacts) -> str:
    """What a run is called: its name, else when it was taken."""
    return facts.run.name or spoken(facts.run.created)


def version_words(facts: RunFacts) -> str:
    """Which version of the template a run is of; empty where that is not known any more."""
    if facts.version_name:
        return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "version “{name}”")).format(name=facts.version_name)
    if facts.version_date is None:
        return ""
    return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "version of {date}")).format(date=spoken(facts.version_date))


def run_state(facts: RunFacts) -> tuple[str, str]:
    """Return how a run ended where that matters, and its look; empty for one that came to its end."""
    if facts.run.is_interrupted():
        return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Interrupted")), "danger"
    match facts.run.state:
        case "running":
            return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Under way")), "accent"
        case "stopped":
            return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Stopped")), "warning"
        case "failed":
            return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "Failed")), "danger"
    return (counted.failed(facts.failed), "danger") if facts.failed else ("", "")


def run_holds(facts: RunFacts) -> str:
    """What is in a run: “12 pictures · 5 clients · default, minimal”."""
    whole = facts.shots
    pictures = counted.pictures(whole) if facts.taken == whole else counted.of_pictures(facts.taken, whole)
    return " · ".join(filter(None, (pictures, counted.clients(facts.clients), *recipients(facts))))


def all_templates() -> str:
    """The row for the latest pictures of everything."""
    return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "All templates"))


def gone_words() -> str:
    """Of a template that has runs and is there no more."""
    return _tr(QT_TRANSLATE_NOOP("ProofsGallery", "No longer in the workspace"))


def recipients(facts: RunFacts) -> list[str]:
    """Data sets and segments, where there is more than the usual mail."""
    data = "" if facts.data_sets == ("default",) else ", ".join(facts.data_sets)
    segments = ", ".join(each or no_group("segment") for each in facts.segments)
    return [data, "" if facts.segments in {(), (EVERYBODY,)} else segments]


def run_tip(facts: RunFacts) -> str:
    """Everything about a run, line by line."""
    run = facts.run
    said = QT_TRANSLATE_NOOP("ProofsGallery", "Taken {date} by {author}")
    lines = [run.name, _tr(said).format(date=spoken(run.created), author=run.author), version_words(facts)]
    lines += [run_holds(facts), run_state(facts)[0], counted.left(facts.left) if facts.left else ""]
    return "\n".join(filter(None, (*lines, verdict_words(facts.verdict))))


def shown_title(template: str, facts: RunFacts | None) -> str:
    """The heading over pictures: the template, and which of its runs."""
    return f"{template} – {run_name(facts)}" if facts is not None else template


def shown_facts(facts: RunFacts | None, whole: GalleryFacts) -> str:
    """What stands below that heading."""
    if facts is not None:
        return " · ".join(filter(None, (run_holds(facts), version_words(facts), run_state(facts)[0])))
    latest = whole.latest
    if not latest:
        return ""
    said = _tr(QT_TRANSLATE_NOOP("ProofsGallery", "The latest run of each: {templates}, {pictures}"))
    pictures = counted.pictures(sum(each.shots for each in latest.values()))
    return said.format(templates=counted.templates(len(latest)), pictures=pictures)
