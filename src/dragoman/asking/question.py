"""The one question: who is it?"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.asking.asked import Asked
from dragoman.asking.describing import by_description
from dragoman.asking.identities import Identity, unique
from dragoman.asking.naming import by_likeness, by_name
from dragoman.errors import BadDate, BadUsage
from dragoman.knowledge.exonyms import exonym_languages
from dragoman.knowledge.own import Knowledge
from dragoman.languages import Language, available
from dragoman.languages import language as language_of
from dragoman.model.time import BadTime, Time


def who(
    text: str,
    *,
    on: str | None = None,
    language: str | None = None,
    at: Sequence[int] | None = None,
    knowledge: Knowledge | None = None,
) -> tuple[Identity, ...]:
    """Who or what some words stand for: every reading, most likely first; none where nobody knows.

    `text` is a name ("Lavrov", "Quai d'Orsay", "Géorgie") or a description ("le ministre chinois des Affaires étrangères"), in the
    language (ISO 639) or, without one, in any. Offices and memberships are those of the day `on` (EDTF); without a day, all of them.
    With `at`, `text` is a dispatch published on that day and the question is who is meant by `text[at[0]:at[1]]` in it. `knowledge` is
    the user's own, by default what `dragoman knowledge import` keeps.

    Raises BadDate where `on` is no EDTF, BadUsage for a language in which no names are known or an `at` outside the text,
    UnknownLanguage for a dispatch in a language that no coder knows.
    """
    asked = Asked(text, _checked(on), _languages(language), knowledge if knowledge is not None else Knowledge(), language)
    if at is not None:
        from dragoman.asking.mentioned import by_mention

        return unique(by_mention(asked, *at))
    return unique(by_name(asked, text) or by_description(asked) or by_likeness(asked, text))


def _checked(on: str | None) -> str | None:
    try:
        if on is not None:
            Time.parse(on)
    except BadTime:
        raise BadDate(str(on)) from None
    return on


def _languages(code: str | None) -> tuple[Language, ...]:
    """The language asked for; all of ours where it is none of them, for people and towns are called much the same in every language."""
    if code in available():
        return (language_of(str(code)),)
    if code is not None and code not in exonym_languages():
        raise BadUsage(f"no names are known in language {code!r}")
    return tuple(language_of(one) for one in available())
