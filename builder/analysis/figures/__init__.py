"""Figures and dates: numbers with what they count, dates with the words that give them, and numbers of several texts
that concern one matter.

Left out on purpose: ages, clock times, years that count nothing, labels such as flight numbers, scores, "one of".
That two figures differ is never more than a hint: see `groups`.
"""
