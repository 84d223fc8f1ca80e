"""The three answers to a condition."""

from enum import Enum


class Truth(Enum):
    """A condition on a half-filled request is true, false, or not decided yet."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
