"""What is wrong in `templates/`, with its place and the remedy."""

from dataclasses import dataclass
from enum import StrEnum

from mlawriter.i18n.message import Message


class Weight(StrEnum):
    """An error stops the program from starting; a warning is for the author."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong: the file (relative to the templates), the key path in it, and what to do."""

    file: str
    key: str
    message: Message
    weight: Weight = Weight.ERROR

    @property
    def sentence(self) -> Message:
        """The whole problem as one sentence."""
        place = f"{self.file}: {self.key}" if self.key else self.file
        return Message("{place}: {what}").fill(place=place, what=self.message)


class KnowledgeError(Exception):
    """The templates cannot be used. `problems` lists everything wrong at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the templates")
        self.problems = problems
