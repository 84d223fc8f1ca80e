"""The signs of the window, drawn in whatever colours the desktop has."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from mlawriter.app.route import State
from mlawriter.checks.report import Certainty, Finding
from mlawriter.knowledge.definitions import Severity
from mlawriter.ui.style import done_colour, lost_colour, quiet_colour, warning_colour

_SIZE = 16
_SCALE = 2


def state_icon(state: State, palette: QPalette) -> QIcon:
    """Return the sign of a step: empty ring, half ring, mark of attention, tick."""
    quiet = quiet_colour(palette)
    match state:
        case State.EMPTY:
            return _icon(lambda brush: _ring(brush, quiet))
        case State.STARTED:
            return _icon(lambda brush: _half(brush, quiet))
        case State.FINDINGS:
            return _icon(lambda brush: _attention(brush, warning_colour(palette)))
        case State.COMPLETE:
            return _icon(lambda brush: _tick(brush, done_colour(palette)))


def finding_icon(finding: Finding, palette: QPalette) -> QIcon:
    """Return the sign of a finding: attention, advice, or an open question."""
    if finding.certainty is Certainty.UNKNOWN:
        return _icon(lambda brush: _letter(brush, quiet_colour(palette), "?"))
    if finding.set_aside:
        return _icon(lambda brush: _half(brush, quiet_colour(palette)))
    if finding.severity is Severity.ADVISORY:
        return _icon(lambda brush: _letter(brush, quiet_colour(palette), "i"))
    return _icon(lambda brush: _attention(brush, warning_colour(palette)))


def done_icon(palette: QPalette) -> QIcon:
    """Return the sign of something settled."""
    return _icon(lambda brush: _tick(brush, done_colour(palette)))


def attention_icon(palette: QPalette) -> QIcon:
    """Return the sign of something that was not understood."""
    return _icon(lambda brush: _attention(brush, warning_colour(palette)))


def lost_icon(palette: QPalette) -> QIcon:
    """Return the sign of something that is too late: a cross."""
    return _icon(lambda brush: _cross(brush, lost_colour(palette)))


def coming_icon(palette: QPalette) -> QIcon:
    """Return the sign of something that lies ahead: an empty ring."""
    return _icon(lambda brush: _ring(brush, quiet_colour(palette)))


def _icon(draw: Callable[[QPainter], None]) -> QIcon:
    picture = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    brush = QPainter(picture)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(brush)
    brush.end()
    return QIcon(picture)


def _ring(brush: QPainter, colour: QColor) -> None:
    brush.setPen(QPen(colour, 1.4))
    brush.drawEllipse(QRectF(3, 3, 10, 10))


def _half(brush: QPainter, colour: QColor) -> None:
    _ring(brush, colour)
    brush.setBrush(colour)
    brush.drawPie(QRectF(3, 3, 10, 10), 90 * 16, -180 * 16)


def _attention(brush: QPainter, colour: QColor) -> None:
    brush.setPen(Qt.PenStyle.NoPen)
    brush.setBrush(colour)
    brush.drawPolygon(QPolygonF([QPointF(8, 1.5), QPointF(15, 14), QPointF(1, 14)]))
    light = QColor("#ffffff") if colour.lightness() < 128 else QColor("#202020")
    brush.setPen(QPen(light, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    brush.drawLine(QPointF(8, 6), QPointF(8, 9.6))
    brush.drawPoint(QPointF(8, 12))


def _tick(brush: QPainter, colour: QColor) -> None:
    brush.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    brush.drawPolyline(QPolygonF([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4)]))


def _cross(brush: QPainter, colour: QColor) -> None:
    brush.setPen(QPen(colour, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    brush.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5))
    brush.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5))


def _letter(brush: QPainter, colour: QColor, letter: str) -> None:
    _ring(brush, colour)
    font = brush.font()
    font.setPixelSize(9)
    font.setBold(True)
    brush.setFont(font)
    brush.setPen(colour)
    brush.drawText(QRectF(3, 3, 10, 10), Qt.AlignmentFlag.AlignCenter, letter)
