"""References: everything that is named by another file exists."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.index import DOCUMENT_OF, ITEM
from mlawriter.knowledge.lint.scene import Scene, Spot, check_spot
from mlawriter.knowledge.problems import Problem

UNKNOWN = Message('There is no "{name}" in {place}. Add it, or correct the spelling.', context="lint")
UNKNOWN_NEAR = Message('There is no "{name}" in {place}. Do you mean "{near}"?', context="lint")
ONE_OF = Message('"{name}" cannot be used here. Use one of: {words}.', context="lint")
NO_ROW = Message(
    '"{name}" belongs to one row, and no row is at hand here. Name a list, or a field of the case or the request.',
    context="lint",
)
NO_ARTICLE = Message(
    "A content that the instrument requires needs its article; usual contents go into contents/.", context="lint"
)
_TYPES = "records/document.toml (type)"
WHICH = Message("Say what answers this: give met_by or met_by_one, and only one of them.", context="lint")


def missing(spot: Spot, place: str, name: str, known: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem if a name is not among the known ones of a place (a folder or file of the templates)."""
    words = tuple(known)
    if name in words:
        return
    near = get_close_matches(name, words, n=1)
    message = UNKNOWN_NEAR.fill(place=place, name=name, near=near[0]) if near else UNKNOWN.fill(place=place, name=name)
    yield spot.wrong(message)


