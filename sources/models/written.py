"""Constants that the planner gets to see."""

from typing import Any

from django.db.models import Value
from psycopg import sql


class Written(Value):
    """A constant in the statement's text.

    Of a parameter the planner knows nothing once a statement is prepared, and whether a range is met by ten
    claims or by a tenth of them decides between an index and walking the newest claims.
    """

    def __init__(self, value: Any, output_field: Any) -> None:
        """The constant and what it is to the database."""
        super().__init__(value, output_field=output_field)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # a list
        """The constant, quoted."""
        return write(self.output_field.get_db_prep_value(self.value, connection), connection), []


def write(value: Any, connection: Any) -> str:
    """A value as a constant of a statement, quoted."""
    return sql.Literal(value).as_string(connection.connection).replace("%", "%%")
