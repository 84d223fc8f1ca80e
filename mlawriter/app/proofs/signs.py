"""Signs: brackets, quotation marks, the sign at the end, blanks, direction marks, signs nobody can see."""

import re
from collections import Counter

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.app.proofs.placeholders import PLACEHOLDER
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "《": "》", "〈": "〉", "〔": "〕"}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_QUOTES = frozenset('«»“”„‟「」『』"')
_ISOLATES, _EMBEDDINGS = "\u2066\u2067\u2068", "\u202a\u202b\u202d\u202e"
_POP_ISOLATE, _POP_EMBEDDING = "\u2069", "\u202c"
_MARKS = frozenset("\u200e\u200f\u061c" + _ISOLATES + _EMBEDDINGS + _POP_ISOLATE + _POP_EMBEDDING)
_JOINERS = frozenset("\u200c\u200d\u00ad\u2060")
_BREAKS = frozenset("\t\r\v\f\u0085\u2028\u2029")
_ENDS = {
    "full stop": ".。．۔।။።։။៕",
    "question mark": "?？؟՞",
    "exclamation mark": "!！",
    "colon": ":：፡",
    "ellipsis": "…⋯",
    "semicolon": ";；؛",
}
_WITHOUT_STOPS = {"th", "lo", "my", "bo", "dz", "km"}
_AFTER_THE_END = "”“\"»«)）]】』」’'›" + "".join(_MARKS) + " \u00a0\u202f"
_ABBREVIATION = re.compile(r"\w{1,4}\.")
_SHORT_END = re.compile(r"(?<!\w)(?:\w{1,2}|etc|пр)\.\Z")
_KEY = re.compile(r"\s*[(（]&?\w[)）]")

BRACKET = Message("brackets do not match: {words}", context="proof")
SQUARE = Message("square brackets: {found} instead of {wanted}", context="proof")
QUOTES = Message("quotation marks of another language: {sign} instead of {own}", context="proof")
UNPAIRED = Message("quotation marks are not in pairs: {own}", context="proof")
QUOTED = Message("quotations: {found} instead of {wanted}", context="proof")
END = Message("ends with {found}, the English text with {wanted}", context="proof")
BLANK = Message("blanks or line breaks at the beginning or the end differ", context="proof")
DOUBLED = Message("two blanks in a row", context="proof")
LINES = Message("line breaks: {found} instead of {wanted}", context="proof")
UNPAIRED_MARKS = Message("direction marks are not in pairs", context="proof")
MARKS = Message("direction marks that the English text has not", context="proof")
INVISIBLE = Message("a sign that must not stand in a text: {code}", context="proof")


def brackets(entry: Entry, _: Written) -> Remarks:
    """Yield forms whose brackets are not closed, or whose square brackets are other than in English."""
    in_pairs = all(_in_pairs(form) for form in entry.source)
    for form in entry.target:
        if in_pairs and not _in_pairs(form):
            yield Remark("bracket", BRACKET.fill(words=form))
        found, wanted = form.count("[") + form.count("【"), entry.source[-1].count("[")
        if found != wanted:
            yield Remark("bracket", SQUARE.fill(found=found, wanted=wanted))


def quotations(entry: Entry, written: Written) -> Remarks:
    """Yield forms with quotation marks of another language, unpaired ones, or fewer than in English."""
    opening, closing = (mark.strip() for mark in written.quotes)
    wanted = _quoted(entry.source[-1], "“", "”")
    plain = "".join(entry.source)
    for form in entry.target:
        foreign = _foreign(form, opening, closing, plain)
        if foreign:
            yield Remark("quote", QUOTES.fill(sign=foreign, own=f"{opening} {closing}"))
        elif opening != closing and form.count(opening) != form.count(closing):
            yield Remark("quote", UNPAIRED.fill(own=f"{opening} {closing}"))
        elif opening == closing and form.count(opening) % 2:
            yield Remark("quote", UNPAIRED.fill(own=opening))
        else:
            found = _quoted(form, opening, closing)
            if found < wanted:
                yield Remark("quote", QUOTED.fill(found=found, wanted=wanted), is_warning=True)


