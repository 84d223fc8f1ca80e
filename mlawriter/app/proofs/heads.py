"""The head of a catalogue: language, character set, the rule of plural forms."""

import re

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Po

NONE = Message("the catalogue has no head", context="proof")
LANGUAGE = Message("the head says that the language is “{found}” instead of “{wanted}”", context="proof")
CHARSET = Message("the head does not say “charset=UTF-8”", context="proof")
PLURAL = Message("the rule of plural forms is “{found}” instead of “{wanted}”", context="proof")
TWICE = Message("this message stands twice in the catalogue", context="proof")


def head(po: Po, written: Written) -> Remarks:
    """Yield what is wrong with the head of a catalogue."""
    if not po.head:
        yield Remark("head", NONE)
        return
    language = po.head.get("language", "")
    if language.replace("_", "-") != written.tag:
        yield Remark("head", LANGUAGE.fill(found=language, wanted=written.tag))
    if "charset=utf-8" not in po.head.get("content-type", "").lower():
        yield Remark("head", CHARSET)
    plural = po.head.get("plural-forms", "")
    if not plural or (written.plural and _plain(plural) != _plain(written.plural)):
        yield Remark("plural rule", PLURAL.fill(found=plural, wanted=written.plural or "nplurals=2; plural=(n != 1);"))


def _plain(rule: str) -> str:
    return re.sub(r"[\s;]", "", rule)
