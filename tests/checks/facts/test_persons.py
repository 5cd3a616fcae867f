"""The fact base is well formed: each record can be matched, and says where to look it up."""

from auditor.checks.facts.persons import names_person
from auditor.knowledge.facts import known_people


def test_every_name_of_a_known_person_has_two_words_and_a_source() -> None:
    for person in known_people():
        assert all(len(name.split()) > 1 for name in person.names)
        assert person.source.startswith("https://")


def test_no_name_belongs_to_two_people() -> None:
    people = known_people()
    for person in people:
        for name in person.names:
            assert [other.names[0] for other in people if names_person(name, other)] == [
                person.names[0]
            ]


def test_a_surname_alone_is_nobody() -> None:
    assert not any(names_person("Soleimani", person) for person in known_people())
