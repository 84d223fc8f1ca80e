"""The gate for catalogues: seeded faults are found, a correct catalogue has none."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlawriter.app.proofs import gate, outside
from mlawriter.app.proofs.fault import Fault, Written
from mlawriter.app.proofs.forms import form_count
from mlawriter.i18n.po import Entry, PoError, parse
from mlawriter.resources import locales_folder

MSGFMT = outside.msgfmt
HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Plural-Forms: {plural}\\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
)
GERMAN = Written(
    tag="de",
    quotes=("„", "“"),
    plural="nplurals=2; plural=(n != 1);",
    terms={"requesting State": ("ersuchender Staat",)},
    exact=frozenset({"requesting State"}),
)
RIGHT = """
#. menu: file
msgctxt "menu"
msgid "&Open…"
msgstr "Ö&ffnen…"

#. menu: file
msgctxt "menu"
msgid "&Save"
msgstr "&Sichern"

msgid "The request of {case.date} names {person.name?} (article 18(15)(a))."
msgstr "Das Ersuchen vom {case.date} nennt {person.name?} (Artikel 18(15)(a))."

msgid "{n} thing is left."
msgid_plural "{n} things are left."
msgstr[0] "{n} Punkt ist offen."
msgstr[1] "{n} Punkte sind offen."

msgid "See paragraph 15 of the convention. What is “urgent”?"
msgstr "Siehe Absatz 15 des Übereinkommens. Was ist „dringend“?"

msgid "Born: {person.dob} | Sex: {person.sex}"
msgstr "Geboren: {person.dob} | Geschlecht: {person.sex}"

msgid "[to be completed: name]"
msgstr "[zu ergänzen: Name]"

msgid "The requesting State gives this assurance."
msgstr "Der ersuchende Staat gibt diese Zusicherung ab."

msgctxt "clause a head 1"
msgid "requesting State"
msgstr "ersuchender Staat"

msgctxt "clause a head 2"
msgid "Items"
msgstr "Punkte"

msgctxt "clause b head 1"
msgid "Items"
msgstr "Punkte"

msgid "Note verbale"
msgstr "Verbalnote"

