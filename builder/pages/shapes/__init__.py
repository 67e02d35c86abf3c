"""What components show: frozen values whose every word is ready and whose every link is relative to its page.

One module for each group of components in `templates/components/`; a field here is what a macro reads there.
"""
