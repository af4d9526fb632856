"""`python -m klasgenoot`: everything starts here."""

import sys

from klasgenoot.app.command_line import main

if __name__ == "__main__":
    sys.exit(main())
