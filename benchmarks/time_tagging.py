"""What finding and resolving time expressions costs beside parsing the same texts: benchmarks/time_tagging.py [FILE.txt ...] [--runs N]

Without files the dispatches in `examples/`. Parsing and tagging take turns in one run, the words of the languages loaded before the clock
starts, and the fastest of the runs counts for each. Prints a row a language: characters, seconds to parse, to find, to resolve, and the
share of the last two in the first, in per cent.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from dragoman.finding.times import find_times
from dragoman.languages import language
from dragoman.model.text import Document, Parsed
from dragoman.model.time import Time
from dragoman.parsing import identify, parse
from dragoman.resolving.dates import resolve_times

EXAMPLES = Path(__file__).parents[1] / "examples"
PUBLISHED = "2024-05-13"


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = process_time()
    done = work()
    return process_time() - start, done


def found(parsed: list[Parsed], code: str) -> list[list[Any]]:
    words = language(code).times
    return [[e for s in p.sentences for e in find_times(s, words)] for p in parsed]


def measure(code: str, texts: list[str], runs: int) -> str:
    documents = [Document(str(i), text) for i, text in enumerate(texts)]
    found([parse(documents[0], code)], code)
    best = [float("inf")] * 3
    day = Time.parse(PUBLISHED)
    for _ in range(runs):
        parsing, parsed = timed(lambda: [parse(d, code) for d in documents])
        finding, expressions = timed(lambda parsed=parsed: found(parsed, code))
        pairs = list(zip(expressions, parsed, strict=True))
        resolving, _ = timed(lambda pairs=pairs: [resolve_times(e, p.sentences, day) for e, p in pairs])
        best = [min(pair) for pair in zip(best, (parsing, finding, resolving), strict=True)]
    share = 100 * (best[1] + best[2]) / best[0]
    return f"{code}  {sum(map(len, texts)):>8} {best[0]:8.3f} {best[1]:8.4f} {best[2]:8.4f} {share:7.2f} %"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="*", type=Path, default=sorted(EXAMPLES.glob("*.txt")))
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    texts: dict[str, list[str]] = {}
    for path in chosen.files:
        text = path.read_text("utf-8")
        texts.setdefault(identify(text, ("en", "fr")) or "en", []).append(text)
    print("      chars    parse     find  resolve   share")
    for code, held in sorted(texts.items()):
        print(measure(code, held, chosen.runs))


if __name__ == "__main__":
    main()
