"""Sequences of random edits of a dossier, after each of which the site is what a clean build makes of it."""
