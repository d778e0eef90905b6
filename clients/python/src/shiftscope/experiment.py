"""An experiment on a server."""

from __future__ import annotations

import io
import json
import os
import shutil
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Mapping, Optional, Sequence, Union

from .errors import ShiftscopeError
from .frames import frame, scalars
from .http import Transport, pause
from .progress import ProgressBar

if TYPE_CHECKING:
    from pandas import DataFrame

#: A stream is silent for 15 s at most; what is silent for longer is broken.
SILENCE = 45.0

#: Seconds without an answer: a large archive is checked whole before the server answers.
ARCHIVES = 600.0


@dataclass(frozen=True)
class Event:
    """Something that happened to an experiment.

    sequence: its number; 0 for progress, which is not kept.
    trial: the number of the trial, where it is of one.
    """

    sequence: int
    type: str
    trial: Optional[int]
    at: str
    message: str
    progress: "Optional[Progress]" = None

    @staticmethod
    def read(data: Mapping[str, Any]) -> "Event":
        """Of the server's JSON."""
        progress = data.get("progress")
        return Event(
            int(data["sequence"]),
            str(data["type"]),
            data.get("trial"),
            str(data["at"]),
            str(data["message"]),
            None if progress is None else Progress.read(progress),
        )


@dataclass(frozen=True)
class Progress:
    """How far an experiment is; fraction is the share of its work, 0 to 1."""

    trials: int
    ended: int
    fraction: float
    time_left_seconds: Optional[int]
    paused: int = 0
    failed: int = 0

    @staticmethod
    def read(json: Mapping[str, Any]) -> "Progress":
        """Of the server's JSON."""
        return Progress(
            int(json["trials"]),
            int(json["ended"]),
            float(json["fraction"]),
            json.get("timeLeftSeconds"),
            int(json.get("paused", 0)),
            int(json.get("failed", 0)),
        )


