"""Names of things in a case."""

from typing import NewType

RequestId = NewType("RequestId", str)
"""Id of one request in a case (`r1`)."""

RowId = NewType("RowId", str)
"""Id of one row of a list (`p1`); unique in the whole case and kept when rows are reordered."""

FieldName = NewType("FieldName", str)
"""Dotted name of a field: `case.facts_summary`, `request.purpose`, `offence.title`, `item.bank`."""

ListName = NewType("ListName", str)
"""Plural name of a list of rows: `persons`, `offences`, `items`, `guarantees`, `documents`."""

Scope = NewType("Scope", str)
"""Where an answer lives: `case`, or the id of a request."""

CASE = Scope("case")
