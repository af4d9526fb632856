"""What was asked for: the window, or one deed without it."""

import pytest

from klasgenoot.app import headless, start
from klasgenoot.app.command_line import main


def test_without_a_deed_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}

    def run_window(**arguments: object) -> int:
        asked.update(arguments)
        return 3

    monkeypatch.setattr(start, "run_window", run_window)
    assert main(["--data-dir", "here", "--lang", "en", "--demo"]) == 3
    assert asked == {"data_dir": "here", "language": "en", "demo": True, "at": ""}


def test_every_deed_that_can_be_asked_for_is_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    monkeypatch.setattr(headless, "run_deed", lambda asked: asked.deed)
    for deed in headless.DEEDS:
        assert deed in told
        given = {"import": ["klas.csv"], "log": ["Sanne"]}.get(deed, [])
        assert main([deed, *given]) == deed


@pytest.mark.parametrize("arguments", [["--lang", "fy"], ["sing"], ["import"], ["log"]])
def test_what_is_not_understood_ends_with_how_it_should_be(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: klasgenoot" in capsys.readouterr().err
