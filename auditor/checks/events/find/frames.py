"""Who did what to whom: the frames of a sentence, read off its dependency tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.checks.events.find.happened import happened
from auditor.checks.events.find.noun_phrases import NameTokens, names_in, participants
from auditor.checks.events.find.subjects import is_passive, stands_for, subjects
from auditor.knowledge.deeds import agent_noun, noun_class, verb_class, word_list
from auditor.language.tree import children, has_child, objects
from auditor.model.event import Frame, Participant
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, Token
from auditor.model.words import SentenceKind

AGENT, PATIENT = "agent", "patient"
"""The roles of who does it and of whom it is done to."""

FOUND = frozenset({"guilty", "liable", "innocent"})
"""What jurors find somebody."""

TARGETS = frozenset({"of", "on", "against", "at"})
"""Prepositions that bring in the patient of a noun for an event: a strike on X."""

LONGEST_READ = 200
"""Words of a sentence that is read; what is longer is a list or no prose, and slow to walk. A
guess."""

OWNED = frozenset(
    {"killing", "dying", "arresting", "freeing", "abducting", "convicting", "acquitting"}
    | {"sentencing", "wounding", "stabbing", "shooting", "dismissing", "appointing", "charging"}
)
"""Nouns whose ``of X`` and ``X's`` is the patient; of the others, ``X's`` is the agent."""


@dataclass(frozen=True, slots=True)
class _Tree:
    """A sentence's tree with its names."""

    tokens: tuple[Token, ...]
    names: tuple[NameTokens, ...]

    def at(self, head: int, role: str) -> Iterator[Participant]:
        """Yield who fills `role` in the phrase that `head` heads."""
        return participants(self.tokens, head, role, self.names)


def frames_of(text: Text) -> tuple[Frame, ...]:
    """Return the frames of every sentence but boilerplate, in text order."""
    return tuple(
        frame
        for sentence in text.sentences
        if sentence.kind is not SentenceKind.BOILERPLATE and len(sentence.tokens) <= LONGEST_READ
        for frame in _frames(text.document.id, sentence, text.names)
    )


def _frames(doc: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Frame]:
    tree = _Tree(sentence.tokens, names_in(sentence, names))
    for n, token in enumerate(sentence.tokens):
        if token.lemma in {"accord", "according"} and (who := tuple(_of_source(tree, n))):
            yield _frame(doc, sentence, n, "saying", who)
        elif token.pos == "VERB":
            family, exchanged = _class_of(sentence.tokens, n)
            who = tuple(_of_verb(tree, n))
            who = tuple(map(_exchange, who)) if exchanged else who
            yield _frame(doc, sentence, n, family, who)
        elif token.pos == "NOUN" and (family := noun_class(token.lemma)):
            yield _frame(doc, sentence, n, family, tuple(_of_noun(tree, n, family)))
        elif token.pos == "NOUN" and (verb := agent_noun(token.lemma)):
            if who := tuple(_of_doer(tree, n)):
                yield _frame(doc, sentence, n, verb, who)
        elif token.pos == "ADJ" and token.dep == "acomp":
            yield _frame(doc, sentence, n, token.lemma, tuple(_of_adjective(tree, n)))


def _class_of(tokens: Sequence[Token], verb: int) -> tuple[str, bool]:
    """Return a verb's class, that of ``report to`` before that of ``report``."""
    lemma = tokens[verb].lemma
    if lemma == "find" and (said := _verdict(tokens, verb)):
        return said, False
    for n in children(tokens, verb, "prt", "prep"):
        phrase = f"{lemma} {tokens[n].lemma}"
        family, exchanged = verb_class(phrase)
        if family != phrase:
            return family, exchanged
    return verb_class(lemma)


def _verdict(tokens: Sequence[Token], verb: int) -> str:
    """Return the class of ``found guilty`` or ``found not guilty``, "" where nobody is found so."""
    for n in children(tokens, verb, "oprd", "ccomp", "acomp", "xcomp"):
        if tokens[n].lemma in FOUND:
            denied = has_child(tokens, n, "neg") or tokens[n - 1].lemma == "not"
            return "acquitting" if denied or tokens[n].lemma == "innocent" else "convicting"
    return ""


def _frame(
    doc: str, sentence: Sentence, n: int, family: str, who: tuple[Participant, ...]
) -> Frame:
    token = sentence.tokens[n]
    pronouns = [member.role for member in who if member.kind is None and not member.called]
    return Frame(
        doc=doc,
        sentence=sentence.id,
        start=token.start,
        end=token.end,
        text=token.text,
        predicate=token.lemma,
        family=family,
        verb=token.pos == "VERB",
        single=happened(sentence.tokens, n),
        participants=tuple(dict.fromkeys(member for member in who if member.kind or member.called)),
        pronouns=tuple(pronouns),
    )


