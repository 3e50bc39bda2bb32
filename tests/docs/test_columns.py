"""The columns of files as docs/api.md lists them."""

import re
from pathlib import Path

from claims.exports.columns import COLUMNS

PAGE = Path(__file__).parents[2] / "docs/api.md"


def test_every_column_is_told_of_in_its_order() -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = page.split("| columns of CSV and Parquet, in this order |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)

    assert re.findall(r"`(\w+)`", " ".join(rows)) == [column.name for column in COLUMNS]
