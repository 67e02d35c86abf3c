"""The room that writes, moves and deletes: the site, the builder's state, single files for editors."""
