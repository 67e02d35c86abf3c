"""The live preview: what it follows, what it shows, and what no web page can make it do."""
