"""Words that carry little by themselves. English, as the forms that report speech and count things are."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although am among an and any are as at be because been before being
    below between both but by can could did do does doing down during each either even ever every few for from
    further had has have having he her here hers herself him himself his how however i if in into is it its itself
    just like made make many may me might mine more most much must my myself near neither no nor not now of off on
    once one only onto or other our ours ourselves out over own per perhaps quite rather s same shall she should
    since so some still such t than that the their theirs them themselves then there these they this those though
    through thus to too toward under until up upon us very was we were what when where whether which while who whom
    whose why will with within without would yet you your yours yourself
    """.split()
)
"""Articles, pronouns, prepositions, auxiliaries and the like, in small letters."""

_BY_LANGUAGE = {"en": FUNCTION_WORDS}


def small_words_of(language: str) -> frozenset[str] | None:
    """Return the function words of a language, given by its tag; None where they are not known."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower())
