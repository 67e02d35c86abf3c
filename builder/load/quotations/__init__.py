"""Quotations in editors' prose: words between quotation marks stand in a text of the dossier, or say where they stand.

What is read are the words that a page prints. Nothing is guessed in favour of a text: where no rule holds the words,
the editor is told, with the nearest passage and what differs.
"""
