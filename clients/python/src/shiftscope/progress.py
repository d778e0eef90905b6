"""A progress bar for a terminal, a notebook, or plain lines in a file."""

from __future__ import annotations

import html
import importlib
import sys
from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from .experiment import Progress

WIDTH = 30
STEPS = 10


def words(progress: "Progress") -> str:
    """`` 42 %, 5 of 12 trials, 8 s left``"""
    text = f"{int(progress.fraction * 100):3d} %, {progress.ended} of {progress.trials} trials"
    left = progress.time_left_seconds
    if left is None:
        return text
    return text + (f", {left} s left" if left < 90 else f", {round(left / 60)} min left")


class ProgressBar:
    """Shows how far an experiment is: in its place where that can be, else a line for each tenth."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._shown = ""
        self._step = -1
        self._notebook: Optional[Any] = _display() if _in_notebook() else None
        self._terminal = self._notebook is None and sys.stderr.isatty()

    def show(self, progress: "Progress") -> None:
        """Shows it."""
        if self._notebook is not None:
            self._notebook.update(_html(self._title, progress))
        elif self._terminal:
            full = round(min(1.0, max(0.0, progress.fraction)) * WIDTH)
            self._redraw(f"  [{'#' * full}{'.' * (WIDTH - full)}] {words(progress)}")
        elif int(progress.fraction * STEPS) > self._step:
            self._step = int(progress.fraction * STEPS)
            print("  " + words(progress), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leaves its line."""
        if self._terminal and self._shown:
            print(file=sys.stderr, flush=True)

    def _redraw(self, line: str) -> None:
        if line != self._shown:
            print("\r" + line.ljust(len(self._shown)), end="", file=sys.stderr, flush=True)
            self._shown = line


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    return type(shell).__name__ == "ZMQInteractiveShell"


def _display() -> Any:
    display: Any = importlib.import_module("IPython.display")
    return display.display(display.HTML(""), display_id=True)


def _html(title: str, progress: "Progress") -> Any:
    display: Any = importlib.import_module("IPython.display")
    return display.HTML(
        f"<label>{html.escape(title)} "
        f"<progress max='1' value='{progress.fraction:.4f}'></progress> "
        f"{html.escape(words(progress))}</label>"
    )
