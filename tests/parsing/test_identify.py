"""Which language a text is written in, decided without a net."""

from __future__ import annotations

import pytest

from dragoman.languages import available
from dragoman.parsing import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre a quitté la capitale mardi soir, a indiqué son porte-parole.", "fr"),
        ("The minister left the capital on Tuesday evening, his spokesman said.", "en"),
        ("El ministro salió de la capital el martes por la noche, dijo su portavoz.", "es"),
        ("Der Minister verließ am Dienstagabend die Hauptstadt, sagte sein Sprecher.", "de"),
        ("غادر الوزير العاصمة مساء الثلاثاء", "ar"),
        ("L'Otan se réunit lundi.", "fr"),
        ("NATO meets on Monday.", "en"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert identify(text, available()) == code


@pytest.mark.parametrize("text", ["", "  \n", "2024-05-06", "… — 12 !"])
def test_a_text_without_letters_has_none(text: str) -> None:
    assert identify(text, available()) is None


def test_line_breaks_do_not_matter() -> None:
    assert identify("Le ministre\n\na quitté\r\nla capitale\u2028mardi soir.", available()) == "fr"


def test_the_start_of_a_long_text_decides() -> None:
    french = "Le ministre a quitté la capitale mardi soir. " * 100
    assert identify(french + "The minister left on Tuesday. " * 2000, available()) == "fr"
