"""How long a single question takes from the shell, as a multiple of the bare interpreter's start: benchmarks/start_up.py [RUNS]"""

from __future__ import annotations

import subprocess
import sys
import time

MAIN = "from dragoman.cli import main; main()"
QUESTION = (sys.executable, "-c", MAIN, "who", "the Chinese foreign minister", "--on", "2023-08-01")
BARE = (sys.executable, "-c", "pass")


def seconds(command: tuple[str, ...], runs: int) -> float:
    """The best of so many runs."""
    return min(_once(command) for _ in range(runs))


def _once(command: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    question, bare = seconds(QUESTION, count), seconds(BARE, count)
    print(f"who: {question:.2f} s, {question / bare:.0f} times the bare interpreter's {bare:.3f} s")
