"""The filters that shape a queue, as they stand in the desk's address."""

from urllib.parse import urlencode

from django import forms
from django.contrib.auth.models import User
from django.http import QueryDict

from claims.admin.named import NameField, make_widget
from claims.desk import Queue
from claims.models.statistic import validate_unit
from claims.review import Status
from sources.admin.look import UnfoldAdminSelectWidget


class QueueForm(forms.Form):
    """Which claims a person wants to work through; an empty one means every proposed claim."""

    status = forms.ChoiceField(
        required=False, choices=[(s.value, s.value) for s in Status], widget=UnfoldAdminSelectWidget
    )
    source = NameField("source")
    speaker = NameField("speaker")
    statistic = NameField("statistic")
    unit = forms.CharField(
        required=False, max_length=60, validators=[validate_unit], widget=make_widget("unit")
    )
    mine = forms.BooleanField(required=False, label="Assigned to me")

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, auto_id="queue_%s")
        for name in ("source", "speaker", "statistic", "unit"):
            self.fields[name].widget.attrs["placeholder"] = "any"

    def build(self, user: User) -> Queue:
        """The queue of a valid form."""
        given = dict(self.cleaned_data)
        mine = given.pop("mine")
        status = Status(given.pop("status") or Status.PROPOSED)
        return Queue(status=status, assigned_to=user if mine else None, **given)

    @property
    def address(self) -> str:
        """What of the queue stands behind the question mark of an address."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})
