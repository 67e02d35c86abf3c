"""What readers see: one frozen view for each page, made from the library and the findings."""