def _exchange(who: Participant) -> Participant:
    """Return the participant in the role of the other side: who lost to X was beaten by X."""
    roles = {AGENT: PATIENT, "to": AGENT}
    return replace(who, role=roles.get(who.role, who.role))


def _of_verb(tree: _Tree, verb: int) -> Iterator[Participant]:
    tokens = tree.tokens
    given = list(children(tokens, verb, "dobj")) or _beaten(tree, verb)
    undergone = "to" if given else PATIENT
    for noun in subjects(tokens, verb):
        yield from tree.at(noun, undergone if is_passive(tokens, verb) else AGENT)
    for noun in (*given, *_found(tokens, verb)):
        yield from tree.at(stands_for(tokens, verb, noun), PATIENT)
    for noun in children(tokens, verb, "dative"):
        if tokens[noun].pos != "ADP":
            yield from tree.at(noun, "to")
    for preposition, noun in objects(tokens, verb):
        role = AGENT if preposition == "by" and is_passive(tokens, verb) else preposition
        yield from tree.at(stands_for(tokens, verb, noun), role)


def _found(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Yield whom jurors ``found guilty``: to the parser the subject of what they found."""
    if _verdict(tokens, verb):
        for n in children(tokens, verb, "ccomp"):
            yield from children(tokens, n, "nsubj")


def _beaten(tree: _Tree, verb: int) -> list[int]:
    """Return the name right behind a verb that the parser takes for a measure: ``beat Y 2-1``."""
    behind = children(tree.tokens, verb, "npadvmod")
    return [
        n for n in behind if any(name.first == verb + 1 <= n <= name.last for name in tree.names)
    ]


def _of_source(tree: _Tree, according: int) -> Iterator[Participant]:
    """Yield the speakers of ``according to X``."""
    for preposition, noun in objects(tree.tokens, according):
        if preposition == "to":
            yield from tree.at(noun, AGENT)


def _of_doer(tree: _Tree, noun: int) -> Iterator[Participant]:
    """Yield who a ``director of the film`` is and of what; nothing where no name is tied to him."""
    tokens = tree.tokens
    head = tokens[noun].head
    at = head if tokens[noun].dep == "compound" else noun
    doers = [who for who in tree.at(at, AGENT) if who.kind is not None]
    yield from doers
    for n in children(tokens, noun, "poss") if doers else ():
        yield from tree.at(n, PATIENT)
    for preposition, n in objects(tokens, noun) if doers else ():
        if preposition == "of":
            yield from tree.at(n, PATIENT)


def _of_adjective(tree: _Tree, adjective: int) -> Iterator[Participant]:
    """Yield the two sides of ``X is married to Y``."""
    tokens = tree.tokens
    for noun in subjects(tokens, tokens[adjective].head):
        yield from tree.at(noun, AGENT)
    for preposition, noun in objects(tokens, adjective):
        yield from tree.at(noun, preposition)


def _of_noun(tree: _Tree, noun: int, family: str) -> Iterator[Participant]:
    tokens = tree.tokens
    whole = list(objects(tokens, noun))
    beaten = family == "defeating" and not any(preposition == "of" for preposition, _ in whole)
    owner = PATIENT if beaten or family in OWNED else AGENT
    for n in children(tokens, noun, "poss"):
        yield from tree.at(n, owner)
    for n in children(tokens, noun, "compound", "amod", "nmod"):
        if any(name.first <= n <= name.last for name in tree.names):
            yield from tree.at(n, AGENT)
    for preposition, n in whole:
        if preposition in TARGETS and not beaten:
            yield from tree.at(n, PATIENT)
        else:
            doer = preposition == "by" or (beaten and preposition in {"to", "at", "against"})
            yield from tree.at(n, AGENT if doer else preposition)
    yield from _carried(tree, noun)


def _carried(tree: _Tree, noun: int) -> Iterator[Participant]:
    """Yield who carried the event out: the subject of ``launched a strike``."""
    tokens, verb = tree.tokens, tree.tokens[noun].head
    if tokens[verb].lemma in word_list("bringing") and tokens[noun].dep in {"dobj", "nsubjpass"}:
        for n in subjects(tokens, verb):
            if n != noun:
                yield from tree.at(n, AGENT)
        for preposition, n in objects(tokens, verb):
            if preposition == "by":
                yield from tree.at(n, AGENT)
            elif preposition == "in":
                yield from tree.at(n, "in")
