"""``python -m desktop.cli``: the command line without the installed script."""

from desktop.cli import main

main()
