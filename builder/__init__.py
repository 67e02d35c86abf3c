"""Turns a curated news dossier, texts and YAML, into a cross-linked static site."""

__version__ = "0.1.0"
