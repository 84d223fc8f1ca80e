"""Proofreading catalogues: what is wrong with a translation, without knowing the language."""
