"""The live preview: a site in memory that follows every save, served to browsers on this machine alone.

A request is answered from memory: no path that a browser sends ever reaches a file system.
"""
