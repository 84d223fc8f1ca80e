"""MLA Writer: requests for mutual legal assistance and extradition, written offline."""

__version__ = "0.1.0"
