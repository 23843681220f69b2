"""The nationality that the words beside a name tell of its bearer."""

from __future__ import annotations

from dragoman.model.mentions import Mention
from dragoman.model.text import Sentence
from dragoman.resolving.reading import Reading

APPOSITION = 9
"""Words within which an apposition behind a name ends."""


def nationality(reading: Reading, sentence: Sentence, mention: Mention) -> str | None:
    """`le Kényan William Ruto`, `Turkish striker X`, `X, a Kenyan runner,`: the nationality of the nouns beside a name."""
    return _before(reading, sentence, mention) or _ahead(reading, sentence, mention) or _behind(reading, sentence, mention)


def _before(reading: Reading, sentence: Sentence, mention: Mention) -> str | None:
    for index in range(mention.first - 1, max(-1, mention.first - 5), -1):
        referent = reading.referents.get((mention.sentence, index))
        if referent and referent.kind in ("adjective", "demonym", "group"):
            return referent.codes[0]
        if sentence[index].pos in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP"):
            return None
    return None


def _ahead(reading: Reading, sentence: Sentence, mention: Mention) -> str | None:
    """`son collègue russe à l'ONU, X,`: the nationality of the person whom a name between marks tells."""
    after = sentence[mention.last + 1].text if mention.last + 1 < len(sentence) else "."
    if not mention.first or sentence[mention.first - 1].text != "," or after not in (",", ".", ";"):
        return None
    for token in reversed(sentence.tokens[max(0, mention.first - 1 - APPOSITION) : mention.first - 1]):
        referent, noun = reading.referents.get((sentence.index, token.index)), sentence[token.head]
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") or (referent and referent.person):
            return None
        if referent and referent.kind == "adjective" and noun.feats.get("Number") != "Plur":
            agents = reading.language.grammar.agents - reading.language.grammar.quantity_words
            return referent.codes[0] if noun.lemma.lower() in agents else None
    return None


def _behind(reading: Reading, sentence: Sentence, mention: Mention) -> str | None:
    """The nationality in an apposition set off by commas: of a noun in the singular, closed before any verb."""
    if mention.last + 1 >= len(sentence) or sentence[mention.last + 1].text != ",":
        return None
    found: list[str] = []
    for token in sentence.tokens[mention.last + 2 : mention.last + 2 + APPOSITION]:
        if token.text in (",", ".", "(", "-", "–", "—") or token.pos == "SCONJ":
            return found[0] if found else None
        referent = reading.referents.get((mention.sentence, token.index))
        noun = sentence[token.head] if token.pos == "ADJ" or token.relation == "compound" else token
        origin = token.lemma.lower() in reading.language.grammar.origin_words
        if (token.pos in ("VERB", "AUX", "CCONJ") and not origin) or (referent and noun.feats.get("Number") == "Plur"):
            return None
        of_origin = any(t.lemma.lower() in reading.language.grammar.origin_words for t in sentence.tokens[token.index - 3 : token.index])
        if referent and referent.codes and (of_origin or referent.kind in ("adjective", "demonym", "region")):
            found.append(referent.codes[0])
    return None
