"""What the client promises, with a running server: story.py URL WHEEL_PATH.

Imports the package from the wheel that the server hands out: a wheel is a zip, which Python reads.
"""

import hashlib
import io
import os
import sys
import tempfile
import threading
import urllib.request
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

URL, WHEEL = sys.argv[1:]

with urllib.request.urlopen(URL + WHEEL) as answer:
    bytes_of_wheel = answer.read()
folder = tempfile.mkdtemp()
zipfile.ZipFile(io.BytesIO(bytes_of_wheel)).extractall(folder)
sys.path.insert(0, folder)

from shiftscope import Client, ProblemError, ShiftscopeError, Unreachable  # noqa: E402


def refused(status, call):
    try:
        call()
    except ProblemError as problem:
        assert problem.status == status, problem.status
        return problem
    raise AssertionError("It was not refused.")


client = Client(URL)
assert client.health()["status"] == "ok"

# A preset, changed, is submitted once for each key.
preset = client.preset("quick-start")
spec = preset.with_(title="A story in Python", seeds=[0, 1], sgd__flowTime=2)
assert preset.spec["title"] != spec["title"]
assert client.estimate(spec)["trials"] == 8
experiment = client.submit(spec, key="story")
assert client.submit(spec, key="story").id == experiment.id
problem = refused(422, lambda: client.submit(preset, key="story"))
assert experiment.id in str(problem) and problem.type.endswith("/idempotency-key-reused")

# Wrong specs are told with the server's own sentences.
problem = refused(400, lambda: client.submit({**spec, "seeds": [-1], "temperatures": []}))
assert sorted(each.field for each in problem.problems) == ["seeds[0]", "temperatures"], problem.problems
assert "seeds[0] must be 0 or more; it is -1." in str(problem)
assert str(refused(404, lambda: client.experiment("nosuchthing1"))) == "There is no experiment nosuchthing1."

