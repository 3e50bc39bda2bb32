"""Claims as Parquet."""

import io
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest
from pyarrow import parquet

from claims.exports.parquet import narrow, stream_parquet
from claims.models import Claim
from tests.builders import make_claim, make_fact, make_quantity

pytestmark = pytest.mark.django_db


def test_a_file_has_typed_columns_and_exact_numbers() -> None:
    claim = make_claim(
        make_quantity("=", "4.20", unit="percent"),
        period="on 1 March 2026",
        period_start=date(2026, 3, 1),
        period_end=date(2026, 3, 1),
    )
    make_claim(make_quantity("=", "1" + "0" * 30))
    make_fact()

    table = parquet.read_table(io.BytesIO(b"".join(stream_parquet(Claim.objects.all()))))

    assert table.num_rows == 3
    assert table.column("low").to_pylist() == [Decimal("4.20"), None, None]
    assert table.column("low_exact").to_pylist() == ["4.20", "1" + "0" * 30, None]
    assert table.column("period_start").to_pylist() == [date(2026, 3, 1), None, None]
    assert table.column("created_at").to_pylist()[0] == claim.created_at
    assert table.column("id").to_pylist()[0] == str(claim.uid)
    assert table.schema.field("low").type == pa.decimal128(38, 18)
    assert table.schema.field("created_at").type == pa.timestamp("us", tz="UTC")


def test_each_batch_is_a_row_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.exports.columns.BATCH", 2)
    for _ in range(5):
        make_claim()

    pieces = list(stream_parquet(Claim.objects.all()))
    file = parquet.ParquetFile(io.BytesIO(b"".join(pieces)))

    assert file.metadata.num_row_groups == 3
    assert file.read().num_rows == 5
    with pytest.raises(pa.ArrowInvalid):
        parquet.ParquetFile(io.BytesIO(b"".join(pieces[:-1])))


def test_no_claim_is_a_file_without_rows() -> None:
    table = parquet.read_table(io.BytesIO(b"".join(stream_parquet(Claim.objects.none()))))

    assert table.num_rows == 0


@pytest.mark.parametrize(
    ("number", "held"),
    [
        ("4.20", True),
        ("-99999999999999999999.999999999999999999", True),
        ("100000000000000000000", False),
        ("0.0000000000000000001", False),
        ("1E+19", True),
    ],
)
def test_a_number_that_does_not_fit_is_left_to_its_text(number: str, held: bool) -> None:
    assert narrow(Decimal(number)) == (Decimal(number) if held else None)
