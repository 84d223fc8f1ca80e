"""Run every benchmark and print one table each: `python -m bench [--quick] [NAME ...]`."""

import argparse
import importlib
import pkgutil
from typing import Protocol, cast

import bench


class Benchmark(Protocol):
    """A module of this folder: `report(quick)` returns the lines of its table."""

    def report(self, *, quick: bool) -> list[str]: ...


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="which benchmarks (all)")
    parser.add_argument("--quick", action="store_true", help="few rounds: shows that they run, not how fast")
    chosen = parser.parse_args()
    names = [entry.name for entry in pkgutil.iter_modules(bench.__path__) if not entry.name.startswith("_")]
    for name in names:
        if chosen.names and name not in chosen.names:
            continue
        module = importlib.import_module(f"bench.{name}")
        if not hasattr(module, "report"):
            continue
        print(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}")
        for line in cast("Benchmark", module).report(quick=chosen.quick):
            print("  " + line)


if __name__ == "__main__":
    main()
