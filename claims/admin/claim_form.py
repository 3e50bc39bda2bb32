"""The form that mends a proposed claim."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.admin.wording import COMPARATOR_WORDS
from claims.models import Claim
from claims.review import Status

VALUE_FIELDS = (
    "comparator",
    "low",
    "low_inclusive",
    "high",
    "high_inclusive",
    "approximation",
    "unit",
    "noun",
    "denominator",
    "scope",
    "direction",
    "modality",
)
CONTEXT_FIELDS = ("period", "period_start", "period_end", "speaker", "voice", "subject", "statistic")


if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Claim]
else:
    _ModelForm = forms.ModelForm  # takes no subscript at run time


class ClaimForm(_ModelForm):
    """What a claim means; its words, its place and its status are not the form's."""

    class Meta:
        model = Claim
        fields = (*VALUE_FIELDS, *CONTEXT_FIELDS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "comparator" in self.fields:
            words = [(c.value, f"{word} ({c})") for c, word in COMPARATOR_WORDS.items()]
            self.fields["comparator"].choices = [("", "none (a factual claim)"), *words]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """Refuse a claim that was decided since its page was opened."""
        cleaned = super().clean()
        if self.instance.pk:
            # The lock lasts until the form is saved, so that no reviewer accepts what is being changed.
            standing = Claim.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
            if standing.status != Status.PROPOSED:
                raise ValidationError(
                    f"The claim was {standing.status} in the meantime by {standing.status_by}; "
                    "nothing was saved. Reopen it to change it.",
                    code="decided",
                )
        return cleaned

    def _post_clean(self) -> None:
        """Check every constraint of the table: Django's own check skips those on fields outside the form."""
        super()._post_clean()  # type: ignore[misc]  # Django's own hook, missing in the stubs
        if self.errors:
            return
        try:
            # The database makes `value` itself, of bounds that are checked here.
            self.instance.validate_constraints(exclude={"value"})
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]  # Django's own way, missing in the stubs


def save_changes(claim: Claim, changed: list[str], *, by: User) -> None:
    """Write the changed fields alone, and note that a person has worked on the claim.

    Its other columns, the status above all, may have been moved by others. The figure's decider keeps
    a newer extractor from replacing what the person wrote.
    """
    if not changed:
        return
    # The form has locked the row; whoever decides on the version before this one is told of the change.
    claim.version = Claim.objects.values_list("version", flat=True).get(pk=claim.pk) + 1
    claim.save(update_fields=[*changed, "updated_at", "version"])
    figure = claim.figure
    if figure is not None and figure.decided_by_id is None:
        figure.decided_by, figure.decided_at = by, timezone.now()
        figure.save(update_fields=["decided_by", "decided_at"])
