"""The record into a database: lines to rows, by COPY, with every constraint and trigger in force.

A row that is there already is left alone if it is the same, and reported if it is not. Every bad line is
reported; unless told to go on without them, nothing is written then.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any
from uuid import UUID

import orjson
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from claims.transfer.tables import FORMAT, TABLES, VERSION, Table, read_value
from sources.loading import copy_rows

BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a line; line 0 is the file as a whole."""

    line: int
    reason: str


@dataclass(slots=True, kw_only=True)
class Imported:
    """What became of a file: rows added, rows that were there already, and what was wrong."""

    added: int = 0
    known: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line that reads as a row of a table."""

    number: int
    table: Table
    written: dict[str, Any]

    @property
    def key(self) -> str:
        return str(self.written[self.table.key])


class LineRefusedError(ValueError):
    """A line that is no row; the message says why."""


def read_record(lines: Iterable[bytes], *, go_on: bool = False) -> Imported:
    """Add the rows of an export. With problems nothing is written, unless `go_on` leaves the bad lines out.

    What only the rows together can break, such as a claim that its reviews contradict, is checked at the
    end and refuses the whole file either way.
    """
    imported = Imported()
    with transaction.atomic():
        for batch in _batch(_parse(lines, imported)):
            _add(batch, imported)
        _check_together(imported)
        if imported.problems and not (go_on and all(problem.line for problem in imported.problems)):
            transaction.set_rollback(True)
            imported.added = 0
    return imported


def _parse(lines: Iterable[bytes], imported: Imported) -> Iterator[_Line]:
    """The lines that are rows; the others are noted."""
    # A line that is no JSON may be a row: the last line counts it, if it was.
    rows, unread, ended, number = 0, 0, False, 0
    for number, text in enumerate(lines, start=1):
        try:
            written = _read_object(text)
        except LineRefusedError as refusal:
            unread += 1
            imported.problems.append(Problem(line=number, reason=str(refusal)))
            continue
        try:
            if number == 1:
                _check_header(written)
            elif "rows" in written and "model" not in written:
                ended = written["rows"] in range(rows, rows + unread + 1)
            else:
                rows += 1
                yield _read_line(number, written)
        except LineRefusedError as refusal:
            imported.problems.append(Problem(line=number, reason=str(refusal)))
    if not ended:
        reason = "The file is not whole: its last line has to say how many rows there are."
        imported.problems.append(Problem(line=0, reason=reason))


def _read_object(text: bytes) -> dict[str, Any]:
    try:
        written = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise LineRefusedError(f"This is no JSON: {error}.") from None
    if not isinstance(written, dict):
        raise LineRefusedError("This is no JSON object.")
    return written


def _check_header(written: dict[str, Any]) -> None:
    """Refuse a file of another kind or a later version."""
    if written != {"format": FORMAT, "version": VERSION}:
        raise LineRefusedError(f"The first line has to be that of an export of version {VERSION}.")


def _read_line(number: int, written: dict[str, Any]) -> _Line:
    """A row's line, with all the columns of its table and no other."""
    table = TABLES.get(str(written.pop("model", None)))
    if table is None:
        raise LineRefusedError("`model` names no table of a record.")
    missing, unknown = table.fields.keys() - written.keys(), written.keys() - table.fields.keys()
    if missing or unknown:
        what = [f"{name} is missing" for name in sorted(missing)]
        raise LineRefusedError("; ".join(what + [f"there is no column {name}" for name in sorted(unknown)]))
    for name, column in table.fields.items():
        if name not in table.references:
            try:
                read_value(column, written[name])
            except (ValueError, TypeError, ValidationError) as error:
                raise LineRefusedError(_explain(error)) from None
    return _Line(number=number, table=table, written=written)


def _explain(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _batch(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    """Lines of one table, some at a time."""
    for _, of_table in groupby(lines, key=lambda line: line.table.name):
        while batch := list(islice(of_table, BATCH)):
            yield batch


def _add(batch: list[_Line], imported: Imported) -> None:
    """Add the rows of a batch that are not there yet."""
    table = batch[0].table
    standing = _find_standing(table, [line.key for line in batch])
    fresh: dict[str, _Line] = {}
    for line in batch:
        same = standing.get(line.key) or (fresh[line.key].written if line.key in fresh else None)
        if same is None:
            fresh[line.key] = line
        elif same == line.written:
            imported.known += 1
        else:
            imported.problems.append(Problem(line=line.number, reason=_compare(line, same)))
    _insert(table, _resolve(table, list(fresh.values()), imported), imported)


def _find_standing(table: Table, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The rows that are there already, as lines, by what identifies them."""
    rows = table.model._default_manager.filter(**{f"{table.key}__in": keys})
    described = (table.describe(values) for values in rows.values_list(*table.paths))
    return {
        str(line[table.key]): {name: value for name, value in line.items() if name != "model"}
        for line in described
    }


def _compare(line: _Line, standing: dict[str, Any]) -> str:
    """Why a row cannot be added beside the one that is there."""
    differing = ", ".join(name for name, value in line.written.items() if standing[name] != value)
    return f"{line.table.name} {line.key} is on the record already and differs in: {differing}."


def _resolve(table: Table, lines: Sequence[_Line], imported: Imported) -> list[tuple[_Line, dict[str, Any]]]:
    """The lines with the values of their columns, references as keys of this database."""
    found = {
        name: _find_keys(other, [line.written[name] for line in lines])
        for name, other in table.references.items()
    }
    resolved = []
    for line in lines:
        columns: dict[str, Any] = {}
        for name, column in table.fields.items():
            written = line.written[name]
            if name not in table.references:
                value = read_value(column, written)
                columns[column.attname] = column.get_db_prep_save(value, connection)
            elif written is None or written in found[name]:
                columns[column.attname] = None if written is None else found[name][written]
            else:
                reason = f"{name}: there is no {table.references[name].name} {written}."
                imported.problems.append(Problem(line=line.number, reason=reason))
                break
        else:
            resolved.append((line, columns))
    return resolved


def _find_keys(table: Table, keys: Iterable[Any]) -> dict[str, int]:
    """The keys of rows in this database, by what identifies them anywhere."""
    wanted = {key for key in map(str, keys) if table.key == "username" or is_uid(key)}
    rows = table.model._default_manager.filter(**{f"{table.key}__in": wanted})
    return {str(key): pk for key, pk in rows.values_list(table.key, "pk")}


def is_uid(text: str) -> bool:
    """Whether a text is a UUID as an export writes it."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _insert(table: Table, rows: list[tuple[_Line, dict[str, Any]]], imported: Imported) -> None:
    """Insert rows; where the database refuses one of many, halve them until it is found."""
    if not rows:
        return
    try:
        with transaction.atomic():
            if table.model is User:
                unusable = make_password(None)
                User.objects.bulk_create(User(**columns, password=unusable) for _, columns in rows)
            else:
                copy_rows(table.model, [columns for _, columns in rows])  # type: ignore[arg-type]
        imported.added += len(rows)
    except DatabaseError as error:
        if len(rows) == 1:
            reason = str(error).splitlines()[0]
            imported.problems.append(Problem(line=rows[0][0].number, reason=reason))
            return
        half = len(rows) // 2
        _insert(table, rows[:half], imported)
        _insert(table, rows[half:], imported)


def _check_together(imported: Imported) -> None:
    """Have the database check what it checks at a transaction's end."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except DatabaseError as error:
        imported.problems.append(Problem(line=0, reason=str(error).splitlines()[0]))
