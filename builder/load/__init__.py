"""Reads a dossier's files and checks them, problem by problem; what comes out is one frozen `Library`."""

from builder.load.dossier import Loaded, load_dossier
from builder.load.files import InputFile
from builder.load.remembered import LoadMemory

__all__ = ["InputFile", "LoadMemory", "Loaded", "load_dossier"]
