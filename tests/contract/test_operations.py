"""Each operation of the schema, tried with what the schema allows and with what it does not."""

from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.contract.document import EXAMPLES, list_operations


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_operation_answers_as_described(
    mode: GenerationMode, demo_record: None, headers: dict[str, str], subtests: pytest.Subtests
) -> None:
    for operation in list_operations():

        @settings(
            max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers_as_described(case: schemathesis.Case[Any]) -> None:
            # What one request breaks or writes is nothing to the next one.
            with transaction.atomic():
                case.call_and_validate(headers=headers)
                transaction.set_rollback(True)

        # An operation without parameters has nothing that could be given wrongly.
        with subtests.test(operation.label), suppress(Unsatisfiable):
            answers_as_described()
