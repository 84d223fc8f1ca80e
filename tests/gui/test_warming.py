"""What is loaded while the first page is already there."""

import gc

from pytestqt.qtbot import QtBot

from mlawriter.ui.office import Office
from mlawriter.ui.warming import warm


def test_what_is_loaded_for_good_is_not_looked_through_for_garbage(office: Office, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    warm(office)
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > before, timeout=20_000)
    finally:
        gc.unfreeze()
