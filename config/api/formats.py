"""Formats of the API's answers, asked for by `Accept` or by `?format=`."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer

from sources.api.passing import PassedJson


class PassingJSONRenderer(JSONRenderer):
    """JSON; what is JSON already goes out as it is."""

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        """The bytes of an answer."""
        return data.content if isinstance(data, PassedJson) else super().render(data, *args, **kwargs)


class NamedFormats(DefaultContentNegotiation):
    """DRF's negotiation, but a format that there is not is a mistake in a parameter, not a missing row."""

    def filter_renderers(self, renderers: Iterable[BaseRenderer], format: str) -> list[BaseRenderer]:  # noqa: A002  # DRF's name
        """The renderers of a format; raises ValidationError where there is none."""
        renderers = list(renderers)
        try:
            return list(super().filter_renderers(renderers, format))
        except Http404:
            known = ", ".join(sorted({str(renderer.format) for renderer in renderers}))
            raise ValidationError(
                {"format": f"There is no format “{format}” here. Known are: {known}."}
            ) from None
