"""``python -m silkgraph`` is the command ``silkgraph``."""

from silkgraph.cli import main

if __name__ == "__main__":
    main()
