"""The placeholders that the program fills itself, besides those that name a field."""

MARK = "mark"
"""`{person.mark}`: what the letter calls the row at hand (`P1`)."""

NAME = "name"
"""`{person.name}`: what the row at hand is called."""

LETTER = "item.letter"
"""The letter of the item at hand."""

FULL = ".full"
"""`{item.accounts.full}`: the rows that a field refers to, in full."""

MARKS = ".marks"
"""`{property.offences.marks}`: only the marks of the rows that a field refers to (`O1 and O2`)."""

NAMES = ".names"
"""`{request.person_sought.names}`: the rows that a field refers to by name only, for a paper that stands alone."""

OFFICIAL, OF, IN = ".official", ".of", ".in"
"""`{case.requesting_state.official}`: the official name of a State, as after a label; `.of` the same after `the
competent authorities`, `.in` as a place: the forms are data of each language (`locales/<lang>/states.toml`)."""

ARTICLES = "guarantee.articles"
"""The articles of the legal bases that the undertaking at hand rests on; write it with a question mark."""

OF_THE_REQUEST = frozenset({"request.bases_citation", "request.assistance_summary"})
"""Lists that the program puts together for the letter; in the clauses of an item and in a document about one item,
the legal bases are those that cover that type of assistance, with their articles on it."""

BY_HAND = frozenset({"blank", "tick"})
"""`{blank}` and `{tick}`: a ruled blank and an empty box, to be filled in by hand on paper."""

USED_BY_PROGRAM = frozenset(
    {
        "request.basis_articles",
        "request.other_mla_treaty",
        "request.letter_language",
        "guarantee.own_text",
        "item.item_title",
        "document.file",
        "document.translation_file",
        "own_name.what",
        "own_name.code",
        "own_name.language",
        "own_name.name",
    }
)
"""Fields whose answers the program itself uses, so that no clause need print them."""

OF_INSTRUMENTS = frozenset({"item.alternatives", "request.bases_unconfirmed", "request.governing"})
"""Computed members that hold ids of instruments."""

IN_FINDINGS = OF_INSTRUMENTS | {"request.annexes_unlisted"}
"""Computed members that the message of a check may name."""

ARTICLES_ON = "basis."
"""`{basis.bank_secrecy?}`: the articles of the legal bases on a topic; the line is left out if there is none."""


GROUND_ARTICLES = "ground_articles"
"""`{refusal_ground.ground_articles?}`: the articles of the legal bases on the ground that the row names."""


OF_STATES = (OFFICIAL, OF, IN)
"""The ways in which a State is given."""
_WAYS = frozenset((FULL, MARKS, NAMES, *OF_STATES))


def plain(name: str) -> str:
    """Return the name of a field without the way in which its rows or its State are given."""
    owner, _, way = name.rpartition(".")
    return owner if "." in owner and f".{way}" in _WAYS else name


def of_row(record: str) -> frozenset[str]:
    """Return the built-in placeholders of a row of a record."""
    special = {"item": {LETTER}, "guarantee": {ARTICLES}}
    return frozenset({f"{record}.{MARK}", f"{record}.{NAME}"} | special.get(record, set()))
