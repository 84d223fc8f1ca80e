"""The parameters of a request in words: what applies, and where it comes from."""

from collections.abc import Iterable

from mlawriter.app.wording import cite_words, source
from mlawriter.checks.speech import NO, YES
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Knowledge, Rule
from mlawriter.knowledge.parameters import Origin, Parameter, Scalar

SETTLED = Message("{what}: {value} [{source}]")
ENTERED = Message("{source}, as you entered it", context="source")
OF_STATE = Message("law of the requested State", context="source")
OF_STATE_FROM = Message("law of the requested State: {source}", context="source")
OF_STATE_ON = Message("law of the requested State: {source}, {date}", context="source")
NOT_BINDING = Message("{source}: not binding", context="source")


def value_words(rule: Rule, value: Scalar, speak: Translator) -> str:
    """Return a value as words."""
    if isinstance(value, bool):
        return speak(YES if value else NO)
    return speak.number(value) if isinstance(value, int) else speak(texts.rule_choice(rule, value))


def source_words(parameter: Parameter, knowledge: Knowledge, speak: Translator) -> str:
    """Return where a value comes from, and whether it was compared with a treaty, or binds nobody."""
    match parameter.origin:
        case Origin.INSTRUMENT if parameter.cite:
            return source(parameter.cite, knowledge, speak)
        case Origin.OWN if parameter.cite:
            return speak(ENTERED.fill(source=cite_words(parameter.cite, knowledge, speak)))
        case Origin.MODEL if parameter.cite:
            return speak(NOT_BINDING.fill(source=source(parameter.cite, knowledge, speak)))
        case Origin.STATE:
            return _looked_up(parameter, speak)
        case _:
            return speak(texts.rule_source(knowledge.rules[parameter.rule]))


def settled(parameter: Parameter, knowledge: Knowledge, speak: Translator) -> str:
    """Return a parameter with its value and source on one line."""
    rule = knowledge.rules[parameter.rule]
    return speak(
        SETTLED.fill(
            what=texts.rule_label(rule),
            value=value_words(rule, parameter.value, speak),
            source=source_words(parameter, knowledge, speak),
        )
    )


def as_json(parameters: Iterable[Parameter]) -> list[dict[str, object]]:
    """Return parameters in the documented form (`docs/json.md`)."""
    return [_json(each) for each in parameters]


def _json(parameter: Parameter) -> dict[str, object]:
    cite = parameter.cite
    return {
        "rule": parameter.rule,
        "value": parameter.value,
        "origin": parameter.origin.value,
        "instrument": cite.instrument if cite else None,
        "article": (cite.article or None) if cite else None,
        "verified": cite.verified if cite else None,
        "source": parameter.source or None,
        "date": parameter.day.isoformat() if parameter.day else None,
    }


def _looked_up(parameter: Parameter, speak: Translator) -> str:
    if not parameter.source:
        return speak(OF_STATE)
    if parameter.day is None:
        return speak(OF_STATE_FROM.fill(source=parameter.source))
    day = speak.date(parameter.day.year, parameter.day.month, parameter.day.day)
    return speak(OF_STATE_ON.fill(source=parameter.source, date=day))
