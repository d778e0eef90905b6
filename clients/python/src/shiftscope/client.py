"""A Shiftscope server, as a program sees it."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Union

from .errors import ShiftscopeError
from .experiment import ARCHIVES, Experiment
from .http import Transport
from .presets import Preset, Spec

#: Seconds without an answer: a large record is read whole before the server answers.
BACKUPS = 3600.0


class Client:
    """A server.

    url: its address; where it is not given, SHIFTSCOPE_SERVER or http://localhost:8080.
    token: of an account; where it is not given, SHIFTSCOPE_TOKEN. A server that is open needs none.
    timeout: seconds to wait for an answer.
    tries: how often a request that may be sent twice is sent.
    """

    def __init__(
        self,
        url: Optional[str] = None,
        token: Optional[str] = None,
        *,
        timeout: float = 60.0,
        tries: int = 5,
    ) -> None:
        address = url or os.environ.get("SHIFTSCOPE_SERVER") or "http://localhost:8080"
        self._http = Transport(
            address, token or os.environ.get("SHIFTSCOPE_TOKEN") or None, timeout, tries
        )

    @property
    def url(self) -> str:
        """The server's address."""
        return self._http.url

    def health(self) -> Dict[str, Any]:
        """How the server is."""
        health: Dict[str, Any] = self._http.json("GET", "/api/health")
        return health

    def presets(self) -> List[Preset]:
        """Specs to start from, the quick start first."""
        return [Preset.read(each) for each in self._http.json("GET", "/api/presets")]

    def preset(self, id: str) -> Preset:
        """The preset with an id."""
        presets = self.presets()
        for preset in presets:
            if preset.id == id:
                return preset
        known = ", ".join(preset.id for preset in presets)
        raise ShiftscopeError(f"There is no preset {id}. The presets are {known}.")

    def estimate(self, spec: Mapping[str, Any]) -> Dict[str, Any]:
        """Time and memory that an experiment will take, from a timed step."""
        estimate: Dict[str, Any] = self._http.json("POST", "/api/estimates", spec)
        return estimate

    def theory(self, spec: Mapping[str, Any], temperature: Optional[float] = None) -> Dict[str, Any]:
        """What theory says of a spec before anything runs."""
        theory: Dict[str, Any] = self._http.json(
            "POST", "/api/theory", spec, query={"temperature": temperature}
        )
        return theory

    def submit(
        self,
        spec: Union[Spec, Preset],
        *,
        key: Optional[str] = None,
        priority: Optional[int] = None,
        trial_hours: Optional[float] = None,
    ) -> Experiment:
        """Submits an experiment.

        A request whose answer is lost is sent again with the same key, and makes one experiment.

        key: names this request; where it is not given, a new one is made. Give one of your own to
            make a whole program safe to be run again: within 24 hours the same key and spec give the
            same experiment.
        priority: -10 to 10; those of a higher one go first.
        trial_hours: hours that each trial may take; else the server's own limit.
        """
        body = spec.spec if isinstance(spec, Preset) else spec
        submitted = self._http.json(
            "POST",
            "/api/experiments",
            body,
            {"Idempotency-Key": key or str(uuid.uuid4())},
            query={"priority": priority, "trialHours": trial_hours},
        )
        return Experiment(self._http, submitted)

    def experiment(self, id: str) -> Experiment:
        """The experiment with an id."""
        return Experiment(self._http, self._http.json("GET", f"/api/experiments/{id}"))

    def experiments(
        self,
        text: Optional[str] = None,
        *,
        query: Optional[str] = None,
        state: Optional[str] = None,
        kind: Optional[str] = None,
        deleted: bool = False,
        archived: bool = False,
    ) -> Iterator[Experiment]:
        """Experiments, the newest first; as many as you take.

        ``query`` is a search such as ``network:cnn curvature<3 tag:paper``.
        """
        after: Optional[str] = None
        while True:
            page = self._http.json(
                "GET",
                "/api/experiments",
                query={
                    "text": text,
                    "state": state,
                    "kind": kind,
                    "q": query,
                    "deleted": "true" if deleted else None,
                    "archived": "true" if archived else None,
                    "after": after,
                    "limit": 100,
                },
            )
            for each in page:
                yield Experiment(self._http, each)
            if len(page) < 100:
                return
            after = page[-1]["id"]

    def queue(self, limit: int = 100) -> List[Experiment]:
        """Experiments of which trials wait, the one that is next first."""
        line = self._http.json("GET", "/api/queue", query={"limit": limit})
        return [Experiment(self._http, each) for each in line]

    def lanes(self) -> List[Dict[str, Any]]:
        """The queue of each device: device, paused (since when, or None), running, waiting."""
        lanes: List[Dict[str, Any]] = self._http.json("GET", "/api/lanes")
        return lanes

    def pause_lane(self, device: str) -> Dict[str, Any]:
        """Lets a device take no trials; those that run keep checkpoints and wait."""
        return self._lane(device, "pause")

    def resume_lane(self, device: str) -> Dict[str, Any]:
        """Lets a device take trials again."""
        return self._lane(device, "resume")

    def _lane(self, device: str, what: str) -> Dict[str, Any]:
        lane: Dict[str, Any] = self._http.json("POST", f"/api/lanes/{device}/{what}")
        return lane

    def system(self) -> Dict[str, Any]:
        """The server itself: lanes, workers, memory, disk, versions, what is done with backups."""
        system: Dict[str, Any] = self._http.json("GET", "/api/system")
        return system

    def backups(self) -> List[Dict[str, Any]]:
        """The backups of the record, the newest first. For administrators, as all of them are."""
        backups: List[Dict[str, Any]] = self._http.json("GET", "/api/backups")
        return backups

    def make_backup(self) -> Dict[str, Any]:
        """Makes a backup of the whole record, which may take minutes; trials go on meanwhile."""
        return self._of_backups("")

    def verify_backup(self, name: str) -> Dict[str, Any]:
        """Has the server restore a backup for a look: "wrong" lists what is wrong."""
        return self._of_backups(f"/{name}/verify")

    def cancel_backup(self) -> Dict[str, Any]:
        """Ends the making or verifying of a backup, also of one by night: nothing stays of it."""
        return self._of_backups("/cancel")

    def download_backup(self, name: str, path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes a backup into a file, which ``shiftscope restore`` takes."""
        with self._http.open("GET", f"/api/backups/{name}", timeout=BACKUPS) as answer, open(
            path, "wb"
        ) as file:
            shutil.copyfileobj(answer, file)

    def _of_backups(self, path: str) -> Dict[str, Any]:
        with self._http.open("POST", "/api/backups" + path, timeout=BACKUPS) as answer:
            answered: Dict[str, Any] = json.loads(answer.read())
            return answered

    def claims(
        self, experiments: Sequence[Union[str, Experiment]], *, include: str = "counted"
    ) -> Dict[str, Any]:
        """Verdicts on the paper's claims by what experiments found together."""
        claims: Dict[str, Any] = self._http.json(
            "GET", "/api/claims", query=_together(experiments, include, {})
        )
        return claims

    def comparison(
        self, experiments: Sequence[Union[str, Experiment]], *, include: str = "counted"
    ) -> Dict[str, Any]:
        """Experiments compared at equal T, the first of them the reference."""
        comparison: Dict[str, Any] = self._http.json(
            "GET", "/api/comparison", query=_together(experiments, include, {})
        )
        return comparison

    def comparison_figures(
        self,
        experiments: Sequence[Union[str, Experiment]],
        *,
        include: str = "counted",
        quantity: Optional[str] = None,
        x: Optional[str] = None,
        y: Optional[str] = None,
    ) -> List[Dict[str, Any]]:
        """The figures of a comparison: id, title and sentence of each.

        quantity, x, y: as in comparison_figure.
        """
        query = {"quantity": quantity, "x": x, "y": y}
        figures: List[Dict[str, Any]] = self._http.json(
            "GET", "/api/comparison/figures", query=_together(experiments, include, query)
        )
        return figures

    def comparison_figure(
        self,
        experiments: Sequence[Union[str, Experiment]],
        id: str,
        format: str = "svg",
        *,
        include: str = "counted",
        quantity: Optional[str] = None,
        spread: Optional[str] = None,
        lines: Sequence[str] = (),
        x: Optional[str] = None,
        y: Optional[str] = None,
        log: Optional[str] = None,
    ) -> bytes:
        """A figure of a comparison as the page saves it.

        format: svg or png; csv, json or parquet for its numbers; python for a matplotlib script.
        quantity: of which the figures differences and means are; the first where it is left out.
        spread: what the bands of the means are: deviation, error or interval.
        lines: trials whose lines are laid over one another, each the experiment's id, a colon and
            the trial's number; one of each experiment where there are none.
        x, y: of the figure scatter, which is there with both, the quantities along its axes.
        log: of the same, which axes are logarithmic: x, y or xy.
        """
        query = {
            "format": format,
            "quantity": quantity,
            "spread": spread,
            "lines": ",".join(lines) or None,
            "x": x,
            "y": y,
            "log": log,
        }
        return self._http.raw(
            "GET", f"/api/comparison/figures/{id}", query=_together(experiments, include, query)
        )

    def import_archive(self, path: Union[str, "os.PathLike[str]"]) -> Experiment:
        """Takes in an experiment from a file that export_archive or a page wrote.

        Raises ProblemError where the archive is damaged, or its experiment is there already.
        """
        with open(path, "rb") as archive:
            headers = {
                "Content-Type": "application/zip",
                "Content-Length": str(os.fstat(archive.fileno()).st_size),
            }
            with self._http.open(
                "POST", "/api/imports", archive, headers, timeout=ARCHIVES
            ) as answer:
                return Experiment(self._http, json.loads(answer.read()))

    def __repr__(self) -> str:
        return f"Client({self.url!r})"


def _together(
    experiments: Sequence[Union[str, Experiment]], include: str, more: Mapping[str, Optional[str]]
) -> Dict[str, Optional[str]]:
    """Of a query: which experiments, which of their trials are to enter, and more."""
    ids = [each.id if isinstance(each, Experiment) else each for each in experiments]
    return {"experiments": ",".join(ids), "include": include, **more}