def _quoted(text: str, opening: str, closing: str) -> int:
    own = text.count(opening) // (2 if opening == closing else 1)
    return own + (text.count('"') // 2 if '"' not in (opening, closing) else 0)


def _foreign(form: str, opening: str, closing: str, source: str) -> str:
    depth = 0
    for sign in form:
        if sign in {opening, closing}:
            depth += 1 if sign == opening and (opening != closing or not depth) else -1
        elif sign in _QUOTES and depth <= 0 and not (sign == '"' and '"' in source):
            return sign
    return ""


def ending(entry: Entry, written: Written) -> Remarks:
    """Yield forms that end with another kind of sign than the English text."""
    wanted = _end(entry.source[-1], written.stem)
    for form in entry.target:
        found = _end(form, written.stem)
        if (
            found == wanted
            or _is_abbreviation(form, entry.source[-1])
            or (wanted == "full stop" and written.stem in _WITHOUT_STOPS)
        ):
            continue
        if wanted or found in {"full stop", "question mark", "ellipsis"}:
            yield Remark("end", END.fill(found=found or "–", wanted=wanted or "–"))


def _is_abbreviation(form: str, source: str) -> bool:
    """Say whether a stop belongs to an abbreviation: `No.` as a whole in English, `и т. п.` at the end of another."""
    if source.endswith("."):
        return bool(_ABBREVIATION.fullmatch(source))
    return bool(_SHORT_END.search(form))


def _end(text: str, stem: str) -> str:
    plain = _KEY.sub("", text) if "&" in text else text
    last = plain.rstrip(_AFTER_THE_END)[-1:]
    if plain.rstrip(_AFTER_THE_END).endswith("..."):
        return "ellipsis"
    if stem == "el" and last in {";", "\u037e"}:
        return "question mark"
    return next((name for name, signs in _ENDS.items() if last and last in signs), "")


def blanks(entry: Entry, _: Written) -> Remarks:
    """Yield differences of blanks: at both ends, doubled ones, line breaks."""
    for source, form in zip((*entry.source, *entry.source[-1:] * len(entry.target)), entry.target, strict=False):
        if _edges(source) != _edges(form):
            yield Remark("blank", BLANK)
        if "  " in form.strip() and "  " not in source:
            yield Remark("blank", DOUBLED)
        if form.count("\n") != source.count("\n"):
            yield Remark("blank", LINES.fill(found=form.count("\n"), wanted=source.count("\n")))


def invisible(entry: Entry, _: Written) -> Remarks:
    """Yield direction marks that are not in pairs or not wanted, and control characters."""
    for form in entry.target:
        signs = Counter(sign for sign in form if not sign.isprintable() or sign in _MARKS)
        if not signs:
            continue
        if _total(signs, _ISOLATES) != signs[_POP_ISOLATE] or _total(signs, _EMBEDDINGS) != signs[_POP_EMBEDDING]:
            yield Remark("direction", UNPAIRED_MARKS)
        elif any(signs[mark] > "".join(entry.source).count(mark) for mark in _MARKS):
            yield Remark("direction", MARKS, is_warning=True)
        for sign in signs:
            if sign in _BREAKS or not (sign.isspace() or sign in _MARKS or sign in _JOINERS):
                yield Remark("control", INVISIBLE.fill(code=f"U+{ord(sign):04X}"))


def _total(signs: Counter[str], these: str) -> int:
    return sum(signs[sign] for sign in these)


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _in_pairs(text: str) -> bool:
    open_: list[str] = []
    for sign in PLACEHOLDER.sub("", text):
        if sign in _BRACKETS:
            open_.append(sign)
        elif sign in _CLOSING and (not open_ or open_.pop() != _CLOSING[sign]):
            return False
    return not open_
