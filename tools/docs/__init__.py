"""Makes the pages of `docs/` that follow from the program."""
