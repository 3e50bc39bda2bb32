"""The form that makes a claim of words of a text: selected there, or written as they stand there."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from claims.admin.wording import word_value
from claims.codelists import Kind
from claims.errors import ClaimsError
from claims.models import Claim
from claims.promotion import SpanRefusedError, find_words, make_claim_from_span
from claims.roles import ADD_CLAIM
from sources.admin.look import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget
from sources.admin.people import get_person
from sources.admin.words import name_controls
from sources.models import Snapshot, Source

KINDS = [
    (Kind.NUMERIC.value, "numeric: its value is read from the words"),
    (Kind.FACTUAL.value, "factual: words only"),
]
MOST_WORDS = 2_000
LAST = 2**31 - 1
"""The largest offset that a column holds."""


class SpanForm(forms.Form):
    """Which words, and which kind of claim; a selection also says where, in the stored text's code points."""

    snapshot = forms.IntegerField(min_value=1, max_value=LAST, widget=forms.HiddenInput())
    start = forms.IntegerField(required=False, min_value=0, max_value=LAST, widget=forms.HiddenInput())
    end = forms.IntegerField(required=False, min_value=0, max_value=LAST, widget=forms.HiddenInput())
    words = forms.CharField(
        max_length=MOST_WORDS, strip=False, widget=UnfoldAdminTextareaWidget(attrs={"rows": 2, "dir": "auto"})
    )
    occurrence = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=LAST,
        widget=UnfoldAdminTextInputWidget(attrs={"type": "number", "min": 1}),
    )
    kind = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect())


def make_span_form(request: HttpRequest, snapshot: Snapshot) -> SpanForm | None:
    """The form for a snapshot, with words that were refused before; None for who may not make claims."""
    if not request.user.has_perm(ADD_CLAIM):
        return None
    words, kind = request.GET.get("words", "")[:MOST_WORDS], request.GET.get("kind", "")
    kind = kind if kind in set(Kind) else Kind.NUMERIC.value
    return SpanForm(initial={"snapshot": snapshot.number, "words": words, "kind": kind})


def make_claim(request: HttpRequest, source: Source, form: SpanForm) -> Claim | None:
    """Make the claim and say so; None, and why, where it is refused."""
    given = form.cleaned_data
    snapshot = source.snapshots.filter(number=given["snapshot"]).first()
    try:
        if snapshot is None:
            raise SpanRefusedError("The source has no such snapshot: open its text anew.")
        start, end = locate(snapshot, given)
        claim = make_claim_from_span(snapshot, start, end, by=get_person(request), kind=Kind(given["kind"]))
    except ClaimsError as error:
        messages.error(request, str(error))
        return None
    value = word_value(claim)
    messages.success(request, f"A claim was made: {value}." if value else "A claim was made of the words.")
    return claim


def locate(snapshot: Snapshot, given: dict[str, Any]) -> tuple[int, int]:
    """Where the words stand: at the selection, if they do stand there, else where they are found.

    Raises SpanRefusedError.
    """
    start, end = given["start"], given["end"]
    if start is None or end is None:
        return find_words(snapshot, given["words"], occurrence=given["occurrence"])
    if _squeeze(name_controls(snapshot.text[start:end])) != _squeeze(given["words"]):
        raise SpanRefusedError("The text there is not what was selected: open it anew and select again.")
    return start, end


def _squeeze(words: str) -> str:
    """The words without blank space, which browsers change in a selection."""
    return "".join(words.split())
