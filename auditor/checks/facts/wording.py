"""How an act or a death after a person's death is told to the editor."""

import datetime

from auditor.knowledge.facts import KnownPerson
from auditor.model.calendar import day_in_words
from auditor.model.name import Name


def fields(name: Name, person: KnownPerson, day: datetime.date) -> dict[str, str]:
    """Return what a rule's message may show; `day` is when the article has it happen."""
    return {
        "name": name.text,
        "known": person.names[0],
        "how": person.how,
        "place": person.place,
        "died": day_in_words(person.died),
        "day": day_in_words(day),
        "source": person.source,
    }
