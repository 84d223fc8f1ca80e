"""Use cases, free of any window."""
