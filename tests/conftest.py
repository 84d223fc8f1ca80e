"""What all tests share."""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write the golden letters anew; read them before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the golden letters anew")
