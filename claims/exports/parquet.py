"""Claims as a Parquet file, a row group a batch."""

import io
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa
from django.db.models import QuerySet
from pyarrow import parquet

from claims.exports.columns import COLUMNS, Column, Holds, Row, fetch_claims
from claims.models import Claim
from claims.plain import write_number

PRECISION, SCALE = 38, 18
"""The decimals that every reader of Parquet knows have 38 digits; half of them go behind the point."""

EXACT = "_exact"
"""What a number's second column is called, its digits as text."""

TYPES: Mapping[Holds, pa.DataType] = {
    Holds.TEXT: pa.string(),
    Holds.CODE: pa.string(),
    Holds.NUMBER: pa.decimal128(PRECISION, SCALE),
    Holds.COUNT: pa.int64(),
    Holds.FLAG: pa.bool_(),
    Holds.DAY: pa.date32(),
    Holds.MOMENT: pa.timestamp("us", tz="UTC"),
}

Read = Callable[[Any], Any]


def stream_parquet(claims: QuerySet[Claim]) -> Iterator[bytes]:
    """The file piece by piece; without the last one, its table of contents, no reader opens the rest."""
    schema = make_schema()
    sink = io.BytesIO()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for batch in fetch_claims(claims):
            writer.write_batch(make_batch(batch, schema))
            yield _take(sink)
    yield _take(sink)


def make_schema() -> pa.Schema:
    """The columns with their types; a number has one for computing and one that is exact."""
    return pa.schema([field for column in COLUMNS for field in _make_fields(column)])


def make_batch(rows: list[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as columns."""
    arrays: list[pa.Array] = []
    for column, values in zip(COLUMNS, zip(*rows, strict=True), strict=True):
        if column.holds is Holds.NUMBER:
            arrays.append(pa.array([narrow(value) for value in values], TYPES[Holds.NUMBER]))
            arrays.append(pa.array([value if value is None else write_number(value) for value in values]))
        elif column.holds is Holds.CODE:
            arrays.append(pa.array([value if value is None else str(value) for value in values], pa.string()))
        else:
            arrays.append(pa.array(values, TYPES[column.holds]))
    return pa.RecordBatch.from_arrays(
        [a.cast(f.type) for a, f in zip(arrays, schema, strict=True)], schema=schema
    )


def narrow(number: Decimal | None) -> Decimal | None:
    """The number where the decimal column can hold it exactly, else None."""
    if number is None:
        return None
    exponent = number.as_tuple().exponent
    # copy_abs, since abs would round to the 28 digits of Python's usual context.
    fits = isinstance(exponent, int) and exponent >= -SCALE and number.copy_abs() < 10 ** (PRECISION - SCALE)
    return number if fits else None


def _make_fields(column: Column) -> list[pa.Field]:
    fields = [pa.field(column.name, TYPES[column.holds])]
    return [*fields, pa.field(column.name + EXACT, pa.string())] if column.holds is Holds.NUMBER else fields


def _take(sink: io.BytesIO) -> bytes:
    """What was written since the last time; the writer itself counts where it is."""
    data = sink.getvalue()
    sink.seek(0)
    sink.truncate()
    return data
