"""The rules that templates must keep, one module per theme."""
