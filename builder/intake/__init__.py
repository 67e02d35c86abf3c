"""What comes in from outside: one file of somebody else's → what it says of itself, with the words that say so.

Everything here is read in a process of its own (`__main__`), with bounds on memory and time and no way out to a network
or a disk. It knows neither dossiers nor records, and decides nothing: what it finds are proposals.
"""
