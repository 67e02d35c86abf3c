"""Ten pages about one flood, as ten outlets might tell of it."""

from __future__ import annotations

from tests.unit.intake.saved import page

_STORIES = (
    ("Morning Post", "River floods old town", "12 May 2026", "Jane Miller", "The river rose by two metres on Tuesday and reached the old town of Harwick in the evening. About 300 people had to leave their homes, Mayor Anna Berg said. “We were not prepared for this water,” Anna Berg told reporters in Harwick."),
    ("Radio Valley", "Hundreds leave their homes in Harwick", "13 May 2026", "Tom Reed", "More than 500 people left their homes when the river rose by two metres on Tuesday and reached the old town of Harwick, the Valley Fire Service (VFS) said. “We were not prepared for this water,” said Anna Berg."),
    ("Evening Bell", "Flood wall did not hold", "13 May 2026", "Peter Hall", "The flood wall in Harwick gave way on 12 May 2026 shortly before midnight, the VFS said on Wednesday. The Valley Fire Service counted 500 people who left their homes. Nobody was hurt."),
    ("Harbour News", "Harwick counts the damage", "14 May 2026", "Ann Wu", "Two days after the flood wall in Harwick gave way on 12 May 2026, Anna Berg spoke of damage of 40 million euros. “It will take years,” she said. Nobody was hurt, according to the Valley Fire Service."),
    ("Daily Hill", "Damage in Harwick put at 60 million euros", "15 May 2026", "Rosa Lind", "Insurers put the damage of the flood in Harwick at 60 million euros, Lars Holm of the Insurers Association said on Friday. Anna Berg had spoken of damage of 40 million euros."),
    ("Valley Star", "Engineers had warned of weak wall", "16 May 2026", "Sam Ortiz", "Engineers had warned the council in March that the flood wall in Harwick was weak, according to a letter seen by the Valley Star. Lars Holm said the letter reached the council on 4 March 2026."),
    ("County Ledger", "Letter on flood wall reached council in March", "16 May 2026", "Dana Cole", "A letter of engineers about the weak flood wall in Harwick reached the council on 4 March 2026, Lars Holm said on Saturday. The council did not answer, he said."),
    ("Wire News", "Mayor of Harwick rejects blame", "17 May 2026", "Hank Green", "Anna Berg rejected blame for the flood in Harwick on Sunday. “Nobody could foresee a night like this,” Anna Berg said. The letter of the engineers was one of many, she said."),
    ("Sentinel", "Berg: nobody could foresee this night", "17 May 2026", "Eva Klein", "“Nobody could foresee a night like this,” Mayor Anna Berg said on Sunday in Harwick, and rejected blame for the flood. The Insurers Association wants to see the letter of the engineers."),
    ("Hill Times", "Families return to Harwick", "20 May 2026", "Maria Keller", "Some 120 families returned to their homes in Harwick on Wednesday, the Valley Fire Service said. The river fell by one metre. Anna Berg promised help for all who lost their homes."),
)  # fmt: skip

_REST = "The county has had floods before, and the people who live near the water know what they may lose in a night. {0} asked readers to send what they saw. More on the flood will follow in the next edition of the {0}."


def ten_pages() -> dict[str, bytes]:
    """The pages by the name of their file."""
    return {
        f"page-{number:02}.html": page(
            f'<meta charset="utf-8"><title>{title} | {outlet}</title><meta property="og:site_name" content="{outlet}"><link rel="canonical" href="https://www.{outlet.replace(" ", "").lower()}.example/{number}">',
            f'<article><h1>{title}</h1><p class="byline">By {author}</p><p class="date">Published {day}</p>'
            + "".join(f"<p>{words}</p>" for words in (*_halves(text), _REST.format(outlet)))
            + "</article>",
        )
        for number, (outlet, title, day, author, text) in enumerate(_STORIES, 1)
    }


def _halves(text: str) -> tuple[str, str]:
    first, stop, rest = text.partition(". ")
    return first + stop.strip(), rest
