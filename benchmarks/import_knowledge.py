"""Imports a made FollowTheMoney file and looks names up: benchmarks/import_knowledge.py [--lines 1000000]

People, positions and occupancies stand in scattered order, always the same. The import runs in a process of its own, whose peak memory is
measured; then 10,000 names are looked up at random. The yardstick beside it: how long `json.loads` alone takes for the same lines.
Exit code 1 where a bar is not met: peak under 1 GB, median look-up under 1 ms.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dragoman.knowledge.own import Knowledge
from dragoman.knowledge.states import by_alpha2

MOST_MEMORY = 1000.0
"""MB."""
SLOWEST = 1.0
"""Milliseconds, median."""
LOOKUPS = 10_000
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]
TITLES = (
    "Minister of Foreign Affairs",
    "Minister of Defence",
    "Member of Parliament",
    "Governor of the {} Province",
    "Director of the {} Agency",
)
IMPORT = """
import sys
from pathlib import Path
from dragoman.knowledge.own import import_file
from dragoman.languages.office_names import office_named
print(import_file(Path(sys.argv[1]), Path(sys.argv[2]), office=office_named))
"""


def name(number: int) -> str:
    """The name of the person of a number: three words of a few syllables, hardly ever the same twice."""
    words = random.Random(number)
    return " ".join("".join(words.choices(SYLLABLES, k=words.randint(2, 3))).capitalize() for _ in range(3))


def entities(lines: int) -> Iterator[str]:
    """Half people, a tenth positions, the rest occupancies; where a line stands says nothing of what it is."""
    people, posts = lines // 2, lines // 10
    countries = sorted(code.lower() for code in by_alpha2())
    order = list(range(lines))
    random.Random(0).shuffle(order)
    for number in order:
        chance = random.Random(number)
        if number < people:
            aliases = [f"{name(number)} {chance.choice(SYLLABLES).capitalize()}"] if chance.random() < 0.5 else []
            yield entity(number, "Person", name=[name(number)], alias=aliases, country=[chance.choice(countries)], topics=["role.pep"])
        elif number < people + posts:
            country = chance.choice(countries)
            title = chance.choice(TITLES).format(chance.choice(SYLLABLES).capitalize())
            yield entity(number, "Position", name=[f"{title} of {by_alpha2()[country.upper()].name}"], country=[country])
        else:
            year = chance.randint(1990, 2020)
            holder, post = f"x-{chance.randrange(people)}", f"x-{people + chance.randrange(posts)}"
            yield entity(number, "Occupancy", holder=[holder], post=[post], startDate=[f"{year}-05-01"], endDate=[str(year + 4)])


def entity(number: int, schema: str, **properties: list[str]) -> str:
    return json.dumps({"id": f"x-{number}", "schema": schema, "properties": properties}) + "\n"


def measured(lines: int, folder: Path) -> Iterator[tuple[str, str, bool]]:
    """What is measured, its value, and whether its bar is met."""
    file = folder / "made.ftm.json"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(entities(lines))
    yield "file", f"{lines:,} lines, {file.stat().st_size / 1e6:,.0f} MB", True
    begin = time.perf_counter()
    with file.open("rb") as raw:
        for line in raw:
            json.loads(line)
    yield "yardstick: json.loads alone", f"{time.perf_counter() - begin:.1f} s", True
    begin = time.perf_counter()
    said = subprocess.run([sys.executable, "-c", IMPORT, file, folder / "kept"], check=True, capture_output=True, text=True).stdout
    yield "import", f"{time.perf_counter() - begin:.1f} s: {said.splitlines()[1]}", True
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    yield "peak memory", f"{peak:,.0f} MB (bar {MOST_MEMORY:,.0f})", peak < MOST_MEMORY
    yield "kept", f"{sum(path.stat().st_size for path in (folder / 'kept').iterdir()) / 1e6:,.0f} MB", True
    took = look_up(Knowledge(folder / "kept"), lines // 2)
    median = statistics.median(took)
    yield "look-up, median", f"{median:.3f} ms (bar {SLOWEST:.0f})", median < SLOWEST
    yield "look-up, slowest of 100", f"{statistics.quantiles(took, n=100)[-1]:.3f} ms", True


def look_up(knowledge: Knowledge, people: int) -> list[float]:
    """Milliseconds that each of many random names took to be found."""
    took = []
    for number in random.Random(1).choices(range(people), k=LOOKUPS):
        wanted = name(number)
        begin = time.perf_counter()
        found = knowledge.find(wanted)
        took.append((time.perf_counter() - begin) * 1000)
        assert any(known.id == f"x-{number}" for known in found), wanted
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1_000_000)
    table = Table("measured", "value", "")
    with tempfile.TemporaryDirectory() as folder:
        figures = list(measured(parser.parse_args().lines, Path(folder)))
    for what, value, met in figures:
        table.add_row(what, value, "" if met else "NOT MET")
    Console().print(table)
    return 0 if all(met for *_, met in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
