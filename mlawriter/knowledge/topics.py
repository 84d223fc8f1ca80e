"""The topics of `own_article.topic` that the program itself looks for, by family of requests."""

from collections.abc import Mapping

CONTENT: Mapping[str, str] = {"assistance": "content", "extradition": "ext_contents"}
"""What a request must contain."""
