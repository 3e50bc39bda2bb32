"""A reviewer at the ledger of a source in a real browser."""

from django.contrib.auth.models import User
from django.urls import reverse

from claims.models import Claim
from tests.browser.conftest import LogIn
from tests.builders import make_claim, make_sentence


def test_selected_words_become_a_claim_where_they_were_selected(log_in: LogIn, editor: User) -> None:
    text = "The 🚢 port has 4 cranes; it handled 70 percent of all exports and has 4 cranes."
    claim = make_claim(sentence=make_sentence(text))
    page = log_in(editor)
    page.goto(reverse("admin:sources_source_change", args=[claim.sentence.snapshot.source_id]))
    page.evaluate(
        """const text = document.querySelector(".source-text");
        const texts = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        let last;
        while (texts.nextNode()) if (texts.currentNode.data.includes("4 cranes")) last = texts.currentNode;
        const start = last.data.lastIndexOf("4 cranes");
        getSelection().setBaseAndExtent(last, start, last, start + 8);"""
    )
    page.wait_for_function("document.getElementById('claim-form').elements.words.value === '4 cranes'")

    with page.expect_navigation():
        page.get_by_role("button", name="Make the claim").click()

    made = Claim.objects.exclude(pk=claim.pk).get()
    assert page.url.endswith(reverse("admin:claims_claim_change", args=[made.pk]))
    assert (made.start, made.quote) == (text.rindex("4 cranes"), "4 cranes")
    assert (made.low, made.high, made.created_by) == (4, 4, editor)
