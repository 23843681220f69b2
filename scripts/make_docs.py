"""Writes what the documents show of the program.

python scripts/make_docs.py           the tables of docs/codebook.md, from the ontology
python scripts/make_docs.py --check   says whether those tables are up to date
python scripts/make_docs.py --view    the README's view and record, from its example dispatch
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from dragoman.ontology import Act, ontology
from dragoman.ontology.reach import out_of_reach

ROOT = Path(__file__).parents[1]
CODEBOOK = ROOT / "docs" / "codebook.md"
README = ROOT / "README.md"
EXAMPLE = ROOT / "examples" / "visite-astana.txt"
MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.S)


def types() -> str:
    rows = (
        (f"**{one.name}**", one.quad, f"{one.intensity:+.1f}", one.planned if one.planned != one.name else "stays")
        for one in ontology().types.values()
    )
    return _table(("type", "quad class", "intensity", "while still to come"), rows)


def modes() -> str:
    pairs = ((one, mode) for one in ontology().types.values() for mode in one.modes.values())
    rows = ((one.name, f"*{mode.name}*", f"{mode.intensity:+.1f}", mode.means) for one, mode in pairs)
    return _table(("type", "mode", "intensity", "what it means"), rows)


def contexts() -> str:
    return _table(("context", "what it is about"), ((f"`{name}`", means) for name, means in ontology().contexts.items()))


def acts() -> str:
    return _table(("act", "type and mode", "CAMEO", "what it means"), map(_act, ontology().acts.values()))


def unreached() -> str:
    known = out_of_reach()
    kinds = ((f"**{kind}** without a mode", reason) for kind, reason in known.modes.items())
    return _table(("not reached", "why"), (*kinds, *((f"CAMEO {root}", reason) for root, reason in known.roots.items())))


TABLES = {"types": types, "modes": modes, "contexts": contexts, "acts": acts, "unreached": unreached}


def written(text: str) -> str:
    """The codebook with every marked table made anew."""
    return MARKED.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", text)


def viewed(text: str) -> str:
    """The README with its view and its record made anew."""
    from rich.console import Console

    from dragoman import code, read
    from dragoman.showing.terminal import show

    coded = code(next(read(EXAMPLE)))
    page = io.StringIO()
    Console(file=page, width=118).print(show(coded))
    view = "\n".join(line.rstrip() for line in page.getvalue().rstrip().splitlines())
    record = ",\n".join(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in coded.records()[0].items())
    return _block(_block(text, "view", "text", view), "record", "json", f"{{\n{record}\n}}")


def _block(text: str, name: str, kind: str, content: str) -> str:
    block = f"<!-- {name} -->\n```{kind}\n{content}\n```\n<!-- end -->"
    return re.sub(rf"<!-- {name} -->.*?<!-- end -->", lambda _: block, text, flags=re.S)


def _act(act: Act) -> tuple[str, ...]:
    pair = f"{act.type} *{act.mode}*" if act.mode else act.type
    return f"`{act.name}`", pair, act.cameo, f"{act.means} (symmetric)" if act.symmetric else act.means


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def main() -> int:
    if "--view" in sys.argv[1:]:
        README.write_text(viewed(README.read_text("utf-8")), "utf-8")
        return 0
    now = CODEBOOK.read_text("utf-8")
    fresh = written(now)
    if "--check" in sys.argv[1:]:
        if now != fresh:
            print(f"{CODEBOOK.name} is out of date: run python scripts/make_docs.py", file=sys.stderr)
        return int(now != fresh)
    CODEBOOK.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
