"""Writes THIRD_PARTY.md: the work of others that a bundle carries, with its licence texts.

Run with the Python of .venv: `python packaging/third_party.py <file to write>`.
"""

import platform
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

NOT_IN_THE_BUNDLE = {"pip", "setuptools"}

QT_NOTE = """\
Klasgenoot uses Qt and PySide6 under the GNU Lesser General Public License, version 3. They lie in
this folder as separate files, which you may replace by versions of your own; taking the whole apart
to find mistakes in such a change is allowed. Their source is at https://download.qt.io/ and
https://code.qt.io/.
"""


def main(target: Path) -> None:
    """Writes the page: first a table, then every licence text."""
    packages = bundled_packages()
    python = f"| Python | {platform.python_version()} | PSF-2.0 (the text of typing_extensions) |"
    rows = [f"| {package.name} | {package.version} | {licence(package)} |" for package in packages]
    table = ["| package | version | licence |", "|---|---|---|", python, *rows]
    page = ["# The work of others in Klasgenoot", QT_NOTE, "\n".join(table)]
    page += [f"## {title}\n\n```text\n{text.strip()}\n```" for title, text in texts(packages)]
    target.write_text("\n\n".join(page) + "\n", "utf-8")


def bundled_packages() -> list[Distribution]:
    """What requirements/run.txt names and this system has, without what the bundle leaves out."""
    lock = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    found = []
    for name in re.findall(r"^([\w.-]+)==", lock, flags=re.MULTILINE):
        if name not in NOT_IN_THE_BUNDLE:
            try:
                found.append(distribution(name))
            except PackageNotFoundError:
                continue  # a package for another system
    return found


def licence(package: Distribution) -> str:
    """The short name of a package's licence, as the package itself gives it."""
    about = package.metadata
    named = about.get_all("License-Expression", []) + about.get_all("License", [])
    classifiers = [line for line in about.get_all("Classifier", []) if line.startswith("License")]
    short = [line.splitlines()[0] for line in named if line] or classifiers or ["see its text"]
    return str(short[0]).rpartition(" :: ")[2]


def texts(packages: list[Distribution]) -> list[tuple[str, str]]:
    """Title and text of every licence: the packages', the fonts', the icons', Qt's."""
    found = [
        (f"{package.name}: {file.name}", Path(str(file.locate())).read_text("utf-8"))
        for package in packages
        for file in package.files or []
        if re.match(r"(LICEN[CS]E|COPYING|NOTICE)", file.name, flags=re.IGNORECASE)
        and file.suffix in {"", ".txt", ".md"}
    ]
    shipped = sorted((ROOT / "resources").rglob("LICENSE*"))
    legal = sorted((ROOT / "packaging" / "licences").glob("*.txt"))
    found += [(str(path.relative_to(ROOT)), path.read_text("utf-8")) for path in [*shipped, *legal]]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
