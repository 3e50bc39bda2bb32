"""What is wrong with a form whose page is not shown again."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest


def tell_faults(request: HttpRequest, form: BaseForm) -> None:
    """Tell each fault of a form as a message; nothing of a request that posts nothing."""
    for faults in form.errors.get_json_data().values() if request.method == "POST" else ():
        for fault in faults:
            messages.error(request, fault["message"])
