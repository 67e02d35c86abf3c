"""The published site as one ZIM, the file that readers of Kiwix carry."""
