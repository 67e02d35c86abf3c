"""Lets `python -m builder` run the command line."""

import sys

if __name__ == "__main__":
    try:
        from builder.cli import run
    except KeyboardInterrupt:  # while the program is still being loaded
        sys.exit(130)
    except (MemoryError, SystemError, OSError) as fault:
        sys.exit(f"error: the system refused to load the program: {str(fault) or 'not enough memory'}")
    run()
