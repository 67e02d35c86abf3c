"""Reads a dossier's files and checks them, problem by problem; what comes out is one frozen `Library`."""

from builder.load.dossier import Loaded, load_dossier
from builder.load.files import InputFile

__all__ = ["InputFile", "Loaded", "load_dossier"]
