"""Deadlines: they count from a day that is there, by a number that is there, and lead to a question."""

from collections.abc import Iterator

from mlawriter.conditions.names import Type
from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.index import ITEM
from mlawriter.knowledge.lint.references import NO_ROW, UNKNOWN, missing, path_exists
from mlawriter.knowledge.lint.scene import Scene, Spot, deadline_spot
from mlawriter.knowledge.problems import Problem

ONE_NUMBER = Message("Give days, months or a rule, and only one of them.", context="lint")
COUNTS = Message(
    "A rule that a deadline counts by is a whole number, and its id ends in _days or _months.", context="lint"
)
OF_KIND = Message('"{name}" is no {kind}.', context="lint")
NO_HALF = Message("There is half time only where the period has a beginning: add since.", context="lint")
DAY = Message("day", context="kind of answer")
WHOLE = Message("whole number", context="kind of answer")
YES_OR_DAY = Message("yes-or-no answer and no day", context="kind of answer")

_DAYS = frozenset({Type.DAY})
_SIGNS = (DAY, _DAYS), (WHOLE, frozenset({Type.WHOLE})), (YES_OR_DAY, frozenset({Type.DAY, Type.YESNO}))


def check_deadlines(scene: Scene) -> Iterator[Problem]:
    """Yield everything that keeps a deadline from being counted."""
    for deadline in scene.knowledge.deadlines.values():
        yield from _deadline(scene, deadline)


def _deadline(scene: Scene, deadline: d.Deadline) -> Iterator[Problem]:
    spot = deadline_spot(deadline)
    if deadline.each:
        yield from missing(spot.at("each"), "records/", deadline.each, scene.plurals.values())
    for module in deadline.modules:
        yield from missing(spot.at("modules"), "modules/", module, scene.knowledge.modules)
    yield from path_exists(scene, spot.at("fix"), deadline.fix)
    yield from _in_row(scene, spot.at("fix"), deadline.fix)
    day, whole, done = _SIGNS
    for key, name, wanted in (
        ("from", deadline.start, day),
        ("since", deadline.since, day),
        ("more", deadline.more, whole),
        ("met_by", deadline.met_by, done),
    ):
        if name:
            yield from _named(scene, spot.at(key), name, wanted)
    yield from _counted(scene, spot, deadline)


def _counted(scene: Scene, spot: Spot, deadline: d.Deadline) -> Iterator[Problem]:
    if sum(map(bool, (deadline.days, deadline.months, deadline.rule))) > 1:
        yield spot.at("rule").wrong(ONE_NUMBER)
    for key, names in (("rule", (deadline.rule,)), ("rests_on", deadline.rests_on)):
        for name in filter(None, names):
            yield from missing(spot.at(key), "rules/", name, scene.knowledge.rules)
    rule = scene.knowledge.rules.get(deadline.rule)
    if rule and (rule.kind is not Kind.WHOLE or not rule.id.endswith(("_days", "_months"))):
        yield spot.at("rule").wrong(COUNTS)
    if deadline.half_time and deadline.before and not deadline.since:
        yield spot.at("half_time").wrong(NO_HALF)


def _named(scene: Scene, spot: Spot, name: str, wanted: tuple[Message, frozenset[Type]]) -> Iterator[Problem]:
    found = tuple(_types(scene, spot, name))
    if not found:
        yield spot.wrong(UNKNOWN.fill(name=name, place="sections/, records/, modules/"))
    elif not wanted[1].issuperset(found):
        yield spot.wrong(OF_KIND.fill(name=name, kind=wanted[0]))
    yield from _in_row(scene, spot, name)


def _types(scene: Scene, spot: Spot, name: str) -> Iterator[Type]:
    owner, _, member = name.partition(".")
    members = scene.names.scopes.get(owner) or scene.names.records.get(owner, {})
    if member in members and not (owner == ITEM and scene.lacking(member, spot.modules)):
        yield members[member]


def _in_row(scene: Scene, spot: Spot, name: str) -> Iterator[Problem]:
    owner, _, member = name.partition(".")
    if member and owner in scene.plurals.values() and owner != spot.row:
        yield spot.wrong(NO_ROW.fill(name=name))
