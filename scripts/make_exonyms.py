"""Makes src/dragoman/knowledge/exonyms.tsv.gz: what the states are called in other languages, from CLDR through babel.

python scripts/make_exonyms.py      (needs babel, which is no dependency: 33 MB for what comes to a small table)

A row is a folded name, a state's code and the languages (ISO 639) in which it is called so, in the order of the names; the languages
of `languages/` are left out, for their own names.tsv says more.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

from dragoman.knowledge.places import fold
from dragoman.knowledge.states import by_alpha2
from dragoman.languages import available

TABLE = Path(__file__).parents[1] / "src" / "dragoman" / "knowledge" / "exonyms.tsv.gz"


def rows() -> list[str]:
    held: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for locale in map(Locale.parse, sorted(locale_identifiers())):
        if locale.language in available():
            continue
        for alpha2, state in by_alpha2().items():
            name = locale.territories.get(alpha2)
            if name and name != alpha2 and fold(name):
                held[fold(name), state.code].add(locale.language)
    return [f"{name}\t{code}\t{','.join(sorted(languages))}" for (name, code), languages in sorted(held.items())]


if __name__ == "__main__":
    text = "\n".join(("name\tcode\tlanguages", *rows())) + "\n"
    TABLE.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(text.splitlines()) - 1} names, {TABLE.stat().st_size} bytes")
