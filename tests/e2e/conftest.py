"""The program as its users have it: installed, started as a command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def program() -> str:
    """The installed command."""
    beside = Path(sys.executable).with_name("mlawriter")
    found = str(beside) if beside.exists() else shutil.which("mlawriter")
    assert found, "the command mlawriter is not installed"
    return found


@pytest.fixture
def run(program: str, tmp_path: Path) -> Run:
    """Run the command in an empty folder, with no display and no language of the surroundings."""

    def call(*arguments: str, ok: int = 0, **extra: str) -> subprocess.CompletedProcess[str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONDONTWRITEBYTECODE") if name in os.environ}
        surroundings = {**kept, "LANG": "C", "XDG_DATA_HOME": str(tmp_path / "data"), **extra}
        done = subprocess.run(
            [program, *arguments], capture_output=True, encoding="utf-8", cwd=tmp_path, env=surroundings, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == ok, (done.stdout, done.stderr)
        return done

    return call
