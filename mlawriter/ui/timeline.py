"""The picture of the deadlines: an axis, today, periods as bars, days as signs, reminders as small ticks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mlawriter.app.agenda import Wording
from mlawriter.app.timeline import Lane, Timeline, timeline
from mlawriter.app.wording import WEIGHTS
from mlawriter.checks.dues import Due, Standing
from mlawriter.i18n.message import Message
from mlawriter.knowledge.definitions import DeadlineWeight
from mlawriter.ui.deadlines_model import standing_colour
from mlawriter.ui.style import blend, done_colour, lost_colour, quiet_colour, warning_colour

TODAY = Message("Today", context="timeline")
NAME = Message("Timeline of the deadlines")
BEYOND = Message("{n} later deadline is in the list only.", plural="{n} later deadlines are in the list only.")
_SIDE = 12
_GAP = 6


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a deadline is drawn."""

    centre: QPointF
    due: Due


class TimelineView(QWidget):
    """Paints deadlines near today; a click on one leads to its question."""

    path_wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._picture: Timeline | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.speak(NAME))
        self.setMouseTracking(True)

    def show_dues(self, dues: Sequence[Due], wording: Wording) -> None:
        """Show these deadlines; the words of the picture say the same to those who cannot see it."""
        self._wording = wording
        self._picture = timeline(dues, wording.today)
        self.setVisible(self._picture is not None)
        self.setAccessibleDescription("\n".join(wording.line(due) for due in dues))
        self.updateGeometry()
        self.update()

    def spots(self) -> Iterator[_Spot]:
        """Yield where each deadline is drawn."""
        picture = self._picture
        for number, lane in enumerate(picture.lanes if picture else ()):
            middle = self._bar(number).center().y()
            yield from (_Spot(QPointF(self._x(due.day), middle), due) for due in lane.dues)

    def due_at(self, point: QPointF) -> Due | None:
        """Return the deadline drawn nearest to a point on the same lane."""
        reach = self._bar_height()
        near = [each for each in self.spots() if abs(each.centre.y() - point.y()) <= self._lane_height() / 2 + _GAP]
        found = min(near, key=lambda each: abs(each.centre.x() - point.x()), default=None)
        lanes = {each.due.path for each in near}
        return found.due if found and (len(lanes) == 1 or abs(found.centre.x() - point.x()) <= reach) else None

    def _x(self, day: date) -> float:
        share = self._picture.share(day) if self._picture else 0.0
        wide = self.width() - 2 * _SIDE
        return self.width() - _SIDE - share * wide if self.isRightToLeft() else _SIDE + share * wide

    def _line(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _bar_height(self) -> int:
        return round(self._line() * 0.7)

    def _lane_height(self) -> int:
        return self._line() + self._bar_height() + 2 * _GAP

    def _top(self) -> int:
        return self._line() + 2 * _GAP

    def _bar(self, number: int) -> QRectF:
        top = self._top() + number * self._lane_height() + self._line() + _GAP
        return QRectF(_SIDE, top, self.width() - 2 * _SIDE, self._bar_height())

    def sizeHint(self) -> QSize:
        """Return the height of the axis, the lanes and the line beneath them."""
        lanes = len(self._picture.lanes) if self._picture else 0
        beneath = (2 if self._picture and self._picture.beyond else 1) * self._line()
        return QSize(240, self._top() + lanes * self._lane_height() + beneath + 2 * _GAP)

    def minimumSizeHint(self) -> QSize:
        """Return a width that any pane has."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the picture."""
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_axis(painter, self._picture)
        self._paint_today(painter, self._picture)
        for number, lane in enumerate(self._picture.lanes):
            self._paint_lane(painter, number, lane)
        painter.end()

    def _paint_axis(self, painter: QPainter, picture: Timeline) -> None:
        say, metrics = self._wording.speak, self.fontMetrics()
        wide = max(metrics.horizontalAdvance(say.date(2026, month)) for month in range(1, 13)) + 2 * _GAP
        bottom = self._top() + len(picture.lanes) * self._lane_height()
        quiet = quiet_colour(self.palette())
        for day in picture.ticks(max(1, self.width() // wide)):
            at = self._x(day)
            painter.setPen(QPen(blend(quiet, self.palette().window().color(), 0.3), 1))
            painter.drawLine(QPointF(at, self._line() + _GAP), QPointF(at, bottom))
            painter.setPen(quiet)
            self._label(painter, at, 0, say.date(day.year, day.month) if day.day == 1 else self._short(day))

    def _short(self, day: date) -> str:
        return self._wording.day(day)

    def _label(self, painter: QPainter, middle: float, top: float, words: str) -> None:
        wide = self.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(0.0, middle - wide / 2), max(0.0, self.width() - wide))
        painter.drawText(QRectF(left, top, wide, self._line()), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_today(self, painter: QPainter, picture: Timeline) -> None:
        bottom = self._top() + len(picture.lanes) * self._lane_height()
        at = self._x(picture.today)
        painter.setPen(QPen(self.palette().windowText().color(), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, self._line() + _GAP), QPointF(at, bottom))
        painter.setPen(self.palette().windowText().color())
        self._label(painter, at, bottom + 2, self._wording.speak(TODAY))
        if picture.beyond:
            painter.setPen(quiet_colour(self.palette()))
            words = self._wording.speak(BEYOND.fill(n=picture.beyond))
            room = QRectF(_SIDE, bottom + self._line() + 4, self.width() - 2 * _SIDE, self._line())
            painter.drawText(room, _leading(self), self._elided(words, room.width()))

    def _paint_lane(self, painter: QPainter, number: int, lane: Lane) -> None:
        bar = self._bar(number)
        above = QRectF(bar.left(), bar.top() - self._line() - 2, bar.width(), self._line())
        words = self._elided(self._title(lane), above.width())
        painter.fillRect(painter.boundingRect(above, _leading(self), words), self.palette().window())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(above, _leading(self), words)
        for first, last, due in lane.stretches():
            painter.fillRect(self._between(bar, first, last), self._tint(due))
        painter.setPen(QPen(quiet_colour(self.palette()), 1))
        for alarm in lane.alarms:
            painter.drawLine(QPointF(self._x(alarm), bar.bottom() - 1), QPointF(self._x(alarm), bar.bottom() + 4))
        for due in lane.dues:
            self._paint_sign(painter, bar, due)

    def _title(self, lane: Lane) -> str:
        say = self._wording.speak
        alike = len(lane.dues) == 1 or lane.since is not None
        return say(lane.last.title) if alike else say(WEIGHTS[lane.last.weight])

    def _elided(self, words: str, width: float) -> str:
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))

    def _between(self, bar: QRectF, first: date, last: date) -> QRectF:
        one, other = sorted((self._x(first), self._x(last)))
        return QRectF(one, bar.top() + 1, max(1.0, other - one), bar.height() - 2)

    def _tint(self, due: Due) -> QColor:
        palette = self.palette()
        strong = {
            DeadlineWeight.RELEASE_POSSIBLE: palette.highlight().color(),
            DeadlineWeight.LIMIT: warning_colour(palette),
        }.get(due.weight, quiet_colour(palette))
        return blend(lost_colour(palette) if due.is_lost else strong, palette.window().color(), 0.4)

    def _paint_sign(self, painter: QPainter, bar: QRectF, due: Due) -> None:
        colour = self._sign_colour(due)
        centre, half = QPointF(self._x(due.day), bar.center().y()), bar.height() / 2
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour)
        if due.standing.is_lost:
            painter.drawLine(centre - QPointF(half, half), centre + QPointF(half, half))
            painter.drawLine(centre + QPointF(-half, half), centre + QPointF(half, -half))
        elif due.weight is DeadlineWeight.LIMIT:
            painter.drawRect(QRectF(centre.x() - 1.5, bar.top() - 2, 3, bar.height() + 4))
        elif due.weight is DeadlineWeight.TARGET:
            corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
            painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
        else:
            if due.weight is DeadlineWeight.RELEASE_POSSIBLE:
                painter.setBrush(self.palette().window())
            painter.drawEllipse(centre, half * 0.8, half * 0.8)

    def _sign_colour(self, due: Due) -> QColor:
        palette = self.palette()
        if due.standing.is_over:
            return done_colour(palette)
        return palette.windowText().color() if due.standing is Standing.OPEN else standing_colour(due, palette)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the question behind the deadline that is clicked."""
        due = self.due_at(event.position())
        if due is not None:
            self.path_wanted.emit(due.path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a deadline can be clicked."""
        leads = self.due_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if isinstance(event, QHelpEvent):
            due = self.due_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._wording.line(due) if due else "", self)
            return True
        return super().event(event)


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
