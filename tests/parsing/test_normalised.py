"""The text that the parsers see, and the way back from it to the text as read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parsing.normalised import normalise

INVISIBLE = ["\u00ad", "\u200b", "\ufeff", "\u200f"]
BLANKS = ["\u00a0", "\u202f", "\u2009", "\t", "\r"]
texts = st.text(st.one_of(st.characters(), st.sampled_from([*INVISIBLE, *BLANKS, *"’“«».\n ab"])), max_size=60)


@pytest.mark.parametrize(
    ("read", "plain"),
    [
        ("L’accord", "L'accord"),
        ("“Never”, he said", '"Never", he said'),
        ("« Jamais »", "« Jamais »"),
        ("„Nie“", '"Nie"'),
        ("12\u202f000\u00a0hommes", "12 000 hommes"),
        ("une\tligne\r", "une ligne "),
        ("vice‑président", "vice-président"),
    ],
)
def test_marks_and_blanks_are_made_plain_one_for_one(read: str, plain: str) -> None:
    made = normalise(read)
    assert made.text == plain
    assert made.offsets == tuple(range(len(read) + 1))


@pytest.mark.parametrize("mark", INVISIBLE)
def test_a_word_with_invisible_marks_inside_is_found_whole(mark: str) -> None:
    read = f"Une {mark}am{mark}bas{mark}sade brûle"
    made = normalise(read)
    assert made.text == "Une ambassade brûle"
    start, end = made.as_read(4, 13)
    assert read[start:end] == f"am{mark}bas{mark}sade"


def test_line_breaks_stay() -> None:
    assert normalise("Un\nDeux\n\nTrois").text == "Un\nDeux\n\nTrois"


@pytest.mark.parametrize(
    ("read", "repaired"),
    [
        ("pour affaiblir. la coalition", "pour affaiblir  la coalition"),
        ("the ships left. the harbour", "the ships left  the harbour"),
        ("en 2022. dans un coup", "en 2022  dans un coup"),
        ("reprendra l'an. prochain", "reprendra l'an  prochain"),
        ("Roux et al. ont écrit", "Roux et al. ont écrit"),
        ("Elle part.  vers Oslo", "Elle part   vers Oslo"),
        ("des blindés, des obus, etc. qui manquent", "des blindés, des obus, etc. qui manquent"),
        ("Norway vs. the others", "Norway vs. the others"),
        ("Il part. Elle reste.", "Il part. Elle reste."),
        ("version 2.0 de la charte", "version 2.0 de la charte"),
    ],
)
def test_a_full_stop_before_a_small_letter_is_blanked_unless_it_abbreviates(read: str, repaired: str) -> None:
    made = normalise(read)
    assert made.text == repaired
    assert made.offsets == tuple(range(len(read) + 1))


def test_a_stretch_taken_out_leaves_the_rest_where_it_was() -> None:
    read = "OSLO (NTB) — Le\u00ad ministre part."
    made = normalise(read)
    left = made.without(0, made.at_or_after(read.index("Le")))
    assert left.text.strip() == "Le ministre part."
    place = left.text.index("ministre")
    assert left.as_read(place, place + 8) == (read.index("ministre"), read.index("ministre") + 8)


def test_the_place_of_a_dropped_character_is_that_of_the_next() -> None:
    made = normalise("a\u00adb")
    assert made.text[made.at_or_after(1)] == "b"
    assert made.at_or_after(3) == len(made.text)


@given(texts)
def test_every_character_leads_back_to_one_of_the_text(read: str) -> None:
    made = normalise(read)
    assert len(made.offsets) == len(made.text) + 1
    assert made.offsets[-1] == len(read)
    assert all(a < b for a, b in zip(made.offsets, made.offsets[1:], strict=False))
    assert all(made.text[i] == read[made.offsets[i]] for i in range(len(made.text)) if made.text[i].isalnum())


@given(texts, st.data())
def test_a_span_leads_back_to_a_span(read: str, data: st.DataObject) -> None:
    made = normalise(read)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    first, last = made.as_read(start, end)
    assert 0 <= first <= last <= len(read)
    assert (first < last) == (start < end)
