"""Everything that is wrong in the templates beyond the shape of single files, all at once."""

from mlawriter.knowledge.definitions import Knowledge
from mlawriter.knowledge.lint.conditions import check_conditions
from mlawriter.knowledge.lint.deadlines import check_deadlines
from mlawriter.knowledge.lint.grounds import check_grounds
from mlawriter.knowledge.lint.ids import check_ids
from mlawriter.knowledge.lint.parameters import check_parameters
from mlawriter.knowledge.lint.placeholders import check_placeholders
from mlawriter.knowledge.lint.references import check_references
from mlawriter.knowledge.lint.scene import Scene
from mlawriter.knowledge.lint.sources import check_sources
from mlawriter.knowledge.lint.uses import check_uses
from mlawriter.knowledge.lint.words import check_words
from mlawriter.knowledge.problems import Problem

RULES = (
    check_ids,
    check_references,
    check_deadlines,
    check_grounds,
    check_words,
    check_parameters,
    check_sources,
    check_conditions,
    check_placeholders,
    check_uses,
)


def lint(knowledge: Knowledge) -> tuple[Problem, ...]:
    """Return every problem, by file; errors must be mended, warnings are for the author to judge."""
    scene = Scene(knowledge)
    return tuple(sorted((problem for rule in RULES for problem in rule(scene)), key=_place))


def _place(problem: Problem) -> tuple[str, str]:
    return problem.file, problem.key
