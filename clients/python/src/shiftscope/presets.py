"""Specs to start from."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any, Dict, Mapping

Spec = Dict[str, Any]


@dataclass(frozen=True)
class Preset:
    """A spec to start from, with what it shows and how long it takes."""

    id: str
    title: str
    explanation: str
    _spec: Mapping[str, Any]

    @property
    def spec(self) -> Spec:
        """A copy of its spec, to be changed as you like."""
        return copy.deepcopy(dict(self._spec))

    def with_(self, **fields: Any) -> Spec:
        """Its spec with other fields; two underscores go into a part.

        ``preset.with_(seeds=[0, 1, 2], sgd__batchSize=50)``
        """
        spec = self.spec
        for path, value in fields.items():
            *parts, last = path.split("__")
            place = spec
            for part in parts:
                place = place.setdefault(part, {})
            place[last] = value
        return spec

    @staticmethod
    def read(json: Mapping[str, Any]) -> "Preset":
        """Of the server's JSON."""
        return Preset(json["id"], json["title"], json["explanation"], json["spec"])
