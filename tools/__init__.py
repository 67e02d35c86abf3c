"""What only those who work on the builder run."""
