"""The case on the desk: begun, opened, saved, kept for recovery, and never lost without a question."""

from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mlawriter.i18n.message import Message
from mlawriter.ui.case_file import CaseFile
from mlawriter.ui.office import Office
from mlawriter.ui.recovery import Recovery
from mlawriter.ui.status import CHANGED, KEPT, NEVER, SAVED

if TYPE_CHECKING:
    from mlawriter.app.session import Session
    from mlawriter.model.case import Path
    from mlawriter.model.ids import RequestId
    from mlawriter.model.values import Attachment

KEEP_MS = 4_000


class Desk(QObject):
    """Holds the session and its file. `taken_up` says that another case lies here, `state` how safe it is."""

    taken_up = Signal()
    state = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.session: Session | None = None
        self._request: RequestId | None = None
        self.file = CaseFile()
        self._recovery = Recovery(office.folders.recovery)
        self._asking = False
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.keep)

    def lay(self, session: "Session") -> None:
        """Take up a case that has no file yet."""
        self.file.forget()
        self._take(session)

    def open(self, file: File) -> bool:
        """Open a case file; say whether it lies on the desk now."""
        from mlawriter.app.session import open_session
        from mlawriter.storage.casefile import StorageError
        from mlawriter.ui import queries

        holder = self.file.take(file) if file != self.file.path else ""
        if holder and self._office.ask.choose(queries.locked(file.name, holder)) != "open":
            return False
        try:
            session = open_session(self._office.law, file, self._office.today())
        except StorageError as error:
            self._office.ask.choose(queries.failed(error.message))
            return False
        self.file.settle(file, session.fingerprint)
        self._take(session)
        return True

    def save(self) -> bool:
        """Save the case to its file, asking for one if it has none."""
        if self.session is None:
            return False
        return self.save_as() if self.file.path is None else self._write(self.file.path)

    def save_as(self) -> bool:
        """Save the case to a file the user names."""
        from mlawriter.ui import queries
        from mlawriter.ui.dialogs import FileQuery

        start = self.file.path or File.home() / "case.mlaw"
        wanted = self._office.ask.file_to_write(
            FileQuery(title=Message("Save the case"), start=start, name=Message("Cases"), ending="mlaw")
        )
        if wanted is None or self.session is None:
            return False
        holder = self.file.take(wanted)
        if holder:
            self._office.ask.choose(queries.held(wanted.name, holder))
            return False
        if wanted != self.file.path:
            self.session.fingerprint = ""
        return self._write(wanted)

    def may_leave(self) -> bool:
        """Say whether the case may be put away, asking about changes that are not saved."""
        from mlawriter.ui import queries

        if self.session is None or not self.session.is_changed:
            return True
        match self._office.ask.choose(queries.LEAVE):
            case "save":
                return self.save()
            case "discard":
                return True
            case _:
                return False

    def put_away(self) -> None:
        """Take the case off the desk; its copy for recovery goes with it."""
        self._keep.stop()
        self._recovery.drop()
        self.file.forget()
        self.session = None

    def look(self) -> None:
        """Look whether somebody else has changed the file, and ask once what to do about it."""
        from mlawriter.ui import queries

        file = self.file.path
        if file is None or self._asking or not self.file.changed_outside():
            return
        self._asking = True
        wanted = self._office.ask.choose(queries.reread(file.name))
        self._asking = False
        self.file.fingerprint = ""
        if wanted == "reread":
            self.open(file)

    def keep(self) -> None:
        """Keep a copy of what is not saved in the private folder."""
        if self.session is not None and self.session.is_changed:
            kept = self._recovery.keep(self.session.stored(), self.session.law.knowledge.version)
            never = self.file.path is None
            self.state.emit((KEPT if kept else NEVER) if never else CHANGED)

    def recover(self) -> None:
        """Offer the drafts that an earlier start left behind."""
        from mlawriter.ui import queries

        for file in self._recovery.others():
            wanted = self._office.ask.choose(queries.RECOVER)
            if wanted == "discard":
                file.unlink(missing_ok=True)
            elif wanted == "open":
                self._reopen(file)
                return

    def take_in(self, session: "Session", path: "Path") -> None:
        """Let the user choose a file and keep it in the case."""
        from mlawriter.storage.casefile import StorageError
        from mlawriter.ui import queries
        from mlawriter.ui.dialogs import FileQuery

        query = FileQuery(title=Message("Choose a file"), start=File.home(), name=Message("Files"), ending="*")
        chosen = self._office.ask.file_to_open(query)
        if chosen is not None:
            try:
                session.attach(path, chosen.name, chosen.read_bytes())
            except OSError:
                unread = Message("{file} cannot be read. Check that it is still there.").fill(file=chosen.name)
                self._office.ask.choose(queries.failed(unread))
            except StorageError as error:
                self._office.ask.choose(queries.failed(error.message))

    def give_out(self, session: "Session", attachment: "Attachment") -> None:
        """Let the user save a copy of a file kept in the case."""
        from mlawriter.storage.casefile import StorageError, write_atomically
        from mlawriter.ui import queries
        from mlawriter.ui.dialogs import FileQuery

        start = File.home() / File(attachment.name).name
        wanted = self._office.ask.file_to_write(
            FileQuery(title=Message("Save a copy"), start=start, name=Message("Files"), ending="*")
        )
        if wanted is not None and attachment.sha256 in session.attachments:
            try:
                write_atomically(wanted, session.attachments[attachment.sha256])
            except StorageError as error:
                self._office.ask.choose(queries.failed(error.message))

    def turn_to(self, request: "RequestId") -> None:
        """Work on another request of the case."""
        if self.session is not None and self.session.request_id != request:
            self.session.turn_to(request)
            self._turned()

    def _turned(self) -> None:
        """Let everything be built for the request at hand, once what is going on is over."""
        if self.session is not None:
            self._request = self.session.request_id
            QTimer.singleShot(0, self.taken_up.emit)

    def _take(self, session: "Session") -> None:
        self._recovery.drop()
        self.session = session
        self._request = session.request_id
        session.listen(lambda _before, _after: self._changed())
        self.taken_up.emit()
        self.say_state()

    def _reopen(self, file: File) -> None:
        from mlawriter.app.session import Session
        from mlawriter.storage.casefile import StorageError, open_case
        from mlawriter.ui import queries

        try:
            stored = open_case(file)
        except StorageError as error:
            self._recovery.put_aside(file)
            self._office.ask.choose(queries.failed(error.message))
            return
        first = stored.case.requests[0].id
        self.lay(Session(self._office.law, stored.case, self._office.today(), first, dict(stored.attachments)))
        self.keep()
        file.unlink(missing_ok=True)

    def _changed(self) -> None:
        self._keep.start()
        if self.session is not None and self.session.request_id != self._request:
            self._turned()
        self.say_state()

    def say_state(self) -> None:
        """Say how safe the case is."""
        if self.session is not None:
            saved = not self.session.is_changed and self.file.path is not None
            self.state.emit(SAVED if saved else NEVER if self.file.path is None else CHANGED)

    def _write(self, file: File) -> bool:
        from mlawriter.storage.casefile import ChangedOnDisk, StorageError
        from mlawriter.ui import queries

        if self.session is None:
            return False
        try:
            self.session.save(file)
        except ChangedOnDisk:
            return self._changed_outside(file)
        except StorageError as error:
            self._office.ask.choose(queries.failed(error.message))
            return False
        self.file.settle(file, self.session.fingerprint)
        self._recovery.drop()
        self._keep.stop()
        self.state.emit(SAVED)
        return True

    def _changed_outside(self, file: File) -> bool:
        from mlawriter.ui import queries

        match self._office.ask.choose(queries.changed_outside(file.name)):
            case "save_as":
                return self.save_as()
            case "overwrite" if self.session is not None:
                self.session.fingerprint = ""
                return self._write(file)
            case _:
                return False
