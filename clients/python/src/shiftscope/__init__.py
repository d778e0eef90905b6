"""Submit experiments to a Shiftscope server, follow them, and read what they found.

    from shiftscope import Client

    client = Client("http://localhost:8080")
    experiment = client.submit(client.preset("quick-start").spec)
    experiment.wait(progress=True)
    print(experiment.findings()["sentences"][0])
"""

from .client import Client
from .errors import FieldProblem, ProblemError, ShiftscopeError, Unreachable
from .experiment import Event, Experiment, Progress
from .presets import Preset

__all__ = [
    "Client",
    "Event",
    "Experiment",
    "FieldProblem",
    "Preset",
    "ProblemError",
    "Progress",
    "ShiftscopeError",
    "Unreachable",
]
