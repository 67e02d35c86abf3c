"""Lets `python -m builder` run the command line."""

from builder.cli import main

if __name__ == "__main__":
    main()
