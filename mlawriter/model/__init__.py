"""The case as a frozen value."""
