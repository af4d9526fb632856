"""The power fails while names of files are given and taken."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def power_failing(monkeypatch: pytest.MonkeyPatch, *, at: int) -> Iterator[None]:
    """What is inside ends at this step, or goes on to its end when there are fewer."""
    steps = iter(range(1, 99))

    def die(real: Callable[..., None]) -> Callable[..., None]:
        def dying(path: Path, *to: Path, **how: bool) -> None:
            if next(steps) >= at:
                raise KeyboardInterrupt
            real(path, *to, **how)

        return dying

    with monkeypatch.context() as failing:
        for name in ("replace", "unlink"):
            failing.setattr(Path, name, die(getattr(Path, name)))
        with suppress(KeyboardInterrupt):
            yield
