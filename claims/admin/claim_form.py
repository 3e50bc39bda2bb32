"""The form that mends a claim: in the admin a proposed one, on the desk with the decision."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from claims.admin.named import NameField, make_widget, write_name
from claims.admin.wording import COMPARATOR_CHOICES, NO_COMPARATOR
from claims.errors import ClaimsError, ConflictError, InvalidChangeError
from claims.models import Claim
from claims.models.differences import apply_changes
from claims.models.statistic import validate_unit
from sources.admin.look import DateInput, UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

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
NAMES = ("speaker", "subject", "statistic")


if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Claim]
else:
    _ModelForm = forms.ModelForm  # takes no subscript at run time


class ClaimForm(_ModelForm):
    """What a claim means; its words, its place and its status are not the form's.

    It carries the version and the values that the person saw: only what that person changed counts, and
    where somebody else was faster the form says what changed and keeps what was typed. To be checked inside
    a transaction: the claim's lock lasts until it is saved.
    """

    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    speaker = NameField("speaker")
    subject = NameField("subject")
    statistic = NameField("statistic")

    class Meta:
        model = Claim
        fields = (*VALUE_FIELDS, *CONTEXT_FIELDS)
        widgets = {
            "unit": make_widget("unit"),
            "low": UnfoldAdminTextInputWidget(attrs={"inputmode": "decimal"}),
            "high": UnfoldAdminTextInputWidget(attrs={"inputmode": "decimal"}),
            **{
                name: UnfoldAdminTextInputWidget()
                for name in ("approximation", "noun", "denominator", "scope")
            },
            **{name: UnfoldAdminSelectWidget() for name in ("comparator", "direction", "modality", "voice")},
            "period": UnfoldAdminTextInputWidget(),
            **{name: DateInput() for name in ("period_start", "period_end")},
        }

    class Media:
        js = ("claims/desk.js",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflict: ConflictError | None = None
        self.initial["seen_version"] = self.instance.version
        for name in NAMES:
            self.initial[name] = write_name(getattr(self.instance, name))
        for field in self.fields.values():
            field.show_hidden_initial = not field.widget.is_hidden
        if "unit" in self.fields:
            self.fields["unit"].validators.append(validate_unit)
        if "comparator" in self.fields:
            self.fields["comparator"].choices = [NO_COMPARATOR, *COMPARATOR_CHOICES]  # type: ignore[attr-defined]

    @property
    def changes(self) -> dict[str, Any]:
        """The fields that the person changed, with their new values."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name in self._meta.fields}  # type: ignore[operator]  # named above

    def clean(self) -> dict[str, Any] | None:
        """Refuse what was changed since it was opened, and values that contradict each other."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            standing = self.instance.lock(self.cleaned_data["seen_version"])
            apply_changes(standing, self.changes)
        except ConflictError as error:
            self.conflict = error
            self._take_over(Claim.objects.get(pk=self.instance.pk))
            raise ValidationError(str(error), code=error.code) from None
        except InvalidChangeError as error:
            self._tell(error)
        except ClaimsError as error:
            raise ValidationError(str(error), code=error.code) from None
        return cleaned

    def _post_clean(self) -> None:
        """Leave the instance as it is: the claim's own method writes the changes."""

    def _tell(self, refusal: InvalidChangeError) -> None:
        """Show each message at its field."""
        for name, messages in refusal.errors.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)

    def _take_over(self, standing: Claim) -> None:
        """Show what stands now where this person typed nothing, so that saving again takes nothing back."""
        shown = type(self)(instance=standing)
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen_version"] = str(standing.version)
        for name in self.fields.keys() - {"seen_version"}:
            value = shown[name].value()
            value = "" if value is None else value
            data[f"initial-{name}"] = str(value)
            if name not in self.changed_data:
                data[name] = value
        self.data = data
