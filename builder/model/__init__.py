"""Editorial facts as frozen values; nothing here reads a file or knows a page."""
