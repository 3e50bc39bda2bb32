"""The form in which a second person says how they read a claim."""

from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.models import modelform_factory
from django.http import HttpRequest

from claims.admin.wording import COMPARATOR_CHOICES, NO_COMPARATOR
from claims.models import Claim
from claims.second_pass import COMPARED
from sources.admin.look import UnfoldAdminTextInputWidget

FIELDS = [field for fields in COMPARED.values() for field in fields]
DAYS = ("period_start", "period_end")

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Claim]
else:
    _ModelForm = forms.ModelForm  # takes no subscript at run time


class ReadingForm(_ModelForm):
    """What is compared with the first reading: value, unit, comparator and period. It saves nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comparator"].choices = [NO_COMPARATOR, *COMPARATOR_CHOICES]  # type: ignore[attr-defined]
        for name in DAYS:
            self.fields[name].widget = UnfoldAdminTextInputWidget(attrs={"type": "date"})

    def save(self, commit: bool = True) -> Claim:
        """Refuse: the second reading never moves the claim."""
        raise NotImplementedError("A second reading is kept by `second_pass.decide`.")


def make_reading_form(admin_site: Any, request: HttpRequest, claim: Claim) -> ReadingForm:
    """The form over a claim as `read_blind` gives it, with the look of the claim's own form."""
    look = partial(admin_site.get_model_admin(Claim).formfield_for_dbfield, request=request)
    made: Any = modelform_factory(Claim, form=ReadingForm, fields=FIELDS, formfield_callback=look)
    form: ReadingForm = made(request.POST if request.method == "POST" else None, instance=claim)
    return form
