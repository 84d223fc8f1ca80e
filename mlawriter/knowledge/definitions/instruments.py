"""Instruments of international law: what they provide for and what a request under them must contain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mlawriter.knowledge.definitions.basics import Need, nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One content that an instrument requires in a request. Paths are fields, lists of rows, members of the rows
    that a field refers to (`item.properties.location`, `request.person_sought.dob`), or an annex of some type
    (`document:warrant`).

    With `modules` it is asked of the items of those modules only, and `when` may read `item.`. A requirement of
    shared `contents` has no article: the treaty has no list of its own, and the source is practice.
    """

    article: str = ""
    text: str
    modules: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()
    met_by_one: tuple[str, ...] = ()
    when: str = ""
    need: Need = Need.ESSENTIAL
    verified: bool = False
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Contents that requests usually hold, for instruments that have no list of their own (`contents`)."""

    id: str
    title: str
    requires: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRule:
    """A parameter that an instrument sets, except where a State has declared the point in `unless`."""

    value: int | str | bool
    article: str = ""
    verified: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Where an instrument deals with a topic of the provision matrix."""

    article: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, a scheme, or reciprocity. `modules` maps a module to `named` or `general`; absent means none.

    `abbreviation` is printed before an article number (`UNTOC`); instruments that the user describes (a bilateral
    treaty) take their title from the field of the request named in `title_field`, and articles without a topic from
    `citation_field`. `provisions` names the article for each topic of `own_article.topic`. A treaty that `governs`
    settles the procedure of legal assistance in general, also beside a convention; what an instrument says that
    `amends` another stands before what that one says; one of the kind `human_rights` is no legal basis, but its
    citations are always shown; `applies` names instruments whose
    provisions apply through this one (UNTOC through its Protocols); the articles in `fallback` apply only where no
    treaty that governs binds both States.
    """

    id: str
    title: str
    short: str
    abbreviation: str = ""
    kind: str = "treaty"
    adopted: str = ""
    in_force_since: date | None = None
    status: str = "check"
    status_note: str = ""
    consulted: date
    verified: bool = False
    source: str = ""
    title_field: str = ""
    citation_field: str = ""
    provisions: Mapping[str, Provision] = field(default_factory=nothing)
    modules: Mapping[str, str] = field(default_factory=nothing)
    module_articles: Mapping[str, Provision] = field(default_factory=nothing)
    rules: Mapping[str, InstrumentRule] = field(default_factory=nothing)
    governs: bool = False
    amends: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    applies: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()
