"""Run the command line with ``python -m zhuanti``."""

import sys

from zhuanti.cli import main

if __name__ == "__main__":
    sys.exit(main(prog_name="topic"))
