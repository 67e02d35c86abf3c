"""What a dossier was at other times: states out of git, and how two states differ, record by record."""
