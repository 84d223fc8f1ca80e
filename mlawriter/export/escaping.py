"""Words in HTML and SVG, whatever signs are in them."""


def escape(text: str) -> str:
    """Return a text for HTML or for an attribute; `html.escape` says the same and loads all named characters."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")
