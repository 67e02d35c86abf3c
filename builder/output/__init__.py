"""The room that writes, moves and deletes: publication of the site, the builder's state, single files for editors."""
