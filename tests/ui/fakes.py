"""Stand-ins for what a page gets in its constructor."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pug_desktop.progress import Cancelled, silent


class FakeAsk:
    """Answers from a list, in order; notes what was asked and told."""

    def __init__(self, answers: Sequence[object] = ()) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[Any, ...]] = []
        self.told: list[Exception] = []
        self.informed: list[tuple[str, str]] = []

    def _next(self, *question: object) -> Any:
        self.asked.append(question)
        assert self.answers, f"nobody expected the question {question}"
        return self.answers.pop(0)

    def confirm(self, title: str, text: str, verb: str, *, danger: bool = False) -> bool:
        return bool(self._next("confirm", title, text, verb, danger))

    def confirm_or(self, title: str, text: str, verb: str, instead: str) -> bool | None:
        answer = self._next("confirm_or", title, text, verb, instead)
        return None if answer is None else bool(answer)

    def open_file(self, title: str, kinds: str = "") -> Path | None:
        return self._next("open_file", title, kinds)

    def open_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        return self._next("open_files", title, kinds)

    def save_file(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        return self._next("save_file", title, suggested, kinds)

    def folder(self, title: str) -> Path | None:
        return self._next("folder", title)

    def text(self, title: str, question: str, present: str = "") -> str | None:
        return self._next("text", title, question, present)

    def choose(self, title: str, question: str, options: Sequence[str], present: int = 0) -> int | None:
        return self._next("choose", title, question, tuple(options), present)

    def documents(self, known: Sequence[Any]) -> tuple[str, ...]:
        return self._next("documents", tuple(known))

    def passphrase(self, title: str, text: str, *, twice: bool = False) -> str | None:
        return self._next("passphrase", title, text, twice)

    def tell(self, error: Exception) -> None:
        self.told.append(error)

    def inform(self, title: str, text: str) -> None:
        self.informed.append((title, text))


class NowJobs:
    """Runs the work at once, on the thread of the test; a failure without `failed` is raised."""

    def __init__(self) -> None:
        self.labels: list[str] = []

    def start(
        self,
        work: Any,
        *,
        label: str,
        succeeded: Any = None,
        failed: Any = None,
        cancelled: Any = None,
        quiet: bool = False,
    ) -> None:
        self.labels.append(label)
        try:
            result = work(silent)
        except Cancelled:
            if cancelled is not None:
                cancelled()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            if succeeded is not None:
                succeeded(result)
