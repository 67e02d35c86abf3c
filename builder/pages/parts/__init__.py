"""Parts that several kinds of page are made of; each turns facts into shapes."""
