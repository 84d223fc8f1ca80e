"""Case files on disk."""
