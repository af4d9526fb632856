"""Where does everything lie? The data folder, and what ships beside the code."""

from pathlib import Path


def data_folder(chosen: str | None = None) -> Path:
    """The folder of the teacher's data: the one chosen, else the computer's own place for it."""
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("Klasgenoot", appauthor=False)


def sample_folder(data: Path) -> Path:
    """The folder of the sample class: apart from real data, so that it can go in one click."""
    return data / "sample"


def log_folder(data: Path) -> Path:
    """The folder of the local log."""
    return data / "log"


def resources() -> Path:
    """What ships beside the code: in the package once installed, else at the repository's root."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "resources"
    return shipped if shipped.is_dir() else package.parents[1] / "resources"
