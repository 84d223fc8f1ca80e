"""How the window looks: quiet words, and signs that mean something; all from the palette of the desktop."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QWidget

from mlawriter.ui.early import begin_at_side, say_plainly


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


def lost_colour(palette: QPalette) -> QColor:
    """Return the colour that goes with something that is too late."""
    return QColor("#ff8f87") if is_dark(palette) else QColor("#b3261e")


class Words(QLabel):
    """Words that wrap; `quiet` ones stand back, in whatever colours the desktop has."""

    def __init__(self, text: str = "", *, quiet: bool = False, scale: float = 1.0, bold: bool = False) -> None:
        super().__init__(text)
        self._quiet, self._from_right = quiet, False
        say_plainly(self)
        self.setWordWrap(True)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        self.setFont(font)
        self._colour()
        self._align()

    def _align(self) -> None:
        """Begin at the side where the window is read from, also with words of other letters."""
        self._from_right = self.isRightToLeft()
        begin_at_side(self, right=self._from_right)

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
        if self._from_right is not self.isRightToLeft():
            self._align()
        if self._quiet and event.type() is QEvent.Type.ApplicationPaletteChange:
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
