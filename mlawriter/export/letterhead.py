"""An authority's own Word file as letterhead. It comes from outside: checked before anything reads it."""

from pathlib import Path

from mlawriter.export.packages import WORD, Fault, fault_of
from mlawriter.i18n.message import Message

_SENTENCES = {
    Fault.NOT_THERE: Message("There is no letterhead {file}. Check the name."),
    Fault.OTHER_KIND: Message("The letterhead {file} is no Word document (.docx). Save it as .docx and try again."),
    Fault.TOO_LARGE: Message("The letterhead {file} is too large. Use a file with the letterhead only."),
    Fault.MACROS: Message("The letterhead {file} contains macros or embedded programs. Save a copy without them."),
    Fault.NOT_PLAIN: Message(
        "The letterhead {file} is not a plain Word document. Save it again in your word processor."
    ),
    Fault.LINKED: Message("The letterhead {file} draws on files outside itself. Save a copy without links."),
}


class LetterheadError(Exception):
    """The letterhead cannot be used; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def inspect(file: Path) -> None:
    """Make sure that a file is a plain Word document without macros, links to outside, or traps.

    Raises:
        LetterheadError: otherwise, with one sentence for the user.
    """
    fault = fault_of(file, WORD)
    if fault is not None:
        raise LetterheadError(_SENTENCES[fault].fill(file=file.name))
