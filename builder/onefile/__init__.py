"""A published site as one file: every page a chapter of it, links between pages anchors, styles carried along once."""
