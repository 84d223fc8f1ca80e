"""Looking over everything that can be seen: words that do not fit, words that nobody can translate."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from mlawriter.ui.elided import Elided

_PLAIN = re.compile(r"[A-Za-z]{3,}")
_MARKUP = re.compile(r"</?[a-z][^>]*>")
_MOST_ROWS = 400


def settle() -> None:
    """Let everything be laid out."""
    for _ in range(3):
        QApplication.processEvents()


def seen(root: QWidget) -> list[QWidget]:
    """All widgets that are shown, whether or not they are scrolled into view."""
    return [root, *(each for each in root.findChildren(QWidget) if each.isVisibleTo(root))]


def clipped(root: QWidget) -> list[str]:
    """What does not fit: labels, buttons and tabs smaller than their words, pages that scroll sideways."""
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}: {fault}"
        for each in seen(root)
        if (fault := _fault(each))
    ]


def _fault(widget: QWidget) -> str:
    hint, size = widget.sizeHint(), widget.size()
    if isinstance(widget, Elided):
        return ""
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            wanted = widget.heightForWidth(size.width())
            return f"{widget.text()[:50]!r} needs {wanted} of {size.height()}" if wanted > size.height() else ""
        return f"{widget.text()[:50]!r} needs {hint.width()} of {size.width()}" if hint.width() > size.width() else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        return f"{widget.text()[:50]!r} needs {hint.width()} of {size.width()}" if hint.width() > size.width() else ""
    if isinstance(widget, QTabBar):
        wanted = max((widget.tabRect(at).right() for at in range(widget.count())), default=0)
        return f"tabs need {wanted} of {size.width()}" if wanted > size.width() else ""
    if isinstance(widget, QAbstractScrollArea):
        most = widget.horizontalScrollBar().maximum()
        return f"scrolls sideways by {most}" if most > 0 and widget.horizontalScrollBar().isVisible() else ""
    return ""


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that is shown or read out, with the kind of widget it is of."""
    for each in seen(root):
        kind = type(each).__name__
        yield from ((kind, words) for words in (each.toolTip(), each.accessibleName(), each.accessibleDescription()))
        yield from ((kind, words) for words in _texts(each))


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(min(widget.count(), _MOST_ROWS)))
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QTabBar):
        yield from (f"{widget.tabText(at)} {widget.tabToolTip(at)}" for at in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QHeaderView):
        yield from (_cell(widget.model().headerData(at, widget.orientation())) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model(), QModelIndex())
    if widget.isWindow():
        yield widget.windowTitle()


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (_cell(index.data(role)) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole))
        if not is_list:
            yield from _cells(model, model.index(row, 0, parent))


def _cell(value: object) -> str:
    return value if isinstance(value, str) else ""


def untranslatable(root: QWidget, known: set[str]) -> list[str]:
    """Texts with plain words in them that are neither accented nor known to be a name, a code or an answer."""
    found: dict[str, None] = {}
    for kind, words in texts(root):
        strange = [word for word in _PLAIN.findall(_MARKUP.sub("", words)) if word.lower() not in known]
        if strange:
            found[f"{kind}: {words[:90]!r} {strange[:4]}"] = None
    return list(found)


def plain_words(text: str) -> set[str]:
    """The words of a text in small letters."""
    return {word.lower() for word in _PLAIN.findall(text)}
