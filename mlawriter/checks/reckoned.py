"""What the program works out for requests for extradition: days, sentences, penalties, lapse of time, ages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mlawriter.checks.ages import age_members
from mlawriter.checks.arrests import LIMITS, arrest_members, custody_members
from mlawriter.checks.citizenships import citizenship_members
from mlawriter.checks.lapses import lapse_members
from mlawriter.checks.members import Members
from mlawriter.checks.penalties import penalty_members
from mlawriter.checks.rows import Placed, Rows
from mlawriter.checks.sentences import sentence_members
from mlawriter.checks.translating import translation_members
from mlawriter.conditions.engine import Fact, Facts
from mlawriter.knowledge.index import DOCUMENTS
from mlawriter.knowledge.parameters import Parameter
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName, RowId

EXTRADITION = "extradition"
"""The family of the requests for which this is worked out."""
_OFFENCE = ("offence.penalty_value", "offence.counterpart_value", "offence.below_minimum", "offence.counterpart_below")
_LAPSE = ("offence.effective_expiry", "offence.stage_now")
_PERSON = ("person.age_now", "person.minor_at_offence", "person.minor_possible")
_CITIZEN = ("person.national_of_requested", "person.nationality_after_offence", "person.nationality_count")
_ARREST = (
    "request.arrest_soft",
    "request.arrest_hard",
    "request.arrest_deadline",
    "request.arrest_safe",
    "request.arrest_earliest",
    "request.arrest_limit_known",
    "request.custody_days",
)
_SENTENCE = ("request.sentence_gross_days", "request.remaining_computed", "request.remaining_enough")
_OF_REQUEST = {
    **dict.fromkeys(
        (
            "arrest_day",
            "arrest_notification_day",
            "arrest_limit_days",
            "arrest_extension_day",
            "arrest_released_day",
            "surrender_day",
            "consent_notified_day",
            "consent_revocation_notified_day",
        ),
        _ARREST,
    ),
    **dict.fromkeys(
        (
            "sentence_start",
            "sentence_months",
            "sentence_days",
            "sentence_kind",
            "remand_days",
            "served_days",
            "extradition_custody_days",
            "remission_days",
            "calculation_date",
        ),
        _SENTENCE,
    ),
    "person_sought": ("person.sought", "persons", "request.custody_days"),
}
FOLLOWS: Mapping[str, tuple[str, ...]] = {
    **{f"request.{name}": names for name, names in _OF_REQUEST.items()},
    "state.count_arrest_day": _ARREST,
    "state.rollover": _ARREST,
    "person.dob": _PERSON,
    "person.in_custody": ("request.custody_days",),
    "person.custody_since": ("request.custody_days",),
    **{
        f"offence.{name}": _OFFENCE
        for name in ("max_months", "min_months", "penalties", "counterpart_max_months", "counterpart_min_months")
    },
    **{f"offence.limitation_{name}": _LAPSE for name in ("start", "years", "absolute_years", "none", "date")},
    "offence.stage": _LAPSE,
    "offence.period": (*_PERSON, *_CITIZEN, "persons"),
    "offence.persons": (*_PERSON, *_CITIZEN, "persons"),
    **{f"interruption.{name}": (*_LAPSE, "offences") for name in ("offence", "kind", "day", "until")},
    **{f"nationality.{name}": (*_CITIZEN, "persons") for name in ("person", "country", "acquired_on", "lost_on")},
}
"""What follows from each answer; a list stands for what conditions read of its rows."""
OF_STATES = (*_CITIZEN, "persons")
"""What follows when one of the two States is another one."""
OF_LISTS: Mapping[str, tuple[str, ...]] = {
    "interruptions": (*_LAPSE, "offences"),
    "nationalities": (*_CITIZEN, "persons"),
    "offences": (*_PERSON, *_CITIZEN, "persons"),
    "persons": ("request.custody_days",),
}
"""What follows when rows of a list come or go."""


@dataclass(frozen=True)
class Reckoning:
    """Works out the members of one request. `members` are the facts of each row, `lengths` the words of each answer."""

    rows: Rows
    members: Mapping[RowId, dict[str, Fact]]
    request: dict[str, Fact]
    state: Facts
    settled: Mapping[str, Parameter]
    today: date
    lengths: Iterable[tuple[Path, int]]

    def add(self) -> None:
        """Add what follows to the members of the request, of its offences and its persons."""
        rule = Members({name: each.value for name, each in self.settled.items()})
        self.request.update(self._of_request(rule))
        for placed in self._rows("offences"):
            facts = self.members[placed.row.id]
            facts |= penalty_members(Members(facts), rule)
            facts |= lapse_members(Members(facts), self._acts(placed), self.rows.request.kind, self.today)
        for placed in self._rows("persons"):
            self.members[placed.row.id].update(self._of_person(placed, rule))

    def _of_request(self, rule: Members) -> dict[str, Fact]:
        request = Members(self.request)
        person = Members(self.members.get(RowId(request.word("person_sought")), {}))
        arrest = arrest_members(request, Members(self.state), rule, self.settled, self._limits_alone())
        custody = custody_members(request, person, self.today)
        found = {**arrest, **custody, **sentence_members(request, rule)}
        if "arrest_deadline" in arrest:
            found |= translation_members(self.rows, self.lengths, request, self._members(DOCUMENTS), rule)
        return found

    def _limits_alone(self) -> Iterator[Members]:
        """Yield what each legal basis by itself says of a provisional arrest."""
        known = self.rows.index.knowledge.instruments
        for basis in sorted(Members(self.request).words("bases") & known.keys()):
            yield Members({name: rule.value for name, rule in known[basis].rules.items() if name in LIMITS})

    def _of_person(self, placed: Placed, rule: Members) -> dict[str, Fact]:
        answers = self.rows.case.answers
        offences = tuple(self._offences_of(placed))
        born = answers.get(Path(placed.scope, FieldName("person.dob"), placed.row.id))
        periods = [answers.get(Path(each.scope, FieldName("offence.period"), each.row.id)) for each in offences]
        began = [period.start.earliest for period in periods if isinstance(period, v.DayRange) and period.start]
        own = [each for each in self._members("nationalities") if each.word("person") == placed.row.id]
        requested = Members(self.request).word("asked_state")
        reference = rule.word("nationality_time")
        return {
            **age_members(born, periods, self.today),
            **citizenship_members(own, requested, began, reference, self.today),
        }

    def _offences_of(self, placed: Placed) -> Iterator[Placed]:
        """Yield the offences that concern a person; those that name nobody concern everybody."""
        for each in self._rows("offences"):
            named = Members(self.members[each.row.id]).words("persons")
            if not named or placed.row.id in named:
                yield each

    def _acts(self, offence: Placed) -> list[Members]:
        return [each for each in self._members("interruptions") if each.word("offence") == offence.row.id]

    def _members(self, name: str) -> Iterator[Members]:
        yield from (Members(self.members[placed.row.id]) for placed in self._rows(name))

    def _rows(self, name: str) -> tuple[Placed, ...]:
        return self.rows.by_list.get(ListName(name), ())
