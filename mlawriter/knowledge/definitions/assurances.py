"""Undertakings and grounds for refusal."""

from dataclasses import dataclass
from enum import StrEnum

from mlawriter.knowledge.definitions.wording import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """An undertaking that the requesting State gives.

    `risk` says what it protects: a person's `treatment`, the `procedure`, or an `administrative` matter. `monitoring`
    names the members of `records/guarantee.toml` that are asked of this one (`guarantee.monitoring` in conditions):
    who gives it and under what power, who watches over it and how, what follows a breach. What is answered is printed
    under the undertaking as the `full` of the record says. `topic` is the topic of instruments (`own_article.topic`)
    that it comes from: the letter prints the article of each legal basis on it, beside those in `cites`.
    `criteria` names the members of the record that are asked to judge its reliability (`guarantee.reliability`).
    `required_code` and `recommended_code` are carried by the finding that it is missing, where the legal dossier
    numbers that check by itself; otherwise `code` is.
    """

    id: str
    title: str
    risk: str = "procedure"
    topic: str = ""
    families: tuple[str, ...] = ()
    required_if: str = ""
    recommended_if: str = ""
    giver: str = ""
    note: str = ""
    monitoring: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...]
    cites: tuple[str, ...]
    code: str = ""
    required_code: str = ""
    recommended_code: str = ""


class Curable(StrEnum):
    """Whether further information can remove a ground for refusal."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground on which extradition can be refused (`options = "grounds"` lets a field name one).

    `mandatory_in` and `optional_in` cite where instruments oblige or allow the requested State to refuse, `excluded_in`
    where they say that it is no ground; `topic` is the topic of instruments (`own_article.topic`) that it comes from.
    An `absolute` one is never weighed against the duty to extradite. `information` says which further information
    could remove it (`curable_by_information`), `curable_by` which undertakings could, `alternatives` which kinds of
    request can take the place of extradition.
    """

    id: str
    code: str = ""
    title: str
    note: str = ""
    absolute: bool = False
    mandatory_in: tuple[str, ...] = ()
    optional_in: tuple[str, ...] = ()
    excluded_in: tuple[str, ...] = ()
    topic: str = ""
    cites: tuple[str, ...] = ()
    curable_by_information: Curable
    information: str = ""
    curable_by: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Everything that is cited for it."""
        return (*self.mandatory_in, *self.optional_in, *self.excluded_in, *self.cites)
