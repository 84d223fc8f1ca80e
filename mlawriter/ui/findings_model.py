"""The findings as a list that keeps still while one types and settles when the keyboard rests."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from mlawriter.app import wording
from mlawriter.app.wording import cite_words
from mlawriter.checks.report import Certainty, Finding
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.definitions import Severity
from mlawriter.model.case import Path
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.icons import done_icon, finding_icon

Place = QModelIndex | QPersistentModelIndex
_ORDER = (Severity.ESSENTIAL, Severity.CONDITIONAL, Severity.ADVISORY)
_NO_PARENT = QModelIndex()


class FindingsModel(QAbstractListModel):
    """Findings of one sort, in order; settled ones stay in place with a tick until the list is rebuilt."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._lines: list[Finding] = []
        self._settled: set[tuple[str, Path]] = set()
        self._kept: dict[tuple[str, Path], tuple[Finding, str, bool, Translator, str]] = {}

    def show(self, findings: Sequence[Finding]) -> None:
        """Show these findings, in order of weight; what stands there already is not touched."""
        ordered = sorted(findings, key=_weight)
        if ordered == self._lines and not self._settled:
            return
        self._settled = set()
        self._drop(ordered)
        self._fill_up(ordered)

    def touch(self, findings: Sequence[Finding]) -> None:
        """Mark in place what is settled now; new findings wait at the end."""
        now = {identity(finding) for finding in findings}
        known = {identity(line) for line in self._lines}
        changed, self._settled = self._settled ^ (known - now), known - now
        for at, line in enumerate(self._lines if changed else ()):
            if identity(line) in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
        fresh = [finding for finding in findings if identity(finding) not in known]
        if fresh:
            self.beginInsertRows(_NO_PARENT, len(self._lines), len(self._lines) + len(fresh) - 1)
            self._lines.extend(sorted(fresh, key=_weight))
            self.endInsertRows()

    def _drop(self, ordered: Sequence[Finding]) -> None:
        """Take out what is gone or stands elsewhere now."""
        shown, wanted = ([identity(finding) for finding in each] for each in (self._lines, ordered))
        blocks = SequenceMatcher(None, shown, wanted, autojunk=False).get_matching_blocks()
        stays = {at for block in blocks for at in range(block.a, block.a + block.size)}
        for at in reversed(range(len(self._lines))):
            if at not in stays:
                self.beginRemoveRows(_NO_PARENT, at, at)
                del self._lines[at]
                self.endRemoveRows()

    def _fill_up(self, ordered: Sequence[Finding]) -> None:
        """Put in what is missing among findings in this order, and renew what says something else."""
        for at, finding in enumerate(ordered):
            if at == len(self._lines) or identity(self._lines[at]) != identity(finding):
                self.beginInsertRows(_NO_PARENT, at, at)
                self._lines.insert(at, finding)
                self.endInsertRows()
            elif self._lines[at] != finding:
                self._lines[at] = finding
                self.dataChanged.emit(self.index(at), self.index(at))

    def finding(self, line: int) -> Finding | None:
        """Return the finding on a line, if there is one."""
        return self._lines[line] if 0 <= line < len(self._lines) else None

    def line_of(self, sought: tuple[str, Path]) -> int:
        """Return the line of a finding; -1 if it is gone."""
        return next((at for at, line in enumerate(self._lines) if identity(line) == sought), -1)

    def words(self, finding: Finding) -> str:
        """Return what a finding says, and beneath it its weight and source.

        The words are kept: a list asks for those of all findings whenever one changes, that is within a keystroke.
        """
        name = self._bridge.reading.name_of(finding.path.row) if finding.path.row else ""
        settled = identity(finding) in self._settled
        kept = self._kept.get(identity(finding))
        if kept is None or kept[0] is not finding or kept[1:4] != (name, settled, self._bridge.say):
            words = f"{self.headline(finding)}\n{self.source(finding)}"
            kept = self._kept[identity(finding)] = (finding, name, settled, self._bridge.say, words)
        return kept[4]

    def headline(self, finding: Finding) -> str:
        """Return what a finding says."""
        name = self._bridge.reading.name_of(finding.path.row) if finding.path.row else ""
        message = self._bridge.say(finding.message)
        return f"{name}: {message}" if name and name not in message else message

    def source(self, finding: Finding) -> str:
        """Return how much a finding weighs and where the duty comes from."""
        say = self._bridge.say
        cites = [cite_words(cite, self._bridge.index.knowledge, say) for cite in finding.cites]
        weight = wording.OPEN if finding.certainty is Certainty.UNKNOWN else wording.SEVERITIES[finding.severity]
        if identity(finding) in self._settled:
            weight = Message("Done", context="severity")
        elif finding.set_aside:
            weight = Message("Set aside", context="severity")
        return " · ".join((say(weight), *cites[:2]))

    def rowCount(self, parent: Place = _NO_PARENT) -> int:
        """Return how many findings there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words and sign of a finding."""
        finding = self.finding(index.row())
        if finding is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(finding)
        if role == Qt.ItemDataRole.DecorationRole:
            palette = QApplication.palette()
            return done_icon(palette) if identity(finding) in self._settled else finding_icon(finding, palette)
        return None


def identity(finding: Finding) -> tuple[str, Path]:
    """Return what makes a finding the same one after the next keystroke."""
    return finding.check, finding.path


def _weight(finding: Finding) -> tuple[bool, int]:
    return bool(finding.set_aside), _ORDER.index(finding.severity)
