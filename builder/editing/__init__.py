"""What editors run and read beside the build: records made for them, and the reference they look things up in."""
