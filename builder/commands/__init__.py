"""What each command of `dossier` does: from what was typed to words and an exit code, a module a command.

At their head they import Python's own library and nothing heavy: all are loaded for `--help`.
"""
