"""The admin's look: the one place that imports django-unfold."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import admin
from django.db.models import Model
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display as _display
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

Row = TypeVar("Row", bound=Model)
Column = TypeVar("Column", bound=Callable[..., Any])

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin
    from django.contrib.admin.views.main import ChangeList

    DropdownFilter = admin.SimpleListFilter
    RangeNumericListFilter = admin.SimpleListFilter
    TextFilter = admin.SimpleListFilter
else:
    from unfold.admin import ModelAdmin as _ModelAdmin
    from unfold.contrib.filters.admin import DropdownFilter, RangeNumericListFilter, TextFilter
    from unfold.views import ChangeList

    class ModelAdmin(_ModelAdmin):
        """The look's admin class, which may be subscripted with its model as the type checker wants it."""

        def __class_getitem__(cls, _model: Any) -> type:
            return cls


class DateInput(UnfoldAdminTextInputWidget):  # type: ignore[misc]  # the look has no types
    """A day, picked in the browser's own way: no script, and the keyboard reaches it."""

    input_type = "date"


__all__ = [
    "AdminPasswordChangeForm",
    "AutocompleteSelectFilter",
    "ChangeList",
    "ChoicesDropdownFilter",
    "DateInput",
    "DropdownFilter",
    "ModelAdmin",
    "RangeDateFilter",
    "RangeNumericListFilter",
    "Row",
    "TextFilter",
    "UnfoldAdminSelectWidget",
    "UnfoldAdminTextInputWidget",
    "UnfoldAdminTextareaWidget",
    "UserChangeForm",
    "UserCreationForm",
    "display",
]


def display(
    description: str, *, label: dict[str, str] | None = None, empty_value: str | None = None
) -> Callable[[Column], Column]:
    """Head a column, and colour its labels: which value gets which colour of the look."""

    def decorate(column: Column) -> Column:
        decorated: Column = _display(column, description=description, label=label, empty_value=empty_value)
        return decorated

    return decorate
