"""Sentences in capitals are read as if they stood in lower case."""

import pytest

from claims.extraction import find


def test_words_of_a_sentence_in_capitals_are_given_in_lower_case() -> None:
    (figure,) = find("FORTY EU INSPECTORS OF THE RAILWAYS RESIGN")

    assert figure.surface == "FORTY"
    assert figure.assertion is not None
    assert figure.assertion.noun == "EU inspectors"


@pytest.mark.parametrize("text", ["NATO: 32", "UN GDP 32", "The 32 PLACES WERE TAKEN."])
def test_a_few_words_or_a_small_letter_are_no_sentence_in_capitals(text: str) -> None:
    (figure,) = find(text)

    assert figure.assertion is None or not figure.assertion.noun.islower()


def test_places_of_characters_whose_small_letter_is_longer_stay_right() -> None:
    text = "İSTANBUL LOSES 40 BUSES AND İZMİR 12 TRAMS"

    assert [(text[f.start : f.end], f.surface) for f in find(text)] == [("40", "40"), ("12", "12")]


def test_a_text_whose_headline_alone_is_in_capitals_keeps_its_names() -> None:
    text = "MAYOR BANS 30 BUSES\n\nThe Boeing 737 landed before 12 guests, Rosa Brandt said."

    assert [figure.disposition.value for figure in find(text)] == ["claim", "name", "claim"]


def test_an_address_is_no_title() -> None:
    (figure,) = find("Corner House, 57 Wilmot Road, Sandhaven Bay Estate")

    assert figure.assertion is None


def test_a_code_in_a_title_keeps_its_capitals() -> None:
    (figure,) = find("Halden F-150 Wins Prize for Best Truck of the Year")

    assert (figure.surface, figure.disposition.value) == ("F-150", "name")


def test_a_sentence_of_names_is_no_title() -> None:
    ages = find("Anna Berg, 34, and Rosa Brandt, 29, of the Luma Rowers won.")

    assert [figure.assertion.quantity.unit for figure in ages if figure.assertion] == ["year", "year"]
