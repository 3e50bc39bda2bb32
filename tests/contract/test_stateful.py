"""Operations in a row, where each takes up what the one before it answered."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings

from tests.contract.document import EXAMPLES, load_schema


def test_operations_in_a_row_answer_as_described(demo_record: None, headers: dict[str, str]) -> None:
    # What happens without a login is told by the table of who may do what.
    machine = load_schema(without=("ignored_auth",)).as_state_machine()

    class Session(machine):  # type: ignore[misc,valid-type]  # made at run time
        """A session of the person who may do everything."""

        def get_call_kwargs(self, case: schemathesis.Case[Any]) -> dict[str, Any]:
            """Log in with each request."""
            return {"headers": headers}

    Session.run(
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
    )
