"""Trials as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping

from .errors import ShiftscopeError

if TYPE_CHECKING:
    from pandas import DataFrame


def scalars(trial: Mapping[str, Any]) -> Dict[str, Any]:
    """Every number, text, truth and null of a trial by its path; lists are left out."""
    row: Dict[str, Any] = {}
    _add(row, "", trial)
    return row


def _add(row: Dict[str, Any], path: str, json: Mapping[str, Any]) -> None:
    for name, value in json.items():
        place = f"{path}.{name}" if path else name
        if isinstance(value, dict):
            _add(row, place, value)
        elif not isinstance(value, list):
            row[place] = value


def frame(rows: List[Dict[str, Any]]) -> "DataFrame":
    """A table of rows, by the trial's number."""
    try:
        import pandas
    except ImportError as missing:
        raise ShiftscopeError(
            "to_pandas() needs pandas: pip install pandas, or take rows()."
        ) from missing
    table = pandas.DataFrame(rows)
    return table.set_index("number") if rows else table
