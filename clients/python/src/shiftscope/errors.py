"""What can go wrong, with the server's own sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, List, Mapping, Tuple


class ShiftscopeError(Exception):
    """Anything that this package raises by itself."""


class Unreachable(ShiftscopeError):
    """The server was not reached, or did not answer, after several tries."""


@dataclass(frozen=True)
class FieldProblem:
    """A field that is wrong: its path, the law that it must satisfy, and the value given."""

    field: str
    law: str
    value: str
    message: str


class ProblemError(ShiftscopeError):
    """The server refused a request: problem details as RFC 9457 has them."""

    def __init__(self, status: int, details: Mapping[str, Any]) -> None:
        self.status = status
        self.type = str(details.get("type", "about:blank"))
        self.title = str(details.get("title", ""))
        self.detail = str(details.get("detail", ""))
        self.problems: Tuple[FieldProblem, ...] = tuple(
            FieldProblem(
                str(each.get("field", "")),
                str(each.get("law", "")),
                str(each.get("value", "")),
                str(each.get("message", "")),
            )
            for each in details.get("problems", [])
        )
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        messages: List[str] = [problem.message for problem in self.problems]
        if len(messages) > 1:
            return "\n  ".join([self.detail, *messages])
        return self.detail or self.title or f"The server answered with {self.status}."

    @staticmethod
    def read(status: int, body: bytes) -> "ProblemError":
        """Of an answer, whatever it is: a proxy in between may answer by itself."""
        try:
            details = json.loads(body)
        except ValueError:
            details = None
        if not isinstance(details, dict):
            text = body.decode("utf-8", "replace").strip()[:500]
            details = {"detail": f"The server answered with {status}: {text}"}
        return ProblemError(status, details)