class Experiment:
    """An experiment: what it was when it was last asked for, and ways to ask again."""

    def __init__(self, http: Transport, json: Mapping[str, Any]) -> None:
        self._http = http
        self._json = dict(json)

    @property
    def id(self) -> str:
        """Its id."""
        return str(self._json["id"])

    @property
    def title(self) -> str:
        """A person's name for it."""
        return str(self._json["title"])

    @property
    def kind(self) -> str:
        """The kind of its spec."""
        return str(self._json["kind"])

    @property
    def state(self) -> str:
        """queued, running, paused, finished, failed or cancelled, when last asked for."""
        return str(self._json["state"])

    @property
    def ended(self) -> bool:
        """Whether it had ended when last asked for."""
        return self._json["ended"] is not None and self.state not in (
            "queued",
            "running",
            "paused",
        )

    @property
    def progress(self) -> Progress:
        """How far it was when last asked for."""
        return Progress.read(self._json["progress"])

    @property
    def outcomes(self) -> Dict[str, int]:
        """How many finished trials have each outcome."""
        return dict(self._json["outcomes"])

    @property
    def tags(self) -> List[str]:
        """What people sorted it by, when last asked for."""
        return list(self._json["tags"])

    @property
    def favourite(self) -> bool:
        """Whether it was a favourite when last asked for."""
        return bool(self._json["favourite"])

    @property
    def priority(self) -> int:
        """-10 to 10; those of a higher one go first."""
        return int(self._json["priority"])

    @property
    def trial_hours(self) -> Optional[float]:
        """Hours that each of its trials may take; None where the server's own limit holds."""
        hours: Optional[float] = self._json["trialHours"]
        return hours

    @property
    def found(self) -> Dict[str, Any]:
        """Numbers of its findings that a search compares with; None where they are not there."""
        return dict(self._json["found"])

    def edit(self, **fields: Any) -> "Experiment":
        """Changes title, tags, favourite, archived, priority or trialHours; what is not named stays."""
        self._json = self._http.json("PATCH", self._path(), fields)
        return self

    def again(self) -> "Experiment":
        """Runs the same spec again; the record of the new experiment compares the numbers."""
        return Experiment(self._http, self._http.json("POST", self._path("/again")))

    @property
    def page(self) -> str:
        """The address of its result page."""
        return self._http.address("/experiments/" + self.id)

    @property
    def json(self) -> Dict[str, Any]:
        """What the server said of it."""
        return self._json

    @property
    def spec(self) -> Dict[str, Any]:
        """Its spec, as it is stored."""
        spec: Dict[str, Any] = self._http.json("GET", self._path("/spec"))
        return spec

    def refresh(self) -> "Experiment":
        """Asks how it is now."""
        self._json = self._http.json("GET", self._path())
        return self

    def events(self, after: int = 0, *, until_end: bool = True) -> Iterator[Event]:
        """What happened and happens to it, in order, without a gap.

        A stream that breaks is taken up again where it was.

        after: only events with a larger number.
        until_end: ends once the experiment has ended; else it goes on.
        """
        last = after
        failures = 0
        while True:
            try:
                for event in self._stream(last, until_end):
                    failures = 0
                    last = max(last, event.sequence)
                    yield event
                    if event.type == "experiment-purged":
                        return
                if until_end and self.refresh().ended:
                    return
            except (OSError, HTTPException):
                failures += 1
                if failures > 10:
                    raise
                time.sleep(pause(failures))

    def _stream(self, after: int, until_end: bool) -> Iterator[Event]:
        headers = {"Accept": "text/event-stream"}
        if after > 0:
            headers["Last-Event-ID"] = str(after)
        query = {"until": "end"} if until_end else {}
        with self._http.open(
            "GET", self._path("/events"), None, headers, query, SILENCE
        ) as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    yield Event.read(json.loads(line[6:]))

    def wait(self, progress: bool = False, *, timeout: Optional[float] = None) -> "Experiment":
        """Waits until it has ended, and returns it.

        progress: shows a bar, in a terminal or in a notebook.
        timeout: raises TimeoutError after so many seconds; the experiment goes on.
        """
        end = None if timeout is None else time.monotonic() + timeout
        bar = ProgressBar(self.title) if progress else None
        try:
            for event in self.events():
                if bar is not None:
                    bar.show(event.progress or self.refresh().progress)
                if end is not None and time.monotonic() > end:
                    raise TimeoutError(f"Experiment {self.id} has not ended within {timeout} s.")
        finally:
            if bar is not None:
                bar.close()
        return self.refresh()

    def results(self) -> List[Dict[str, Any]]:
        """Every trial, the finished ones with all that they found."""
        trials: List[Dict[str, Any]] = self._http.json("GET", self._path("/results"))["trials"]
        return trials

    def trial(self, number: int) -> Dict[str, Any]:
        """One trial, with all that it found."""
        trial: Dict[str, Any] = self._http.json("GET", self._path(f"/trials/{number}"))
        return trial

    def losses(self, number: int) -> Dict[str, Any]:
        """How the loss and its gradient go in a trial that runs; no curves before and after."""
        losses: Dict[str, Any] = self._http.json("GET", self._path(f"/trials/{number}/losses"))
        return losses

    def findings(self, include: str = "counted", without: Sequence[int] = ()) -> Dict[str, Any]:
        """What its trials found together; "sentences" say it, the first leading.

        without: numbers of trials that are left out whatever they measured.
        """
        findings: Dict[str, Any] = self._http.json(
            "GET", self._path("/findings"), query=_entering(include, without)
        )
        return findings

    def disk_use(self) -> Dict[str, int]:
        """Bytes that it takes on the server's disk: results, curves, parameters, checkpoints."""
        use: Dict[str, int] = self._http.json("GET", self._path("/disk-use"))
        return use

    def parameters(self, number: int, point: str) -> Dict[str, Any]:
        """The parameters of a trial at one of its points, as NumPy arrays by PyTorch's names.

        point: initial, sgd-end, train-point or test-point. Needs NumPy.
        """
        try:
            import numpy
        except ImportError as missing:
            raise ShiftscopeError(
                "parameters() needs NumPy: pip install numpy, or take parameters_npz()."
            ) from missing
        with numpy.load(io.BytesIO(self.parameters_npz(number, point))) as arrays:
            return {name: arrays[name] for name in arrays.files}

    def parameters_npz(self, number: int, point: str) -> bytes:
        """The same as the bytes of a .npz file."""
        return self._http.raw("GET", self._path(f"/trials/{number}/parameters/{point}"))

    def figures(
        self, include: str = "counted", without: Sequence[int] = ()
    ) -> List[Dict[str, Any]]:
        """Its figures: id, title and sentence of each.

        without: numbers of trials that are left out whatever they measured.
        """
        figures: List[Dict[str, Any]] = self._http.json(
            "GET", self._path("/figures"), query=_entering(include, without)
        )
        return figures

    def figure(
        self,
        id: str,
        format: str = "svg",
        *,
        include: str = "counted",
        without: Sequence[int] = (),
        x: Optional[str] = None,
        y: Optional[str] = None,
        colour: Optional[str] = None,
        log: Optional[str] = None,
    ) -> bytes:
        """A figure as the page saves it.

        format: svg or png; csv, json or parquet for its numbers; python for a matplotlib script.
        without: numbers of trials that are left out whatever they measured.
        x, y: of the figure scatter, the quantities along its axes, by the heads of the page's table.
        colour: of the same, the axis that colours tell apart.
        log: of the same, which axes are logarithmic: x, y or xy.
        """
        query = {**_entering(include, without), "x": x, "y": y, "colour": colour, "log": log}
        return self._http.raw(
            "GET", self._path(f"/figures/{id}"), query={"format": format, **query}
        )

    def export_archive(
        self, path: Union[str, "os.PathLike[str]"], *, parameters: bool = False
    ) -> None:
        """Writes the whole experiment, which must have ended, into a file for import_archive.

        parameters: with the parameters at the points of its trials, which may be many.
        """
        query = {"parameters": "true" if parameters else "false"}
        with self._http.open(
            "GET", self._path("/archive"), None, None, query, ARCHIVES
        ) as answer, open(path, "wb") as archive:
            shutil.copyfileobj(answer, archive)

    def rows(self) -> List[Dict[str, Any]]:
        """A row for each trial: every number, text and truth of it, by its path sgd.trainLoss."""
        return [scalars(trial) for trial in self.results()]

    def to_pandas(self) -> "DataFrame":
        """The same as a pandas DataFrame, by the trial's number. Needs pandas."""
        return frame(self.rows())

    def cancel(self) -> "Experiment":
        """Stops it; what was found is kept."""
        return self._change("POST", "/cancel")

    def retry(self, trial: Optional[int] = None, *, failed: bool = False) -> "Experiment":
        """Queues again every trial that has no result.

        trial: this one alone.
        failed: those that failed alone, and none that was cancelled.
        """
        if trial is not None:
            return self._of_trial(trial, "retry")
        return self._change("POST", "/retry-failed" if failed else "/retry")

    def pause(self, trial: Optional[int] = None) -> "Experiment":
        """Pauses it, or one trial: what runs keeps a checkpoint and leaves its device."""
        return self._change("POST", "/pause") if trial is None else self._of_trial(trial, "pause")

    def resume(self, trial: Optional[int] = None) -> "Experiment":
        """Lets it, or one trial, go on from its checkpoint."""
        return self._change("POST", "/resume") if trial is None else self._of_trial(trial, "resume")

    def to_front(self) -> "Experiment":
        """Puts it before all others that wait."""
        return self._change("POST", "/front")

    def delete(self) -> "Experiment":
        """Puts it into the bin."""
        return self._change("DELETE", "")

    def restore(self) -> "Experiment":
        """Brings it back from the bin."""
        return self._change("POST", "/restore")

    def _of_trial(self, number: int, what: str) -> "Experiment":
        self._http.json("POST", self._path(f"/trials/{number}/{what}"))
        return self.refresh()

    def _change(self, method: str, what: str) -> "Experiment":
        self._json = self._http.json(method, self._path(what))
        return self

    def _path(self, below: str = "") -> str:
        return f"/api/experiments/{self.id}{below}"

    def __repr__(self) -> str:
        return f"<Experiment {self.id} {self.title!r}, {self.state}>"


def _entering(include: str, without: Sequence[int]) -> Dict[str, Optional[str]]:
    """Of a query: which trials are to enter."""
    return {"include": include, "without": ",".join(map(str, without)) or None}
