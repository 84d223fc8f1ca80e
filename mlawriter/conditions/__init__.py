"""Conditions of the law, answered true, false or unknown."""
