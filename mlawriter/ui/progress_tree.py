"""How far a language is translated: domain by domain, and in each of them section by section."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from mlawriter.app.lines import Line
from mlawriter.app.proofs.fault import Remark
from mlawriter.app.translating import Progress, progress
from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.translator import Translator

DOMAINS: Mapping[Domain, Message] = {
    "ui": Message("Window and commands", context="domain"),
    "document": Message("Sentences of letters", context="domain"),
    "knowledge": Message("Questions and law", context="domain"),
}
HEADS = (
    Message("Part", context="column of progress"),
    Message("Translated", context="column of progress"),
    Message("Open", context="column of progress"),
    Message("Remarks", context="column of progress"),
)
EVERYTHING = Message("Everything", context="column of progress")
OTHERS = Message("without a place", context="column of progress")
PERCENT = Message("{percent} %", context="column of progress")
_PLACE = Qt.ItemDataRole.UserRole

Part = tuple[str, str] | None
"""A domain and a section of it (empty: all of them); nothing stands for everything."""


class ProgressTree(QTreeWidget):
    """Shows the figures; `part_wanted` says that another part was chosen."""

    part_wanted = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.setColumnCount(len(HEADS))
        self.setHeaderLabels([say(head) for head in HEADS])
        self.setAccessibleName(say(Message("Progress by part")))
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(lambda *_: self.part_wanted.emit())

    @property
    def part(self) -> Part:
        """The part that is chosen."""
        entry = self.currentItem()
        return _part_of(entry) if entry else None

    def show_lines(self, found: Iterable[Line], wrong: Mapping[str, tuple[Remark, ...]]) -> None:
        """Show how far these messages are; the chosen part stays chosen, what is open stays open."""
        lines, chosen = tuple(found), self.part
        opened = {top.text(0) for top in self._tops() if top.isExpanded()}
        faults = Counter(key for line in lines if line.id in wrong for key in _keys(line))
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItem(self._entry(self._say(EVERYTHING), None, progress(lines), faults["", ""]))
        sections = progress(lines, by_section=True)
        for whole in progress(lines):
            top = self._entry(self._say(DOMAINS[whole.domain]), (whole.domain, ""), (whole,), faults[whole.domain, ""])
            self.addTopLevelItem(top)
            for each in sections:
                if each.domain == whole.domain:
                    name = each.section or self._say(OTHERS)
                    place = each.domain, each.section or "-"
                    top.addChild(self._entry(name, place, (each,), faults[place]))
            top.setExpanded(top.text(0) in opened)
        self._choose(chosen)
        self.blockSignals(False)

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [entry for entry in found if entry is not None]

    def _choose(self, part: Part) -> None:
        tops = self._tops()
        below = (top.child(at) for top in tops for at in range(top.childCount()))
        entries = [*tops, *(entry for entry in below if entry is not None)]
        same = [entry for entry in entries if _part_of(entry) == part]
        self.setCurrentItem((same or tops)[0])

    def _entry(self, name: str, part: Part, found: Iterable[Progress], faults: int) -> QTreeWidgetItem:
        figures = tuple(found)
        total, done = sum(each.total for each in figures), sum(each.done for each in figures)
        percent = 100 * done // total if total else 100
        number = self._say.number
        cells = [name, self._say(PERCENT.fill(percent=percent)), number(total - done), number(faults) if faults else ""]
        entry = QTreeWidgetItem(cells)
        entry.setData(0, _PLACE, part)
        for column in range(1, len(HEADS)):
            entry.setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return entry


def belongs(line: Line, part: Part) -> bool:
    """Say whether a message is in a part."""
    return part is None or part in _keys(line)


def _part_of(entry: QTreeWidgetItem) -> Part:
    place = entry.data(0, _PLACE)
    return (str(place[0]), str(place[1])) if place else None


def _keys(line: Line) -> tuple[tuple[str, str], ...]:
    return ("", ""), (line.domain, ""), (line.domain, line.section or "-")
