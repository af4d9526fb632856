"""What Qt asks of Debian and Ubuntu: which packages are missing, and how they get there."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Library file → package, for Qt without a screen."""

WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""Library file → package, for a window on X11 or Wayland."""

FONTS = Path("/usr/share/fonts")


def is_debian() -> bool:
    """True on Debian, Ubuntu and what is made from them."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def can_install() -> bool:
    """True where packages can be installed without asking anybody."""
    return sys.platform == "linux" and is_debian() and os.geteuid() == 0


def missing_for_qt() -> list[str]:
    """The packages that a virtual environment and Qt without a screen still want."""
    if not is_debian():
        return []
    packages = [package for library, package in QT.items() if not _loads(library)]
    if not any(FONTS.rglob("*.?tf")):
        packages.append("fonts-dejavu-core")
    if sys.base_prefix == "/usr" and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def missing_for_a_window() -> list[str]:
    """The packages that Qt still wants before it can open a window."""
    if not is_debian():
        return []
    return [package for library, package in WINDOW.items() if not _loads(library)]


def missing_programs(**programs: str) -> list[str]:
    """The packages of those programs (`program="package"`) that are not there."""
    return [package for program, package in programs.items() if shutil.which(program) is None]


def provide(packages: list[str]) -> None:
    """Installs the packages as root; for everybody else, prints the command that does and stops."""
    if not packages:
        return
    if not can_install():
        sys.exit(
            "Some packages of this system are missing. Please run this, and then try again:\n"
            f"  sudo apt-get install {' '.join(_names_here(packages))}"
        )
    print("Installing packages of this system:", *packages, flush=True)
    apt_get = ["apt-get", "-qq"]
    # A list that could not be refreshed may still do, so only the installation decides.
    _ask([*apt_get, "update"])
    if _ask([*apt_get, "install", "--yes", "--no-install-recommends", *_names_here(packages)]):
        sys.exit(f"These packages could not be installed: {' '.join(packages)}")


def _ask(command: list[str]) -> int:
    """Runs a program of Debian that asks nothing and prints no more than what goes wrong."""
    silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=silent, stdout=subprocess.DEVNULL, check=False)
    return done.returncode


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _names_here(packages: list[str]) -> list[str]:
    """Debian 13 and Ubuntu 24.04 gave some libraries a name ending in t64."""
    known = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False)
    names = set(known.stdout.split())
    return [f"{package}t64" if f"{package}t64" in names else package for package in packages]
