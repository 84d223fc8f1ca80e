"""Documents to annex: one kind may ask for the same document on several grounds."""

from pathlib import Path as File

from worlds import R1, TODAY, persons

from mlawriter.checks.checker import Law, check
from mlawriter.knowledge.loader import load
from mlawriter.model.case import Case
from mlawriter.resources import templates_folder

PACK = """
overlay = true
id = "mla"
[[attach]]
document = "statute"
when = "size(persons) > 0"
code = "GEN-025"
cites = ["practice"]
[[attach]]
document = "statute"
when = "size(persons) > 1"
code = "GEN-042"
cites = ["practice"]
"""


def codes(pack: File, case: Case) -> list[str]:
    (pack / "requests").mkdir()
    (pack / "requests" / "mla.toml").write_text(PACK, encoding="utf-8")
    law = Law.of(load(templates_folder(), pack))
    findings = check(law, case, R1, TODAY).report.findings
    return [finding.code for finding in findings if finding.check == "document.statute"]


def test_a_document_asked_for_on_two_grounds_is_judged_by_each(tmp_path: File) -> None:
    assert codes(tmp_path, persons("Velk")) == ["GEN-025"]
