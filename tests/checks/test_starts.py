"""A finding can name the requests that may be begun from it."""

from pathlib import Path

from worlds import CASES, TODAY, case_of

from mlawriter.checks.checker import Law, check
from mlawriter.knowledge.loader import load
from mlawriter.resources import templates_folder


def test_a_finding_names_the_requests_that_can_be_begun_from_it(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    content = 'overlay = true\nid = "deadline_passed"\nstarts = ["preservation"]\n'
    (tmp_path / "checks/deadline_passed.toml").write_text(content, encoding="utf-8")
    law = Law.of(load(templates_folder(), tmp_path))
    case, _ = case_of(CASES / "gen_deadline_passed.toml")
    found = {each.check: each.starts for each in check(law, case, case.requests[0].id, TODAY).report.findings}
    assert found["deadline_passed"] == ("preservation",)
