"""A repository of nothing but an editor's words: how it begins, and which builder it is pinned to.

`files/` holds what it begins with, as it is written but for the answers of the editor between two `@`.
"""
