"""Actions of the brands: on the one that the panel shows, and on new ones."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.brand_actions import brands_of
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def _with_brand(window: MainWindow) -> bool:
    """Enabled while the panel shows a brand."""
    return brands_of(window).entry is not None


def _with_others(window: MainWindow) -> bool:
    """Enabled while the panel shows one brand of several."""
    return _with_brand(window) and bool(brands_of(window).others)


def _with_default_elsewhere(window: MainWindow) -> bool:
    entry = brands_of(window).entry
    return entry is not None and not entry.is_default


ROWS = (
    Action("brand.update", QT_TRANSLATE_NOOP("Actions", "Update all templates…"), MainWindow.update_brand,
           icon="palette", shortcut="Ctrl+U", enabled_when=lambda window: window.can_update_brand),
    Action("brand.undo", QT_TRANSLATE_NOOP("Actions", "Undo the last change of a brand"),
           lambda window: brands_of(window).undo(),
           icon="undo-2", shortcut="Ctrl+Shift+U", enabled_when=lambda window: window.can_undo_brand),
    Action("brand.from_site", QT_TRANSLATE_NOOP("Actions", "New brand from a site…"),
           lambda window: brands_of(window).from_site(), icon="plus", enabled_when=with_workspace),
    Action("brand.by_hand", QT_TRANSLATE_NOOP("Actions", "New brand by hand…"),
           lambda window: brands_of(window).by_hand(), icon="type", enabled_when=with_workspace),
    Action("brand.many", QT_TRANSLATE_NOOP("Actions", "Many companies…"),
           lambda window: brands_of(window).many(), icon="list-checks"),
    Action("brand.import", QT_TRANSLATE_NOOP("Actions", "Import a brand…"),
           lambda window: brands_of(window).choose_import(), icon="file-input", enabled_when=with_workspace),
    Action("brand.export", QT_TRANSLATE_NOOP("Actions", "Export the brand…"),
           lambda window: brands_of(window).choose_export(), icon="file-archive", enabled_when=_with_brand),
    Action("brand.copy", QT_TRANSLATE_NOOP("Actions", "Copy the brand"),
           lambda window: brands_of(window).copy(), icon="copy", enabled_when=_with_brand),
    Action("brand.rename", QT_TRANSLATE_NOOP("Actions", "Rename the brand…"),
           lambda window: brands_of(window).rename(), icon="pencil", enabled_when=_with_brand),
    Action("brand.make_default", QT_TRANSLATE_NOOP("Actions", "Make it the default brand"),
           lambda window: brands_of(window).make_default(), icon="star", enabled_when=_with_default_elsewhere),
    Action("brand.move_templates", QT_TRANSLATE_NOOP("Actions", "Move templates to this brand…"),
           lambda window: brands_of(window).move_templates(), icon="arrow-right", enabled_when=_with_others),
    Action("brand.read_again", QT_TRANSLATE_NOOP("Actions", "Read the site again…"),
           lambda window: brands_of(window).read_again(),
           icon="refresh-cw", enabled_when=lambda window: brands_of(window).can_read_again),
    Action("brand.delete", QT_TRANSLATE_NOOP("Actions", "Delete the brand…"),
           lambda window: brands_of(window).delete(), icon="trash-2", enabled_when=_with_brand),
)  # fmt: skip
