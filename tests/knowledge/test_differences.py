"""A field that families of requests share can need something else in one of them, and offer other choices."""

from mlawriter.knowledge.definitions import Difference, Field, Kind, Need, Record, Section
from mlawriter.knowledge.structure import structure

BIRTH = {
    "id": "dob",
    "kind": "day",
    "label": "Date of birth",
    "need": "recommended",
    "code": "GEN-022",
    "cites": ["practice"],
    "differs": {"extradition": {"need": "optional", "essential_if": "person.sought", "code": ""}},
}


def test_a_family_changes_only_what_it_says() -> None:
    field, problems = structure(Field, BIRTH, "records/person.toml")
    assert not problems
    there = field.within("extradition")
    assert (there.need, there.essential_if, there.code) == (Need.OPTIONAL, "person.sought", "")
    assert (there.label, there.cites) == (field.label, ("practice",))


def test_elsewhere_the_field_stays_as_it_is() -> None:
    field = Field(id="dob", kind=Kind.DAY, label="Date of birth", differs={"extradition": Difference(code="C021")})
    assert field.within("assistance") is field


def test_an_unknown_key_of_a_difference_is_named() -> None:
    _, problems = structure(Field, BIRTH | {"differs": {"extradition": {"ltr": True}}}, "records/person.toml")
    assert [problem.key for problem in problems] == ["differs.extradition"]


def test_some_choices_are_offered_in_one_family_only() -> None:
    field = Field(
        id="type",
        kind=Kind.CHOICE,
        label="Kind",
        choices={"statute": "law", "warrant": "warrant", "oath_notice": "oath"},
        choices_in={"extradition": ("warrant",), "assistance": ("oath_notice",)},
    )
    assert field.offered("extradition") == ("statute", "warrant")
    assert field.offered("assistance") == ("statute", "oath_notice")


def test_of_several_beginnings_the_longest_counts() -> None:
    field = Field(
        id="topic",
        kind=Kind.CHOICE,
        label="Topic",
        choices={"content": "contents", "ext_dual": "dual criminality"},
        choices_in={"assistance": ("*",), "extradition": ("ext_*",)},
    )
    assert field.offered("extradition") == ("ext_dual",)
    assert field.offered("assistance") == ("content",)


def test_other_words_can_stand_over_a_group_of_questions_and_a_list() -> None:
    section = Section(id="nexus", title="Why there", scope="request", title_in={"extradition": "Earlier contacts"})
    assert section.within("extradition").title == "Earlier contacts"
    assert section.within("assistance").title == "Why there"
    record = Record(
        id="property",
        plural="properties",
        title="Asset",
        title_plural="Assets",
        name="{property.description}",
        intro="All.",
        intro_in={"extradition": "Some."},
    )
    assert (record.within("extradition").intro, record.within("assistance").intro) == ("Some.", "All.")
