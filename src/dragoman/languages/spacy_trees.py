"""spaCy pipelines as parsers: tokens and trees out of a model package, sentence boundaries forced from outside."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dragoman.model.text import Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sent

Convert = Callable[[list[Token]], list[Token]]


@dataclass(frozen=True)
class SpacyParser:
    """A spaCy model as a `Parser`. `convert` turns the tokens of one sentence into Universal Dependencies.

    `asides` are words that say nothing for coding and break trees ("quant à lui"): they are blanked before parsing, offsets hold.
    `spell` mends what the press leaves out, character for character ("A Paris").
    `whole` finds adjectives of nations that are one word, though the model's rules would cut them.
    """

    pipeline: Pipeline
    convert: Convert
    asides: re.Pattern[str]
    spell: Callable[[str], str] = str
    whole: re.Pattern[str] | None = None

    def __call__(self, paragraphs: Sequence[str], starts: Sequence[Sequence[int]]) -> Iterator[list[list[Token]]]:
        docs = (self._cut(text, set(offsets)) for text, offsets in zip(paragraphs, starts, strict=True))
        for doc in self.pipeline.pipe(docs, batch_size=32):
            yield [lift_from_auxiliaries(self.convert(_tokens(sent))) for sent in doc.sents if sent.text.strip()]

    def _cut(self, text: str, starts: set[int]) -> Doc:
        doc = self.pipeline.make_doc(self.spell(self.asides.sub(lambda m: " " * len(m.group()), text)))
        if self.whole:
            _join(doc, self.whole)
        pending = True
        for token in doc:
            pending = pending or any(o in starts for o in range(token.idx, token.idx + len(token)))
            token.is_sent_start = pending and not token.is_space
            pending = pending and token.is_space
        return doc


def load_pipeline(package: str, exclude: Sequence[str] = ()) -> Pipeline:
    """The pipeline of an installed model package."""
    module = importlib.import_module(package)
    pipeline: Pipeline = module.load(exclude=list(exclude))
    return pipeline


def keep_whole(pipeline: Pipeline, words: Iterable[str]) -> None:
    """Makes each of the words one token, whatever the model's rules would cut it into."""
    tokenizer: Any = pipeline.tokenizer
    for word in words:
        tokenizer.add_special_case(word, [{"ORTH": word}])


def _join(doc: Doc, whole: re.Pattern[str]) -> None:
    spans = [doc.char_span(*found.span()) for found in whole.finditer(doc.text)]
    with doc.retokenize() as retokenizer:
        for span in spans:
            if span is not None and len(span) > 1:
                retokenizer.merge(span, attrs={"ENT_TYPE": "NORP", "ENT_IOB": 3})


def lift_from_auxiliaries(tokens: list[Token]) -> list[Token]:
    """In Universal Dependencies nothing hangs on an auxiliary: what the parser hung there goes to its verb."""
    heads = {t.index: t.head for t in tokens if t.dep.startswith("aux") and t.head != t.index}
    return [replace(t, head=heads[t.head]) if t.head in heads and heads[t.head] != t.index else t for t in tokens]


def _tokens(sent: Sent) -> list[Token]:
    words = [t for t in sent if not t.is_space]
    places = {t.i: n for n, t in enumerate(words)}
    return [
        Token(
            index=n,
            text=t.text,
            lemma=t.lemma_ or t.text,
            pos=t.pos_,
            feats=t.morph.to_dict(),
            head=places.get(t.head.i, n),
            dep="root" if t.dep_ == "ROOT" else t.dep_,
            start=t.idx,
            end=t.idx + len(t),
            entity=t.ent_type_,
        )
        for n, t in enumerate(words)
    ]
