"""From a case to the blocks of a letter."""