def one_of(spot: Spot, name: str, words: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem if a word is not one of a closed list."""
    listed = tuple(words)
    if name not in listed:
        yield spot.wrong(ONE_OF.fill(name=name, words=", ".join(word or '""' for word in listed)))


def check_references(scene: Scene) -> Iterator[Problem]:
    """Yield every name that leads nowhere."""
    for kind in scene.knowledge.requests.values():
        yield from _request(scene, kind)
    for module in scene.knowledge.modules.values():
        yield from _module(scene, module)
    for check in scene.knowledge.checks.values():
        yield from _check(scene, check)
    for instrument in scene.knowledge.instruments.values():
        yield from _instrument(scene, instrument)
    for contents in scene.knowledge.contents.values():
        for number, entry in enumerate(contents.requires, start=1):
            yield from _requirement(scene, Spot(f"contents/{contents.id}.toml", f"requires[{number}]"), entry)


def path_exists(scene: Scene, spot: Spot, name: str) -> Iterator[Problem]:
    """Yield a problem if a path to fix or to answer is no field and no list."""
    owner, _, member = name.partition(".")
    if not member:
        yield from missing(spot, "records/ (plural)", name, scene.plurals)
    elif owner == ITEM and spot.modules:
        for module in scene.lacking(member, spot.modules):
            yield from missing(spot, f"modules/{module}.toml", name, _item_names(scene, module))
    elif owner == ITEM:
        known = {each for module in scene.of_module for each in _item_names(scene, module)}
        yield from missing(spot, "modules/", name, known)
    else:
        yield from missing(spot, "sections/, records/", name, scene.scoped)


def _item_names(scene: Scene, module: str) -> list[str]:
    return [f"{ITEM}.{member}" for member in scene.of_module[module]]


def _request(scene: Scene, kind: d.RequestKind) -> Iterator[Problem]:
    knowledge = scene.knowledge
    top = Spot(f"requests/{kind.id}.toml", "")
    for module in kind.modules:
        yield from missing(top.at("modules"), "modules/", module, knowledge.modules)
    for page in kind.pages:
        for section in page.sections:
            yield from missing(top.at(f"page[{page.id}].sections"), "sections/", section, knowledge.sections)
        for name in page.lists:
            yield from missing(top.at(f"page[{page.id}].lists"), "records/ (plural)", name, scene.plurals)
    for document in kind.documents:
        if document.each:
            yield from missing(
                top.at(f"document[{document.id}].each"), "records/", document.each, scene.plurals.values()
            )
        for module in document.modules:
            yield from missing(top.at(f"document[{document.id}].modules"), "modules/", module, knowledge.modules)
        for clause in document.clauses:
            yield from missing(top.at(f"document[{document.id}].clauses"), "clauses/", clause, knowledge.clauses)
    for entry in kind.at_least:
        yield from missing(top.at(f"at_least[{entry.list}].list"), "records/ (plural)", entry.list, scene.plurals)
    yield from _put_otherwise(scene, top, kind)
    yield from _attached(scene, top, kind.attach)


def _put_otherwise(scene: Scene, top: Spot, kind: d.RequestKind) -> Iterator[Problem]:
    yield from one_of(top.at("side"), kind.side, (d.REQUESTING, d.REQUESTED))
    for name in (*kind.titles, *kind.intros):
        yield from missing(top.at("titles, intros"), "sections/", name, scene.knowledge.sections)
    for name in kind.checks:
        if not any(d.fits(each, name) for each in scene.knowledge.checks):
            yield from missing(top.at("checks"), "checks/", name, scene.knowledge.checks)
    for name in kind.list_intros:
        yield from missing(top.at("list_intros"), "records/", name, scene.knowledge.records)
    for name in (name for other in kind.otherwise for name in other.questions):
        if not any(d.fits(each, name) for each in scene.scoped):
            yield from missing(top.at("otherwise"), "sections/, records/", name, scene.scoped)


def _attached(scene: Scene, top: Spot, attached: tuple[d.Attach, ...]) -> Iterator[Problem]:
    for entry in attached:
        spot = top.at(f"attach[{entry.document}].document")
        yield from missing(spot, _TYPES, entry.document, scene.document_types)


def _module(scene: Scene, module: d.Module) -> Iterator[Problem]:
    top = Spot(f"modules/{module.id}.toml", "", ITEM, (module.id,))
    for name in module.uses:
        yield from missing(top.at("uses"), "fieldsets/", name, scene.knowledge.fieldsets)
    yield from missing(top.at("clause"), "clauses/", module.clause, scene.knowledge.clauses)
    for name in module.undertakings:
        yield from missing(top.at("undertakings"), "guarantees/", name, scene.knowledge.guarantees)
    yield from _attached(scene, top, module.attach)


def _check(scene: Scene, check: d.Check) -> Iterator[Problem]:
    spot = check_spot(check)
    if check.each:
        yield from missing(spot.at("each"), "records/", check.each, scene.plurals.values())
    for module in check.modules:
        yield from missing(spot.at("modules"), "modules/", module, scene.knowledge.modules)
    yield from path_exists(scene, spot.at("fix"), check.fix)
    for kind in check.starts:
        yield from missing(spot.at("starts"), "requests/", kind, scene.knowledge.requests)
    owner, _, member = check.fix.partition(".")
    if member and owner in scene.plurals.values() and owner != spot.row:
        yield spot.at("fix").wrong(NO_ROW.fill(name=check.fix))


def _instrument(scene: Scene, instrument: d.Instrument) -> Iterator[Problem]:
    top = Spot(f"instruments/{instrument.id}.toml", "")
    for module, degree in instrument.modules.items():
        yield from missing(top.at("modules"), "modules/", module, scene.knowledge.modules)
        yield from one_of(top.at(f"modules.{module}"), degree, ("named", "general", "none"))
    for module in instrument.module_articles:
        yield from missing(top.at("module_articles"), "modules/", module, scene.knowledge.modules)
    for rule in instrument.rules:
        yield from missing(top.at("rules"), "rules/", rule, scene.knowledge.rules)
    for key in ("title_field", "citation_field"):
        if name := getattr(instrument, key):
            yield from path_exists(scene, top.at(key), name)
    for topic in instrument.provisions if scene.topics else ():
        yield from one_of(top.at(f"provisions.{topic}"), topic, sorted(scene.topics))
    for name in instrument.applies:
        yield from missing(top.at("applies"), "instruments/", name, scene.knowledge.instruments)
    for name in instrument.contents:
        yield from missing(top.at("contents"), "contents/", name, scene.knowledge.contents)
    for entry in instrument.requires:
        if not entry.article:
            yield top.at("requires").wrong(NO_ARTICLE)
        yield from _requirement(scene, top.at(f"requires[{entry.article}]"), entry)


def _requirement(scene: Scene, spot: Spot, entry: d.Requirement) -> Iterator[Problem]:
    if bool(entry.met_by) == bool(entry.met_by_one):
        yield spot.wrong(WHICH)
    for module in entry.modules:
        yield from missing(spot.at("modules"), "modules/", module, scene.knowledge.modules)
    for name in (*entry.met_by, *entry.met_by_one):
        yield from _content(scene, spot, name)


def _content(scene: Scene, spot: Spot, name: str) -> Iterator[Problem]:
    """Yield a problem if a required content leads nowhere.

    `item.properties.location` goes through a reference, `document:warrant` asks for an annex of that type.
    """
    if name.startswith(DOCUMENT_OF):
        yield from missing(spot, _TYPES, name.removeprefix(DOCUMENT_OF), scene.document_types)
        return
    owner, _, member = name.partition(".")
    field_id, _, further = member.partition(".")
    if not further:
        yield from path_exists(scene, spot, name)
        return
    yield from path_exists(scene, spot, f"{owner}.{field_id}")
    targets = {record for entry in scene.fields(f"{owner}.{field_id}") for record in entry.to}
    members = {each for record in targets for each in scene.scoped if each.startswith(f"{record}.")}
    if not any(each.partition(".")[2] == further for each in members):
        yield from missing(spot, "records/", f"{'/'.join(sorted(targets))}.{further}", members)
