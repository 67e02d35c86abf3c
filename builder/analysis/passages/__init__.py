"""Shared passages: where two texts have the same words, or nearly the same, with exact ranges in both.

Seeds are word groups that two texts share (`shingles`, `join`); pairs with too little in common are left out at once
(`sift`); of each other pair the common runs (`runs`) are linked (`chains`), filled and grown (`growth`) and cut to
passages (`refine`). What a passage is (`kinds`), who shares with whom (`shares`) and which texts are nearly the same
(`clusters`) follows from those. numpy is imported only inside the functions that use it.
"""