msgid "No."
msgstr "Nr."
"""

EIGHT = {
    "a lost placeholder": ("vom {case.date} nennt", "nennt", "placeholder"),
    "a renamed placeholder": ("Das Ersuchen vom {case.date}", "Das Ersuchen vom {case.datum}", "placeholder"),
    "a lost accelerator": ("Ö&ffnen…", "Öffnen…", "accelerator"),
    "an empty plural": ('msgstr[1] "{n} Punkte sind offen."', 'msgstr[1] ""', "plural"),
    "a text left in English": (
        "Der ersuchende Staat gibt diese Zusicherung ab.",
        "The requesting State gives this assurance.",
        "english",
    ),
    "paragraph 15 turned into 16": ("Absatz 15", "Absatz 16", "number"),
    "a placeholder lost in one plural form": ("{n} Punkt ist offen.", "Ein Punkt ist offen.", "placeholder"),
    "a message that is empty": ('msgstr "Nr."', 'msgstr ""', "untranslated"),
}
MORE = {
    "a changed article": ("Artikel 18(15)(a)", "Artikel 18(15)(b)", "number"),
    "a question mark of a placeholder lost": ("{person.name?}", "{person.name}", "placeholder"),
    "a broken brace": ("vom {case.date} nennt", "vom {case.date nennt", "brace"),
    "the same letter twice in a menu": ("&Sichern", "Spei&fchern", "accelerator"),
    "a bracket not closed": ("(Artikel 18(15)(a)).", "(Artikel 18(15)(a).", "bracket"),
    "square brackets lost": ("[zu ergänzen: Name]", "zu ergänzen: Name", "bracket"),
    "quotation marks of another language": ("„dringend“", "«dringend»", "quote"),
    "straight quotation marks": ("„dringend“", '\\"dringend\\"', "quote"),
    "an unpaired quotation mark": ("„dringend“", "„dringend", "quote"),
    "a lost question mark": ("„dringend“?", "„dringend“.", "end"),
    "an added full stop": ('msgstr "Punkte"', 'msgstr "Punkte."', "end"),
    "a blank at the end": ("Zusicherung ab.", "Zusicherung ab. ", "blank"),
    "two blanks": ("Der ersuchende", "Der  ersuchende", "blank"),
    "a lost line of a cell": (" | Geschlecht", ", Geschlecht", "bars"),
    "a term said otherwise": ('msgstr "ersuchender Staat"', 'msgstr "Antragsland"', "term"),
    "a direction mark not closed": ("„dringend“", "„\u2066dringend“", "direction"),
    "a control character": ("dringend", "drin\u0001gend", "control"),
    "a zero-width space": ("dringend", "drin\u200bgend", "control"),
    "another rule of plurals": ("nplurals=2; plural=(n != 1);", "nplurals=2; plural=(n > 1);", "plural rule"),
    "another language in the head": ("Language: de", "Language: nl", "head"),
    "another character set": ("charset=utf-8", "charset=latin-1", "head"),
    "a fuzzy message": ('msgid "No."', '#, fuzzy\nmsgid "No."', "fuzzy"),
    "a plural form too many": (
        'msgstr[1] "{n} Punkte sind offen."',
        'msgstr[1] "{n} Punkte sind offen."\nmsgstr[2] "{n} Punkte."',
        "plural",
    ),
}
WARNINGS = {
    "the same words said in two ways": ('"clause b head 1"\nmsgid "Items"\nmsgstr "Punkte"', "Sachen", "unlike"),
    "a term inside a sentence": ("Der ersuchende Staat gibt", "Das Antragsland gibt", "term"),
    "two words left in English": ("Verbalnote", "Note verbale", "english"),
}


def catalogue(text: str = RIGHT, tag: str = "de", plural: str = "nplurals=2; plural=(n != 1);") -> str:
    return HEAD.format(tag=tag, plural=plural) + text


def template() -> str:
    lines = (f'{line.split(" ")[0]} ""' if line.startswith("msgstr") else line for line in RIGHT.split("\n"))
    return HEAD.format(tag="en", plural="nplurals=2; plural=(n != 1);") + "\n".join(lines)


def found(text: str, folder: Path, written: Written = GERMAN) -> list[Fault]:
    file = folder / "ui.po"
    file.write_text(text, encoding="utf-8")
    (folder / "ui.pot").write_text(template(), encoding="utf-8")
    return list(gate.check_file(file, written, "ui", folder))


@pytest.fixture(params=["with the tools of others", "alone"], autouse=True)
def tools(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own tests must find everything, also where gettext and translate-toolkit are missing."""
    if request.param == "alone":
        monkeypatch.setattr(outside, "msgfmt", lambda _: iter(()))
        monkeypatch.setattr(outside, "pofilter", lambda *_: iter(()))


def test_a_correct_catalogue_has_no_fault_and_no_warning(tmp_path: Path) -> None:
    assert found(catalogue(), tmp_path) == []


@pytest.mark.parametrize("name", [*EIGHT, *MORE])
def test_a_seeded_fault_is_found(name: str, tmp_path: Path) -> None:
    right, wrong, kind = (EIGHT | MORE)[name]
    text = catalogue()
    assert right in text
    faults = [fault.kind for fault in found(wrong.join(text.rsplit(right, 1)), tmp_path) if not fault.is_warning]
    assert kind in faults


@pytest.mark.parametrize("name", WARNINGS)
def test_a_doubt_is_a_warning(name: str, tmp_path: Path) -> None:
    right, wrong, kind = WARNINGS[name]
    wrong = right.replace("Punkte", wrong) if kind == "unlike" else wrong
    faults = found(catalogue().replace(right, wrong, 1), tmp_path)
    assert {fault.kind for fault in faults} == {kind}
    assert all(fault.is_warning for fault in faults)


def test_a_comment_of_the_translator_answers_for_what_is_meant(tmp_path: Path) -> None:
    meant = catalogue().replace("Absatz 15", "Absatz fünfzehn")
    assert [fault.kind for fault in found(meant, tmp_path)] == ["number"]
    said = meant.replace('msgid "See para', '# as meant: number written as a word\nmsgid "See para')
    assert found(said, tmp_path) == []


def test_no_comment_answers_for_a_lost_placeholder(tmp_path: Path) -> None:
    lost = (
        catalogue()
        .replace('msgid "Born', '# as meant: placeholder\nmsgid "Born')
        .replace("Geschlecht: {person.sex}", "G")
    )
    assert "placeholder" in {fault.kind for fault in found(lost, tmp_path)}


