"""Findings: what is missing or wrong in a request, and why."""
