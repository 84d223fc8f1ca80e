"""A document about one item cites only the articles on its type of assistance."""

from worlds import CASES, case_of, checked, language

from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text


def test_the_draft_agreement_cites_only_the_article_on_joint_investigation() -> None:
    case, _ = case_of(CASES / "mod_joint_investigation_full.toml")
    done = checked(case)
    draft = compose_checked(done.view, done.report, language(), parts=("joint_agreement",))
    assert "(UNTOC), article 19\n" in to_text(draft)
