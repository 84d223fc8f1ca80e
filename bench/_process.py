"""Whole processes, run as an installed program runs: with the bytecode of every module kept from an earlier start."""

import os
import subprocess
import sys


def run(script: str, folder: str, *arguments: str) -> str:
    """Run a script in a process of its own, with settings and bytecode in a private folder; return what it prints."""
    private = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", script, *arguments]
    surroundings = {**kept, **private, "QT_QPA_PLATFORM": platform}
    return subprocess.run(command, check=True, env=surroundings, capture_output=True, encoding="utf-8").stdout
