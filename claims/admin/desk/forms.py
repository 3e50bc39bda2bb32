"""What a person can hand in at the desk, apart from the claim's own fields."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from claims.codelists import Kind
from claims.models import Claim, Exhibit, Judgement
from claims.promotion import SpanRefusedError, find_span
from claims.verdicts import GIVEN, Outcome, Stance
from sources.admin.look import (
    DateInput,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)
from sources.models import Sentence

REASONS = (
    "It claims nothing: a name, a label or a number of something.",
    "It is a date or a time.",
    "The number was read wrongly.",
    "The unit is wrong.",
    "It is more, less or about: the bounds are wrong.",
    "It counts something else than the claim says.",
    "The same sentence states it already.",
    "It belongs to the page, not to the text.",
    "The sentence alone does not tell what is meant.",
)
"""Why claims are rejected most often; their places in this list are their keys, 1 to 9."""

MOST_EVIDENCE = 3
"""Pieces of evidence that the page has room for."""


class SeenForm(forms.Form):
    """A decision about the version that the person saw."""

    seen_version = forms.IntegerField(min_value=1)
    reason = forms.CharField(
        required=False,
        max_length=2000,
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"}),
    )


class VerdictForm(forms.Form):
    """Whether the claim is true, and why; the evidence has forms of its own."""

    seen_version = forms.IntegerField(min_value=1)
    outcome = forms.ChoiceField(
        choices=[("", "…"), *((o.value, o.value) for o in (*GIVEN, Outcome.UNCHECKED))],
        widget=UnfoldAdminSelectWidget,
    )
    rationale = forms.CharField(max_length=10_000, widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}))
    as_of = forms.DateField(label="As of", widget=DateInput, initial=lambda: timezone.now().date())


class EvidenceForm(forms.Form):
    """A link, or a sentence by its words in the claim's own text or by its id; one left empty counts not."""

    place = forms.CharField(
        required=False,
        max_length=5000,
        label="Link, or words of a sentence here",
        widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"}),
    )
    stance = forms.ChoiceField(
        choices=[(s.value, s.value) for s in Stance], initial=Stance.SUPPORTS, widget=UnfoldAdminSelectWidget
    )
    note = forms.CharField(
        required=False, max_length=2000, widget=UnfoldAdminTextInputWidget(attrs={"autocomplete": "off"})
    )

    def __init__(self, data: QueryDict | None, *, claim: Claim, prefix: str) -> None:
        super().__init__(data, prefix=prefix, empty_permitted=True, use_required_attribute=False)
        self.claim = claim

    def clean(self) -> dict[str, Any] | None:
        """Find what the place names."""
        cleaned = super().clean() or {}
        written = cleaned.get("place", "")
        if written.startswith(("http://", "https://")):
            cleaned["link"] = written
        elif written:
            cleaned["sentence"] = self._find_sentence(written)
        elif cleaned.get("note"):
            self.add_error("place", "Say where: a link, or words of a sentence.")
        return cleaned

    def _find_sentence(self, written: str) -> Sentence | None:
        """The sentence of an id, or the one in the claim's text that has the words."""
        try:
            found = Sentence.objects.filter(uid=UUID(written)).first()
        except ValueError:
            found = self._find_words(written)
        if found is None and "place" not in self.errors:
            self.add_error("place", "No sentence is found by that.")
        return found

    def _find_words(self, written: str) -> Sentence | None:
        """The sentence of the claim's own text where the words begin."""
        snapshot = self.claim.sentence.snapshot
        try:
            start, _ = find_span(snapshot, written, near=self.claim.start)
        except SpanRefusedError as error:
            self.add_error("place", f"{error} Give words of it, a link or the id of a sentence.")
            return None
        return snapshot.sentences.filter(start__lte=start, end__gt=start).first()

    def read(self) -> Exhibit | None:
        """The piece of evidence, or None where nothing was written."""
        if not self.cleaned_data.get("place"):
            return None
        return Exhibit(
            stance=Stance(self.cleaned_data["stance"]),
            sentence=self.cleaned_data.get("sentence"),
            link=self.cleaned_data.get("link", ""),
            note=self.cleaned_data.get("note", ""),
        )


class MakeForm(forms.Form):
    """Words of the text that become a claim."""

    words = forms.CharField(
        max_length=5000,
        strip=False,
        label="The words, as they stand in the text",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
    )
    near = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        choices=[
            (Kind.NUMERIC.value, "numeric: a value is read from them"),
            (Kind.FACTUAL.value, "factual: text only"),
        ],
        widget=UnfoldAdminSelectWidget,
    )

    def clean_words(self) -> str:
        """The words; raises ValidationError where they are blank."""
        words: str = self.cleaned_data["words"]
        if not words.strip():
            raise ValidationError("Select words of the text, or write them here.")
        return words


def read_judgement(form: VerdictForm, evidence: list[EvidenceForm]) -> Judgement:
    """The judgement of valid forms."""
    exhibits = [form.read() for form in evidence]
    return Judgement(
        outcome=Outcome(form.cleaned_data["outcome"]),
        rationale=form.cleaned_data["rationale"],
        evidence=tuple(exhibit for exhibit in exhibits if exhibit is not None),
        as_of=form.cleaned_data["as_of"],
    )
