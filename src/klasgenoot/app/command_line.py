"""What was asked for on the command line: the window, or one deed without it?"""

import os
import sys
from argparse import SUPPRESS, ArgumentError, ArgumentParser, Namespace
from collections.abc import Sequence

from klasgenoot import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the command line asks for and returns the exit code."""
    os.umask(0o077)  # whatever is made from here on is for its owner's eyes only
    words = sys.argv[1:] if arguments is None else arguments
    asked = _for_a_window(words)
    if asked is None:
        asked = _parser().parse_args(words)
        if asked.deed:
            from klasgenoot.app.headless import run_deed

            return run_deed(asked)
    from klasgenoot.app.start import run_window

    return run_window(data_dir=asked.data_dir, language=asked.lang, demo=asked.demo, at=asked.at)


def _for_a_window(words: Sequence[str]) -> Namespace | None:
    """What was asked for, if it is a window and nothing else.

    Then there is no need to read what all the deeds can be told, which takes a while.
    """
    parser = ArgumentParser(prog="klasgenoot", add_help=False, exit_on_error=False)
    _ask_for_window(parser)
    try:
        asked, others = parser.parse_known_args(words)
    except ArgumentError:
        return None
    return None if others else asked


def _ask_for_window(parser: ArgumentParser) -> None:
    parser.add_argument("--data-dir", metavar="DIR", help="keep the data in this folder")
    parser.add_argument("--lang", choices=("nl", "en"), help="the language on screen")
    parser.add_argument("--demo", action="store_true", help="use the sample class")
    parser.add_argument("--at", default="", help=SUPPRESS)  # where the teacher was before the lock


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="klasgenoot",
        description="Learn every student's name, and see who has not been seen lately.",
        epilog="Without a deed the window opens. With one the answer is printed as JSON.",
    )
    parser.add_argument("--version", action="version", version=f"klasgenoot {__version__}")
    _ask_for_window(parser)
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", title="deeds without a window")

    one = deeds.add_parser("import", help="take in a class list and photos")
    one.add_argument("paths", nargs="+", metavar="PATH", help="list, photos, folder or zip")
    one.add_argument(
        "--class",
        dest="class_names",
        action="append",
        metavar="NAME",
        help="the class they are in; several times: these classes of the list, each by itself",
    )
    one.add_argument(
        "--each", action="store_true", help="every class of the list by itself, however many"
    )
    one.add_argument("--preview", action="store_true", help="only say what would change")

    one = deeds.add_parser("students", help="list the students")
    _choose_class(one)

    one = deeds.add_parser("practise", help="practise names; answers come from standard input")
    _choose_class(one)
    one.add_argument("--limit", type=_at_least_one, default=20, metavar="N", help="at most N faces")

    one = deeds.add_parser("log", help="log contact with one or more students")
    _choose_class(one)
    one.add_argument("line", nargs="+", help='as in: "Sanne, Milan: group project is going well"')

    one = deeds.add_parser("unseen", help="who has not been seen lately")
    _choose_class(one)
    one.add_argument(
        "--target", type=_at_least_one, metavar="DAYS", help="days between two contacts"
    )

    deeds.add_parser("backup", help="make a backup now, and list all there are")

    one = deeds.add_parser("restore", help="put a backup in the place of the data")
    one.add_argument("backup", metavar="FILE", help="a file that ends in .backup")
    one.add_argument("--preview", action="store_true", help="only say what would be different")

    one = deeds.add_parser("export", help="print everything that is kept, without the photos")
    _choose_class(one)
    return parser


def _choose_class(parser: ArgumentParser) -> None:
    parser.add_argument("--class", dest="class_name", metavar="NAME", help="which class")


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
