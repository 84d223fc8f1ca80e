"""How the window looks: quiet words, and signs that mean something; all from the palette of the desktop."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget

from mlawriter.app.route import State
from mlawriter.checks.report import Certainty, Finding
from mlawriter.knowledge.definitions import Severity

_SIZE = 16
_SCALE = 2


def is_dark(palette: QPalette) -> bool:
    """Say whether a palette writes light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def blend(over: QColor, under: QColor, share: float) -> QColor:
    """Return a colour between two others."""
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )


def quiet_colour(palette: QPalette) -> QColor:
    """Return the colour of words that stand back: readable, but lighter than the rest."""
    return blend(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), 0.68)


def warning_colour(palette: QPalette) -> QColor:
    """Return the colour that goes with something missing."""
    return QColor("#f0b35a") if is_dark(palette) else QColor("#9a5b00")


def done_colour(palette: QPalette) -> QColor:
    """Return the colour that goes with something complete."""
    return QColor("#7cc48a") if is_dark(palette) else QColor("#22703a")


class Words(QLabel):
    """Words that wrap; `quiet` ones stand back, in whatever colours the desktop has."""

    def __init__(self, text: str = "", *, quiet: bool = False, scale: float = 1.0, bold: bool = False) -> None:
        super().__init__(text)
        self._quiet = quiet
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        self.setFont(font)
        self._colour()

    def _colour(self) -> None:
        if self._quiet:
            palette = QApplication.palette()
            colour = quiet_colour(palette)
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            palette.setColor(QPalette.ColorRole.Text, colour)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._colour()


class Paper(QWidget):
    """A sheet to write on: white where the desktop is light, the colour of the window where it is dark."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._choose()

    def _choose(self) -> None:
        dark = is_dark(QApplication.palette())
        self.setBackgroundRole(QPalette.ColorRole.Window if dark else QPalette.ColorRole.Base)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._choose()


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


def bold(widget: QWidget) -> None:
    """Set the words of a control in bold."""
    font = widget.font()
    font.setBold(True)
    widget.setFont(font)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (entry := layout.takeAt(0)) is not None:
        widget = entry.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


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


def _letter(brush: QPainter, colour: QColor, letter: str) -> None:
    _ring(brush, colour)
    font = brush.font()
    font.setPixelSize(9)
    font.setBold(True)
    brush.setFont(font)
    brush.setPen(colour)
    brush.drawText(QRectF(3, 3, 10, 10), Qt.AlignmentFlag.AlignCenter, letter)
