"""Files for machines: the same facts as the pages, as values that `render` serialises."""