ARABIC = Written(tag="ar", quotes=("«", "»"))
CHINESE = Written(tag="zh", quotes=("“", "”"))
GREEK = Written(tag="el", quotes=("«", "»"))
FINE = [
    (ARABIC, "Is it “urgent”?", "هل هو «عاجل»؟"),
    (ARABIC, "Under article {article}.", "بموجب المادة {article}."),
    (CHINESE, "The request (article 18(15)) is urgent.", "请求（第18(15)条）紧急。"),
    (CHINESE, "In force since 6 February 2014.", "自2014年2月6日起生效。"),
    (CHINESE, "&Open…", "打开(&O)…"),
    (GREEK, "Is it urgent?", "Είναι επείγον;"),
    (Written(tag="fr", quotes=("« ", " »")), "Say “yes”: 1,000 pages.", "Dites « oui » : 1 000 pages."),
    (Written(tag="ru", quotes=("«", "»")), "Time limits and the like", "Сроки и т. п."),
]
WRONG = [
    (ARABIC, "Under {article}.", "ب{article}.", "prefix"),
    (ARABIC, "Article 18", "المادة ١٨", "number"),
    (ARABIC, "It is urgent.", "إنه عاجل؟", "end"),
    (CHINESE, "It is urgent.", "紧急", "end"),
    (CHINESE, "Say “yes”.", "说「是」。", "quote"),
    (CHINESE, "The request (article 18).", "请求（第18条。", "bracket"),
]


@pytest.mark.parametrize(("written", "source", "target"), FINE)
def test_what_another_script_writes_is_no_fault(written: Written, source: str, target: str) -> None:
    assert list(gate.check_entry(Entry(source=(source,), target=(target,)), written)) == []


@pytest.mark.parametrize(("written", "source", "target", "kind"), WRONG)
def test_faults_in_other_scripts_are_found(written: Written, source: str, target: str, kind: str) -> None:
    entry = Entry(source=(source,), target=(target,))
    assert kind in {remark.kind for remark in gate.check_entry(entry, written)}


def test_arabic_has_six_forms() -> None:
    po = parse(catalogue("", "ar", gate.plural_rule("ar")))
    entry = Entry(source=("{n} day", "{n} days"), target=("{n} يوم", "{n} أيام"))
    assert {remark.kind for remark in gate.check_entry(entry, ARABIC, form_count(po))} == {"plural"}


def test_a_language_that_cldr_does_not_know_may_have_any_rule() -> None:
    assert gate.plural_rule("tet") == ""
    assert "nplurals=1" in gate.plural_rule("zh-Hans")


@pytest.mark.parametrize("text", ['msgid "a\nmsgstr "b"', 'msgid "a"\n\nmsgid "b"\nmsgstr "c"', "hello"])
def test_a_file_that_is_no_catalogue_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(PoError, match="is not the form"):
        parse(text, "x.po")


def test_a_damaged_file_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "ui.po").write_bytes(b"\xff\xfe\x00")
    assert [fault.kind for fault in gate.check_one(tmp_path / "ui.po", tmp_path)] == ["unreadable"]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not on this machine")
def test_gettext_has_its_say(tmp_path: Path) -> None:
    broken = catalogue().replace('msgid "No."', 'msgid "Items"\nmsgstr "a"\n\nmsgid "Items"\nmsgstr "b"\n\nmsgid "No."')
    (tmp_path / "x.po").write_text(broken)
    assert any("duplicate" in str(each.what.args) for each in MSGFMT(tmp_path / "x.po"))


def test_a_language_that_ships_may_be_completed_in_part(tmp_path: Path) -> None:
    french = HEAD.format(tag="fr", plural=gate.plural_rule("fr"))
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "document.po").write_text(f'{french}msgid "from {{start}}"\nmsgstr "dès"\n', encoding="utf-8")
    with (tmp_path / "fr" / "document.po").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "from {start} to {end}"\nmsgstr ""\n')
    assert [fault.kind for fault in gate.check("fr", tmp_path, locales_folder())] == ["placeholder"]


def test_a_new_language_must_be_whole(tmp_path: Path) -> None:
    kinds = {fault.kind for fault in gate.check("nl", tmp_path, locales_folder())}
    assert kinds == {"missing"}


@given(st.text(), st.text(min_size=1), st.sampled_from([GERMAN, ARABIC, CHINESE, GREEK]))
def test_any_translation_can_be_proofread(source: str, target: str, written: Written) -> None:
    entry = Entry(source=(source,), target=(target,))
    assert all(remark.kind for remark in gate.check_entry(entry, written))
