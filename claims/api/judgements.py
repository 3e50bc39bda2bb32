"""What a client says of a claim's truth."""

from typing import Any

from rest_framework import serializers

from claims.models import Exhibit, Judgement
from claims.verdicts import GIVEN, Outcome, Stance
from sources.api.fields import Reference
from sources.api.strict import KnownFields, ShortList
from sources.models import Sentence

MOST_EVIDENCE = 100


class ExhibitSerializer(KnownFields):
    """A piece of evidence: a sentence on the record or a link, one of the two."""

    stance = serializers.ChoiceField([s.value for s in Stance], help_text="What it does for the claim.")
    sentence = Reference(Sentence, required=False, help_text="The sentence's id.")
    link = serializers.URLField(required=False, max_length=2000, help_text="Where it is to be read.")
    note = serializers.CharField(
        required=False, allow_blank=True, max_length=10_000, help_text="Where in it to look, and why."
    )


class JudgementSerializer(KnownFields):
    """A verdict: what was found, why, and on what it rests."""

    outcome = serializers.ChoiceField([o.value for o in GIVEN], help_text="What was found.")
    rationale = serializers.CharField(max_length=50_000, help_text="Why.")
    evidence = ShortList(
        child=ExhibitSerializer(), required=False, max_length=MOST_EVIDENCE, help_text="On what it rests."
    )
    as_of = serializers.DateField(
        required=False, help_text="The day up to which it was looked into; today unless given."
    )


class WithdrawalSerializer(KnownFields):
    """Why a verdict no longer stands."""

    reason = serializers.CharField(max_length=10_000, help_text="Why.")


def read_judgement(body: dict[str, Any]) -> Judgement:
    """A checked body as the models take it."""
    evidence = tuple(
        Exhibit(**{**exhibit, "stance": Stance(exhibit["stance"])}) for exhibit in body.get("evidence", ())
    )
    return Judgement(
        outcome=Outcome(body["outcome"]),
        rationale=body["rationale"],
        evidence=evidence,
        as_of=body.get("as_of"),
    )
