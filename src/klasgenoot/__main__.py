"""`python -m klasgenoot`: everything starts here, also the process in which files are read."""

import sys

from klasgenoot.exchange.cage import PDF_WORD, WORD


def main() -> int:
    """Runs the app; with a hidden word, the inside of a cage instead."""
    if sys.argv[1:] in ([WORD], [PDF_WORD]):
        from klasgenoot.exchange.cage.inside import serve

        return serve(reads_pdf=sys.argv[1] == PDF_WORD)
    from klasgenoot.app.command_line import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