# It is followed to its end; events come without a gap, also from the middle on.
assert experiment.wait(progress=True) is experiment and experiment.ended
assert experiment.state == "finished" and experiment.outcomes["measured"] == 8
events = [event for event in experiment.events() if event.sequence]
assert events[0].type == "experiment-submitted" and events[-1].type == "experiment-ended"
middle = events[len(events) // 2].sequence
assert [e.sequence for e in experiment.events(middle)] == [e.sequence for e in events if e.sequence > middle]

# What was found.
assert len(experiment.findings()["sentences"][0]) > 20
assert "1 by hand" in " ".join(experiment.findings(without=[3])["sentences"])
assert experiment.losses(0) == {"trial": 0, "state": "finished", "curves": []}
results = experiment.results()
assert results == [experiment.trial(number) for number in range(8)]
row = experiment.rows()[3]
assert row["sgd.trainLoss"] == results[3]["sgd"]["trainLoss"] and row["temperature"] == results[3]["temperature"]
arrays = zipfile.ZipFile(io.BytesIO(experiment.parameters_npz(0, "test-point"))).namelist()
assert "layers.0.weight.npy" in arrays, arrays
try:
    import numpy

    assert isinstance(experiment.parameters(0, "test-point")["layers.0.weight"], numpy.ndarray)
except ImportError:
    try:
        experiment.parameters(0, "test-point")
        raise AssertionError("It cannot be.")
    except ShiftscopeError as missing:
        assert "pip install numpy" in str(missing)
try:
    import pandas

    assert experiment.to_pandas().loc[3, "sgd.trainLoss"] == row["sgd.trainLoss"]
except ImportError:
    pass
assert client.claims([experiment])["experiments"] == [experiment.id]

# Pictures, and the whole as a file.
names = [figure["id"] for figure in experiment.figures("all")]
assert "losses" in names, names
assert experiment.figure("losses", include="all").startswith(b"<svg ")
assert experiment.figure("losses", "png", include="all").startswith(b"\x89PNG")
chosen = {"include": "all", "x": "‖s‖", "y": "½ κ_te", "log": "x"}
whole = experiment.figure("scatter", "csv", **chosen)
assert experiment.figure("scatter", "csv", without=[3], **chosen).count(b"\n") < whole.count(b"\n"), whole
assert "must be one of" in str(refused(400, lambda: experiment.figure("scatter", x="nothing")))
assert names == [figure["id"] for figure in experiment.figures("all", without=[3])]
both = [experiment, client.submit({**spec, "title": "Beside it", "seeds": [2, 3]}).wait()]
names = [figure["id"] for figure in client.comparison_figures(both, include="all", x="‖s‖", y="½ κ_te")]
assert names == ["differences", "means", "lines-train", "lines-test", "scatter"], names
assert client.comparison_figure(both, "means", quantity="sgd-test-loss").startswith(b"<svg ")
line = {"lines": [both[0].id + ":0"], "format": "csv"}
assert client.comparison_figure(both, "lines-test", **line).startswith(b'"layer",')
assert "must be one of" in str(refused(400, lambda: client.comparison_figure(both, "means", spread="wide")))
with tempfile.TemporaryDirectory() as folder:
    archive = os.path.join(folder, "experiment.zip")
    experiment.export_archive(archive)
    assert "is here already" in str(refused(409, lambda: client.import_archive(archive)))

# The queue.
lane = client.pause_lane("cpu")
assert lane["paused"] and client.lanes()[0] == lane
waits = client.submit({**spec, "title": "It waits"}, priority=3, trial_hours=2)
assert waits.priority == 3 and waits.trial_hours == 2 and waits.state == "queued"
other = client.submit({**spec, "title": "So does this"})
assert [each.id for each in client.queue()] == [waits.id, other.id]
assert other.to_front().priority == 3 and client.queue()[0].id == other.id
assert waits.edit(priority=-1).priority == -1
assert other.pause(trial=2).progress.paused == 1 and other.state == "queued"
assert other.pause().state == "paused" and not other.ended
assert other.resume().state == "queued" and other.cancel().state == "cancelled"
assert other.retry(trial=1).state == "queued" and "has failed" in str(refused(409, lambda: other.retry(failed=True)))
assert waits.cancel().ended and other.cancel().ended
assert client.resume_lane("cpu")["paused"] is None

# Backups, the disk.
use = experiment.disk_use()
assert use["curves"] > 0 and use["bytes"] == sum(use.values()) - use["bytes"], use
backup = client.make_backup()
assert [each["name"] for each in client.backups()] == [backup["name"]]
assert client.verify_backup(backup["name"])["wrong"] == []
assert client.backups()[0]["verified"]["results"] == backup["results"] > 0
assert client.system()["backups"]["underWay"] is None
with tempfile.TemporaryDirectory() as folder:
    client.download_backup(backup["name"], os.path.join(folder, "backup.zip"))
    with open(os.path.join(folder, "backup.zip"), "rb") as file:
        assert hashlib.sha256(file.read()).hexdigest() == backup["sha256"]
assert "Nothing is done with a backup" in str(refused(409, client.cancel_backup))
assert "There is no backup" in str(refused(404, lambda: client.verify_backup("none.zip")))

# Lists, the bin.
assert experiment.id in [each.id for each in client.experiments("story in python")]
assert experiment.delete().json["deleted"] is not None
assert experiment.id not in [each.id for each in client.experiments()]
assert experiment.restore().json["deleted"] is None
assert "every trial" in str(refused(409, experiment.retry))


class Flaky(BaseHTTPRequestHandler):
    """Takes a request to the server and loses its answer, every other time; cuts streams short."""

    lost = 0
    cut = 0

    def forward(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))) or None
        request = urllib.request.Request(URL + self.path, data=body, method=self.command)
        for name in ("Content-Type", "Idempotency-Key", "Last-Event-ID", "Authorization"):
            if self.headers.get(name):
                request.add_header(name, self.headers[name])
        with urllib.request.urlopen(request) as answer:
            if "/events" in self.path:
                self.stream(answer)
                return
            content = answer.read()
        if self.command == "POST" and Flaky.lost == 0:
            Flaky.lost += 1
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def stream(self, answer):
        self.send_response(200)
        self.end_headers()
        for count, line in enumerate(answer):
            self.wfile.write(line)
            self.wfile.flush()
            if count == 12 and Flaky.cut < 3:
                Flaky.cut += 1
                return

    do_GET = do_POST = forward

    def log_message(self, *_):
        pass


# A lost answer and streams that are cut cost nothing: one experiment, no gap, no repetition.
proxy = HTTPServer(("127.0.0.1", 0), Flaky)
threading.Thread(target=proxy.serve_forever, daemon=True).start()
through = Client(f"http://127.0.0.1:{proxy.server_port}")
flaky = through.submit({**spec, "title": "Through a bad network"})
seen = [event.sequence for event in flaky.events() if event.sequence]
assert Flaky.lost == 1 and Flaky.cut >= 1, (Flaky.lost, Flaky.cut)
assert seen == [event.sequence for event in client.experiment(flaky.id).events() if event.sequence]
assert len([each for each in client.experiments("bad network")]) == 1
proxy.shutdown()
try:
    Client(f"http://127.0.0.1:{proxy.server_port}", tries=1, timeout=1).health()
    raise AssertionError("It cannot be.")
except Unreachable as unreachable:
    assert "Is the server running" in str(unreachable)

print("All is as it should be.")
