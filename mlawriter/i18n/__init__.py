"""Messages, translators and CLDR formatting."""
