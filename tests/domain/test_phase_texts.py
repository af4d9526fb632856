import json
from pathlib import Path
from typing import Any

import pytest

from klasgenoot.domain.groups import Phase, Signal
from klasgenoot.domain.phase_texts import read_phases

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def content(language: str) -> dict[str, Any]:
    return json.loads((RESOURCES / "phases" / f"{language}.json").read_text("utf-8"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_phase_and_every_signal_has_its_words_and_no_others(language: str):
    data = content(language)
    texts = read_phases(data)

    assert set(data) == {"about", "phases", "signals"}
    assert list(data["phases"]) == [phase.value for phase in Phase]
    assert list(data["signals"]) == [signal.value for signal in Signal]
    assert all(texts.signals.values())
    for text in texts.phases.values():
        assert all((text.name, text.line, text.move))
        assert text.question.endswith("?")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_signals_and_no_two_phases_read_the_same(language: str):
    texts = read_phases(content(language))

    assert len(set(texts.signals.values())) == len(Signal)
    assert len({text.name for text in texts.phases.values()}) == len(Phase)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("about"),
        lambda d: d["phases"].pop("storming"),
        lambda d: d["signals"].pop("letting_go"),
        lambda d: d["phases"]["storming"].pop("move"),
        lambda d: d["phases"]["storming"].update(score=7),
        lambda d: d.update(phases=[]),
    ],
)
def test_texts_of_another_shape_are_refused(spoil: Any):
    data = content("nl")
    spoil(data)
    with pytest.raises(ValueError):
        read_phases(data)
