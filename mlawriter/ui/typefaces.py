"""The type that a letter is set in: how its words, paragraphs and tables look in the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

FAMILIES = ("Liberation Serif", "Times New Roman", "serif")
POINTS = 11.0
MARGIN = 20.0
_TITLE = 18.0
_HEADINGS = (13.2, 11.0)
_LINE = 130.0
"""Height of a line, as a share of the height of its letters in percent."""
_GRID = "#888888"


def font() -> QFont:
    """Return the font of everything that says nothing else."""
    found = QFont(list(FAMILIES))
    found.setPointSizeF(POINTS)
    return found


class Typefaces:
    """All looks of one letter, made once and shared by all its words: making them takes longer than using them."""

    def __init__(self, *, rtl: bool) -> None:
        self._direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.plain, self.bold = _words(), _words(bold=True)
        self.title, self.over_title = _words(_TITLE, bold=True), self._space(18, 12, level=1)
        self.headings = tuple(_words(points, bold=True) for points in _HEADINGS)
        self.over_headings = tuple(self._space(above, 12, level=level) for level, above in ((2, 16), (3, 14)))
        self.paragraph, self.in_list, self.in_cell = self._space(12, 12), self._space(0, 3), self._space(0, 0)
        self.rule = self._space(0, 0)
        whole = QTextLength(QTextLength.Type.PercentageLength, 100)
        self.rule.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value, whole)
        self.bullets = QTextListFormat()
        self.bullets.setStyle(QTextListFormat.Style.ListDisc)
        self._cells = {(top, left): _cell(top=top, left=left) for top in (True, False) for left in (True, False)}

    def cell(self, line: int, place: int) -> QTextTableCellFormat:
        """Return the look of a cell by its line and its place from the left; each line of the grid is drawn once."""
        return self._cells[line == 0, place == 0]

    def _space(self, above: float, below: float, *, level: int = 0) -> QTextBlockFormat:
        space = QTextBlockFormat()
        space.setLayoutDirection(self._direction)
        space.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        space.setTopMargin(above)
        space.setBottomMargin(below)
        if level:
            space.setHeadingLevel(level)
        return space


def grid(widths: Sequence[int]) -> QTextTableFormat:
    """Return the look of a table with columns of these relative widths.

    Its lines belong to the cells: lines that neighbours share (`setBorderCollapse`) take a third longer to lay out.
    """
    table = QTextTableFormat()
    table.setBorder(0)
    table.setCellSpacing(0)
    table.setBottomMargin(18)
    table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shares = (100 * width / sum(widths) for width in widths)
    table.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
    return table


def _words(points: float = POINTS, *, bold: bool = False) -> QTextCharFormat:
    words = QTextCharFormat()
    if points != POINTS:
        words.setFontPointSize(points)
    if bold:
        words.setFontWeight(QFont.Weight.Bold)
    return words


def _cell(*, top: bool, left: bool) -> QTextTableCellFormat:
    cell = QTextTableCellFormat()
    cell.setTopPadding(3)
    cell.setBottomPadding(3)
    cell.setLeftPadding(6)
    cell.setRightPadding(6)
    cell.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    cell.setBorderBrush(QColor(_GRID))
    cell.setBottomBorder(1)
    cell.setRightBorder(1)
    cell.setTopBorder(int(top))
    cell.setLeftBorder(int(left))
    return cell
