"""Writers: Word, HTML and plain text."""
