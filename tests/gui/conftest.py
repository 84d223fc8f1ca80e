"""A window as a user has it, without a screen: nothing is asked but through `Answers`, no Qt warning passes."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mlawriter.app.resources import Resources
from mlawriter.i18n.message import Message
from mlawriter.ui.dialogs import FileQuery, Query
from mlawriter.ui.office import Office
from mlawriter.ui.settings import Folders, Settings
from mlawriter.ui.start_form import Start
from mlawriter.ui.window import Window

TODAY = date(2026, 3, 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every Qt warning fail the test in which it appears."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", "Could not find the Qt"))


@dataclass
class Answers:
    """Stands in for the user: answers what it was told to, and fails on any other question."""

    ways: list[str] = field(default_factory=list)
    texts: list[str | None] = field(default_factory=list)
    files: list[Path | None] = field(default_factory=list)
    asked: list[Message] = field(default_factory=list)
    details: list[str] = field(default_factory=list)

    def choose(self, query: Query) -> str:
        self.asked.append(query.text)
        self.details.append(query.details)
        if len(query.ways) == 1:
            return query.ways[0].key
        assert self.ways, f"nobody expected the question: {query.text.text}"
        way = self.ways.pop(0)
        assert way in {each.key for each in query.ways}
        return way

    def words(self, title: Message, prompt: Message, text: str) -> str | None:
        self.asked.append(prompt)
        return self.texts.pop(0)

    def file_to_open(self, query: FileQuery) -> Path | None:
        self.asked.append(query.title)
        return self.files.pop(0)

    def file_to_write(self, query: FileQuery) -> Path | None:
        self.asked.append(query.title)
        return self.files.pop(0)

    def folder_to_write(self, query: FileQuery) -> Path | None:
        self.asked.append(query.title)
        return self.files.pop(0)


@pytest.fixture(autouse=True)
def no_dialog_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that is not asked for through `Ask` would wait for ever; it fails instead."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a dialog was opened without asking through Ask")

    for kind in (QDialog, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The knowledge and the languages, loaded once."""
    return Resources()


@pytest.fixture
def answers() -> Answers:
    """What the user will answer."""
    return Answers()


@pytest.fixture
def office(resources: Resources, answers: Answers, tmp_path: Path) -> Office:
    """An office with empty folders of its own, in English."""
    folders = Folders(tmp_path / "config", tmp_path / "data")
    folders.write_settings(Settings(language="en"))
    return Office(resources, folders, lambda: TODAY, answers)


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Window:
    """The window, shown, with the welcome page."""
    window = Window(office)
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def at_work(window: Window) -> Window:
    """The window with a new request from France to Moldova under UNTOC."""
    window.acts.begin(Start(kind="mla", requesting="FR", requested="MD", basis="untoc"))
    return window


def leave(window: Window) -> None:
    """Put the case away without any question."""
    if window.desk.session is not None:
        window.desk.put_away()
