"""The same English words in the same kind of place: said in the same way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from mlawriter.app.proofs.fault import Remark
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

DIFFERS = Message("elsewhere said “{other}” ({times} times)", context="proof")


def unlike(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Remark]]:
    """Yield entries translated otherwise than most others with the same English text and the same kind of context."""
    alike: dict[tuple[str, tuple[str, ...]], list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[kind_of(entry.context), entry.source].append(entry)
    for group in alike.values():
        if len({_plain(entry.target) for entry in group}) > 1:
            usual, times = Counter(_plain(entry.target) for entry in group).most_common(1)[0]
            for entry in group:
                if _plain(entry.target) != usual:
                    other = next(each.target[-1] for each in group if _plain(each.target) == usual)
                    yield entry, Remark("unlike", DIFFERS.fill(other=other, times=times), is_warning=True)


def kind_of(context: str) -> str:
    """Return which kind of place a context names: `clause persons persons cell 2` is a `clause cell`."""
    words = [word for word in context.split() if not word.isdecimal()]
    if "choice" in words:
        return "choice"
    return " ".join(dict.fromkeys((words[0].partition(".")[0], words[-1]))) if len(words) > 1 else context


def _plain(target: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form.casefold().replace("\u00a0", " ").replace("\u202f", " ") for form in target)
