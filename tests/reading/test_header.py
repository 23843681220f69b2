"""What a text says about itself: crawlers' headers and datelines."""

from __future__ import annotations

import pytest

from dragoman.reading import Header, find_header


def town(text: str) -> str | None:
    return find_header(text).place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEIRUT, June 3 (Reuters) - The army", "BEIRUT"),
        ("MOSCOU (AP) — Le ministre", "MOSCOU"),
        ("PARIS, 3 juin (AFP) - Le ministre", "PARIS"),
        ("KYIV, Ukraine — Four", "KYIV"),
        ("LE MANS - Trois", "LE MANS"),
        ("NANTES (Loire-Atlantique), 11 nov 2022 (AFP) - Le", "NANTES"),
        ("LAGOS/ABUJA, Sept. 5 (Xinhua) -- The", "LAGOS/ABUJA"),
        ("Beyrouth (AFP) – Le", "Beyrouth"),
        ("PORT-AU-PRINCE, Haïti (AP) — Le", "PORT-AU-PRINCE"),
        ("NEW DELHI: The minister", "NEW DELHI"),
        ("A headline of the day\n\nBy Somebody\n\nROME (AP) — The", "ROME"),
        ("Le président — dit-on — a démenti", None),
        ("« Non » — c'est le mot", None),
        ("ONU : le sommet", None),
        ("", None),
    ],
)
def test_datelines(text: str, expected: str | None) -> None:
    assert town(text) == expected


def test_a_dateline_reaches_to_its_dash() -> None:
    text = "MOSCOU (AP) — Le ministre"
    span = find_header(text).dateline
    assert span is not None
    assert text[span.end :].strip() == "Le ministre"


@pytest.mark.parametrize(
    ("text", "published", "url", "body"),
    [
        (" date 2023-09 MOSCOU (AP) — Le", "2023-09", None, "MOSCOU"),
        (" date 2023-09 \nhttps://news.example/a/b.html\nLe", "2023-09", "https://news.example/a/b.html", "Le"),
        ("date 2023-09-18 www.news.example/a Le", "2023-09-18", "www.news.example/a", "Le"),
        ("URL: https://news.example/a\nDate: 2023-09-18T10:00:00Z\n\nLe", "2023-09-18", "https://news.example/a", "Le"),
        ("date 2023-13 Le", None, None, "date"),
        ("La date 2023-09 est connue", None, None, "La"),
        ("https://news.example/a\nLe", None, None, "https"),
    ],
)
def test_a_crawlers_header(text: str, published: str | None, url: str | None, body: str) -> None:
    header = find_header(text)
    assert (header.published, header.url) == (published, url)
    assert text[header.body :].startswith(body)


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("BEIRUT, June 3 (Reuters) - The", None, None),
        ("BEIRUT, June 3 (Reuters) - The", "2024", "2024-06-03"),
        ("BEIRUT, June 3 (Reuters) - The", "2024-06", "2024-06-03"),
        ("BEIRUT, June 3 (Reuters) - The", "2024-05", "2024-05"),
        ("BEIRUT, June 3 (Reuters) - The", "2024-06-04", "2024-06-04"),
        ("PARIS, 29 février (AFP) - Le", "2023", "2023"),
        ("GENÈVE, 1er mars 2024 (AFP) - Le", None, "2024-03-01"),
        ("date 2024-03 GENÈVE, 1er mars (AFP) - Le", None, "2024-03-01"),
        ("date 2024-03 GENÈVE (AFP) - Le", "2022", "2022"),
        ("Le ministre", "2022", "2022"),
    ],
)
def test_the_date_given_comes_first_then_the_headers_then_the_datelines(text: str, given: str | None, expected: str | None) -> None:
    assert find_header(text).publication(given) == expected


def test_an_empty_header() -> None:
    assert find_header("Le ministre a parlé.") == Header()
