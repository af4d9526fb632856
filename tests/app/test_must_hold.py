"""What must hold of the vault, in a short form; in full with `make bench-safety`.

Each script tries to lose, to spoil or to read data in one way, and ends with 1 when it could.
"""

import subprocess
import sys
from pathlib import Path

import pytest

SAFETY = Path(__file__).resolve().parents[2] / "benchmarks" / "safety"
SHORT = {
    "kills": "6",
    "power_cuts": "40",
    "failing_disk": "10",
    "editors": "2",
    "starts": "5",
    "forced_errors": "20",
    "flipped_bits": "10",
    "kill_keys": "5",
    "killed": "2",
    "network": "--quick",
    "traces": "--quick",
    "clocks": "--quick",
}
"""How often each tries here. What only measures times is left to `make bench-safety`."""


@pytest.mark.skipif(sys.platform != "linux", reason="kills, traces and wrong clocks want Linux")
@pytest.mark.parametrize("name", SHORT)
def test_it_holds(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, str(SAFETY / f"{name}.py"), SHORT[name]],
        capture_output=True,
        text=True,
        check=False,
    )
    promises = [line for line in ran.stdout.splitlines() if line.startswith(":: ")]
    assert ran.returncode == 0, ran.stdout + ran.stderr
    if all("left out" in line for line in promises):
        pytest.skip(promises[0] if promises else "it promised nothing")
    assert any(line.startswith(":: holds") for line in promises)


def test_the_table_says_what_each_script_says_and_ends_with_1_when_one_is_broken(
    tmp_path: Path,
) -> None:
    for name in ("table", "promises"):
        (tmp_path / f"{name}.py").write_bytes((SAFETY / f"{name}.py").read_bytes())
    (tmp_path / "good.py").write_text(
        '"""Is it good?"""\n'
        "from promises import none_of, tell\n"
        'if __name__ == "__main__":\n'
        '    raise SystemExit(tell(none_of("things lost", 0, 7)))\n'
    )
    (tmp_path / "silent.py").write_text(
        '"""Does it end well?"""\nif __name__ == "__main__":\n    raise SystemExit(1)\n'
    )
    command = [sys.executable, str(tmp_path / "table.py")]
    good = subprocess.run([*command, "good"], capture_output=True, text=True, check=False)
    assert good.returncode == 0
    assert (
        "| things lost | 0 of 7 | 0 | holds | `python benchmarks/safety/good.py` |" in good.stdout
    )
    both = subprocess.run(command, capture_output=True, text=True, check=False)
    assert both.returncode == 1
    assert "| Does it end well? | ended with 1 | ends with 0 | BROKEN |" in both.stdout
