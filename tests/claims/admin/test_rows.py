"""What the lists and the desk say of a claim."""

import pytest

from claims.admin.rows import ClaimRow
from claims.models import Claim


@pytest.mark.parametrize(
    ("noun", "denominator", "words"),
    [
        ("patients", "", "patients"),
        ("", "all crime", "all crime"),
        ("patients", "those asked", "patients of those asked"),
        ("", "", "–"),
        ("<b>", "", "&lt;b&gt;"),
    ],
)
def test_a_claim_tells_what_it_counts_and_of_what_it_is_a_share(
    noun: str, denominator: str, words: str
) -> None:
    assert ClaimRow(claim=Claim(noun=noun, denominator=denominator)).of_what == f"<bdi>{words}</bdi>"
