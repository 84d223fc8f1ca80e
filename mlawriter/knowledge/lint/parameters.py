"""Parameters: every value is of the kind its rule has, and comes from somewhere."""

from collections.abc import Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.lint.references import missing, one_of, path_exists
from mlawriter.knowledge.lint.scene import Scene, Spot
from mlawriter.knowledge.problems import Problem

OTHER_VALUE = Message("The value must be of kind {kind}, as the rule says.", context="lint")
TOO_EARLY = Message("This line ends before it begins.", context="lint")
NO_CHOICES = Message("A rule of kind choice needs choices; a rule of another kind has none.", context="lint")
NO_PROSE = Message("Say where this comes from, in a few words.", context="lint")

_SCALARS: dict[type, Kind] = {bool: Kind.YESNO, int: Kind.WHOLE, str: Kind.TEXT}


def check_parameters(scene: Scene) -> Iterator[Problem]:
    """Yield every rule, and every value of one, that cannot be used."""
    for rule in scene.knowledge.rules.values():
        yield from _rule(scene, rule)
    for instrument in scene.knowledge.instruments.values():
        for name, entry in instrument.rules.items():
            spot = Spot(f"instruments/{instrument.id}.toml", f"rules.{name}")
            yield from _value(scene, spot, name, entry.value)
            if entry.unless:
                yield from one_of(spot.at("unless"), entry.unless, _points(scene))
    for state in scene.knowledge.states.values():
        for name, line in state.entries.items():
            spot = Spot(f"states/{state.id}.toml", f"entries.{name}")
            yield from _value(scene, spot, name, line.value)
            if line.until is not None and line.until < line.since:
                yield spot.at("until").wrong(TOO_EARLY)


def _rule(scene: Scene, rule: d.Rule) -> Iterator[Problem]:
    top = Spot(f"rules/{rule.id}.toml", "")
    if bool(rule.choices) is not (rule.kind is Kind.CHOICE):
        yield top.at("choices").wrong(NO_CHOICES)
    if rule.default is not None:
        yield from _value(scene, top.at("default"), rule.id, rule.default)
        if not rule.default_source.strip():
            yield top.at("default_source").wrong(NO_PROSE)
    for name in rule.default_unless:
        yield from missing(top.at("default_unless"), "rules/", name, scene.knowledge.rules)
    for key in ("basis_field", "state_field"):
        if name := getattr(rule, key):
            yield from path_exists(scene, top.at(key), name)


def _value(scene: Scene, spot: Spot, name: str, value: object) -> Iterator[Problem]:
    rule = scene.knowledge.rules.get(name)
    if rule is None:
        return
    if rule.kind is Kind.CHOICE and isinstance(value, str):
        yield from one_of(spot, value, rule.choices)
    elif _SCALARS.get(type(value)) is not rule.kind:
        yield spot.wrong(OTHER_VALUE.fill(kind=rule.kind.value))


def _points(scene: Scene) -> tuple[str, ...]:
    return tuple(key for entry in scene.fields("declaration.point") for key in entry.choices)
