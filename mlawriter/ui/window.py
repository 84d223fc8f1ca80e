"""The main window: welcome page or request at work, with menus, the line above and the line below."""

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from mlawriter.i18n.message import Message
from mlawriter.ui.acts import Acts, window_commands
from mlawriter.ui.commands import MENUS, Command, fill_menus, make_actions
from mlawriter.ui.desk import Desk
from mlawriter.ui.early import direct
from mlawriter.ui.office import Office
from mlawriter.ui.settings import Settings
from mlawriter.ui.sources import let_go
from mlawriter.ui.status import StatusLine

if TYPE_CHECKING:
    from mlawriter.app.session import Session
    from mlawriter.ui.welcome import Welcome
    from mlawriter.ui.workplace import Workplace
    from mlawriter.ui.workspace import Workspace

TITLE = "MLA Writer"
_START = (1280, 820)


class Window(QMainWindow):
    """Shows the welcome page, or the case on the desk; everything is built anew in another language.

    With a file it begins with the case in it, if that can be opened, and builds no welcome page.
    `spoken` carries the translator of a language that was chosen.
    """

    spoken = Signal(object)

    def __init__(self, office: Office, file: File | None = None) -> None:
        super().__init__()
        self.office = office
        self.settings = office.folders.read_settings()
        self.say = office.translator(office.language or self.settings.language or QLocale.system().name())
        self.desk = Desk(office)
        self.acts = Acts(self)
        self.work: Workspace | None = None
        self.welcome: Welcome | None = None
        self.commands: list[Command] = []
        self.actions_by_id: dict[str, QAction] = {}
        self._place: Workplace | None = None
        self.desk.taken_up.connect(self.rebuild)
        self.resize(*_START)
        self._restore_shape()
        if file is not None:
            self.acts.open_file(file)
        if self.desk.session is None:
            self.rebuild()

    def rebuild(self) -> None:
        """Build everything for the case on the desk (or none) in the language of the window."""
        key = self.work.navigator.key if self.work else ""
        self._clear()
        direct(self, rtl=self.say.rtl)
        self.commands = window_commands(self.acts)
        if self.desk.session is None:
            self._build_welcome()
            self._build_menus()
        else:
            self._build_work(self.desk.session, key)
        self.entitle()

    def speak(self, tag: str) -> None:
        """Speak another language from now on."""
        self.acts.settle()
        before = self._direction
        self._change(self._with_shape().speaking(tag))
        self.say = self.office.translator(tag)
        self.spoken.emit(self.say)
        self.rebuild()
        if self._direction != before:
            self._restore_shape()

    def reread(self) -> None:
        """Take up the user's own catalogues as they are now."""
        if self.office.resources.reread_languages():
            self._renew()
            self.office.tell_damaged()

    def listen(self, *, on: bool) -> None:
        """Remember from now on, or no longer, which message each text of the window came from."""
        self.office = self.office.listening(on=on)
        self._renew()

    @property
    def is_pointing(self) -> bool:
        """Say whether a click on a text shows the message behind it."""
        return self.office.heard is not None

    def _renew(self) -> None:
        """Say everything again in the language of the window, with what is known of it now."""
        self.acts.settle()
        self.say = self.office.translator(self.say.language)
        self.spoken.emit(self.say)
        self.rebuild()

    def remember(self, file: File) -> None:
        """Put a file at the top of the recent ones, and into the title."""
        self._change(self.settings.with_recent(file))
        self.entitle()

    def entitle(self) -> None:
        """Say in the title which case this is."""
        file = self.desk.file.path
        name = file.name if file else self.say(Message("New case")) if self.desk.session else ""
        self.setWindowTitle(f"{name}[*] – {TITLE}" if name else f"{TITLE}[*]")
        self.setWindowModified(self.desk.session is not None and self.desk.session.is_changed)

    def _build_welcome(self) -> None:
        from mlawriter.ui.start_form import StartForm
        from mlawriter.ui.welcome import Welcome

        self.work = self._place = None
        self._drop_status()
        start = StartForm(self.office.resources.beginnings, self.say)
        start.start_wanted.connect(self.acts.begin)
        self.welcome = Welcome(self.say, self.settings, start)
        self.welcome.open_wanted.connect(self.acts.open)
        self.welcome.file_wanted.connect(self.acts.open_file)
        self.welcome.settings_changed.connect(self._change)
        self.setCentralWidget(self.welcome)

    def _build_work(self, session: "Session", key: str) -> None:
        from mlawriter.ui.bridge import Bridge
        from mlawriter.ui.case_commands import case_commands
        from mlawriter.ui.workplace import Workplace

        let_go()
        self.welcome = None
        self.setStatusBar(StatusLine(self.say))
        bridge = Bridge(session, self.say, self.desk, self.office.translator)
        self._place = Workplace(bridge, self)
        self.work = self._place.work
        self.commands += case_commands(self.acts, self.work)
        self.setCentralWidget(self.work)
        self._build_menus()
        self._place.furnish(self.actions_by_id)
        self.work.navigator.enter(key or self.work.navigator.key)
        let_go()

    def _build_menus(self) -> None:
        self.actions_by_id = make_actions(self.commands, self, self.say)
        used = [name for name in MENUS if name == "view" or any(command.menu == name for command in self.commands)]
        menus = {name: self.menuBar().addMenu(self.say(MENUS[name])) for name in used}
        fill_menus(menus, self.commands, self.actions_by_id)
        pointing = self.actions_by_id["point"]
        pointing.setCheckable(True)
        pointing.setChecked(self.is_pointing)
        speaking = menus["view"].addMenu(self.say(Message("&Language of the window", context="menu")))
        group = QActionGroup(self)
        for tag, name in self.office.named_languages():
            action = speaking.addAction(name)
            action.setCheckable(True)
            action.setChecked(tag == self.say.language)
            action.triggered.connect(self._speaking(tag))
            group.addAction(action)

    def _speaking(self, tag: str) -> Callable[[], None]:
        return lambda: QTimer.singleShot(0, lambda: self.speak(tag))

    def _clear(self) -> None:
        self.menuBar().clear()
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        for bar in self.findChildren(QToolBar):
            self.removeToolBar(bar)
            bar.deleteLater()
        if self._place is not None:
            self._place.leave()
        old: QWidget | None = self.takeCentralWidget()
        if old is not None:
            old.deleteLater()

    def _drop_status(self) -> None:
        line = self.findChild(StatusLine)
        if line is not None:
            line.deleteLater()

    def _change(self, settings: Settings) -> None:
        self.settings = settings
        self.office.folders.write_settings(settings)

    @property
    def _direction(self) -> str:
        return "rtl" if self.say.rtl else "ltr"

    def _with_shape(self) -> Settings:
        shape = bytes(self.saveGeometry().toBase64().data()).decode()
        return self.settings.with_window(self._direction, shape)

    def _restore_shape(self) -> None:
        shape = dict(self.settings.windows).get(self._direction)
        if shape:
            self.restoreGeometry(QByteArray.fromBase64(shape.encode()))

    def changeEvent(self, event: QEvent) -> None:
        """Look after the file and the user's own catalogues when the user comes back to this window."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.ActivationChange or not self.isActiveWindow():
            return
        QTimer.singleShot(0, self.reread)
        if self.desk.file.path is not None:
            QTimer.singleShot(0, self.desk.look)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about changes that are not saved, and remember the shape of the window."""
        self.acts.settle()
        if not self.desk.may_leave():
            event.ignore()
            return
        self.desk.put_away()
        self._change(self._with_shape())
        event.accept()
