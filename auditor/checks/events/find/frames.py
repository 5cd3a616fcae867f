"""Who did what to whom: the frames of a sentence, read off its dependency tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.checks.events.find.noun_phrases import Named, named, participants
from auditor.knowledge.predicates import agent_noun, noun_class, verb_class, word_list
from auditor.language.tree import above, children, objects
from auditor.model.event import Frame, Participant
from auditor.model.name import Name
from auditor.model.text import Sentence, Text, Token
from auditor.model.words import SentenceKind

AGENT, PATIENT = "agent", "patient"

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass",)
MODALS = frozenset({"could", "may", "might", "would", "should", "can", "must", "ought"})

TARGETS = frozenset({"of", "on", "against", "at"})
"""Prepositions that bring in the patient of a noun for an event: a strike on X."""

QUOTES = frozenset("\"'“”‘’«»")
"""Inside of them, ``he`` is not the speaker."""

LONG = 200
"""Words of a sentence that is read; what is longer is a list or no prose, and slow to walk."""

OWNED = frozenset(
    {"killing", "dying", "arresting", "freeing", "abducting", "convicting", "acquitting"}
    | {"sentencing", "wounding", "stabbing", "shooting", "dismissing", "appointing", "charging"}
)
"""Nouns whose ``of X`` and ``X's`` is the patient; of the others, ``X's`` is the agent."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence's tree with its names."""

    tokens: tuple[Token, ...]
    names: tuple[Named, ...]

    def at(self, head: int, role: str) -> Iterator[Participant]:
        """Yield who fills `role` in the phrase that `head` heads."""
        return participants(self.tokens, head, role, self.names)


def frames_of(text: Text) -> tuple[Frame, ...]:
    """Return the frames of every sentence but boilerplate, in text order."""
    return tuple(
        frame
        for sentence in text.sentences
        if sentence.kind is not SentenceKind.BOILERPLATE and len(sentence.tokens) <= LONG
        for frame in _frames(text.document.id, sentence, text.names)
    )


def _frames(doc: str, sentence: Sentence, names: Sequence[Name]) -> Iterator[Frame]:
    clause = _Clause(sentence.tokens, named(sentence, names))
    for n, token in enumerate(sentence.tokens):
        if token.lemma in {"accord", "according"} and (who := tuple(_of_source(clause, n))):
            yield _frame(doc, sentence, n, "saying", who)
        elif token.pos == "VERB":
            family, exchanged = _class_of(sentence.tokens, n)
            who = tuple(_of_verb(clause, n))
            who = tuple(map(_exchange, who)) if exchanged else who
            yield _frame(doc, sentence, n, family, who)
        elif token.pos == "NOUN" and (family := noun_class(token.lemma)):
            yield _frame(doc, sentence, n, family, tuple(_of_noun(clause, n, family)))
        elif token.pos == "NOUN" and (verb := agent_noun(token.lemma)):
            if who := tuple(_of_doer(clause, n)):
                yield _frame(doc, sentence, n, verb, who)
        elif token.pos == "ADJ" and token.dep == "acomp":
            yield _frame(doc, sentence, n, token.lemma, tuple(_of_adjective(clause, n)))


def _class_of(tokens: Sequence[Token], verb: int) -> tuple[str, bool]:
    """Return a verb's class, that of ``report to`` before that of ``report``."""
    lemma = tokens[verb].lemma
    for n in children(tokens, verb, "prt", "prep"):
        phrase = f"{lemma} {tokens[n].lemma}"
        found = verb_class(phrase)
        if found[0] != phrase:
            return found
    return verb_class(lemma)


def _frame(
    doc: str, sentence: Sentence, n: int, family: str, who: tuple[Participant, ...]
) -> Frame:
    token = sentence.tokens[n]
    stand_ins = [one.role for one in who if one.kind is None and not one.called]
    return Frame(
        doc=doc,
        sentence=sentence.id,
        start=token.start,
        end=token.end,
        text=token.text,
        predicate=token.lemma,
        family=family,
        verb=token.pos == "VERB",
        single=_happened(sentence.tokens, n),
        participants=tuple(dict.fromkeys(one for one in who if one.kind or one.called)),
        pronouns=tuple(stand_ins),
    )


def _exchange(who: Participant) -> Participant:
    """Return the participant in the role of the other side: who lost to X was beaten by X."""
    roles = {AGENT: PATIENT, "to": AGENT}
    return replace(who, role=roles.get(who.role, who.role))


def _happened(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether the predicate is told as one thing that happened."""
    token = tokens[n]
    if token.pos == "NOUN" and (token.tag == "NNS" or any(children(tokens, n, "nummod"))):
        return False
    chain = [n, *above(tokens, n)] if token.pos == "NOUN" else [n]
    for verb in chain:
        if any(children(tokens, verb, "neg")):
            return False
        if any(_is_open(tokens, verb, aux) for aux in children(tokens, verb, "aux")):
            return False
    return token.pos == "NOUN" or not _unreal(tokens, n)


def _is_open(tokens: Sequence[Token], verb: int, aux: int) -> bool:
    """Tell whether a modal leaves it open; ``said he would come`` is told like ``will come``."""
    told = tokens[verb].dep == "ccomp" and verb_class(tokens[tokens[verb].head].lemma)[0]
    return tokens[aux].lemma in MODALS and not (tokens[aux].lemma == "would" and told == "saying")


def _unreal(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a verb stands under a condition or a wish: ``plans to buy``, ``if it sold``."""
    if any(
        tokens[mark].lemma in {"if", "unless", "whether"} for mark in children(tokens, n, "mark")
    ):
        return True
    head = tokens[tokens[n].head]
    infinitive = any(tokens[aux].lemma == "to" for aux in children(tokens, n, "aux"))
    return (
        infinitive
        and tokens[n].dep in {"xcomp", "acl", "advcl", "ccomp"}
        and (head.lemma in word_list("unreal") or tokens[n].dep != "xcomp")
    )


def _of_verb(clause: _Clause, verb: int) -> Iterator[Participant]:
    tokens = clause.tokens
    given = list(children(tokens, verb, "dobj"))
    undergone = "to" if given else PATIENT
    for noun in _subjects(tokens, verb):
        yield from clause.at(noun, undergone if _is_passive(tokens, verb) else AGENT)
    for noun in given:
        yield from clause.at(_stands_for(tokens, verb, noun), PATIENT)
    for noun in children(tokens, verb, "dative"):
        if tokens[noun].pos != "ADP":
            yield from clause.at(noun, "to")
    for preposition, noun in objects(tokens, verb):
        role = AGENT if preposition == "by" and _is_passive(tokens, verb) else preposition
        yield from clause.at(_stands_for(tokens, verb, noun), role)


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    if any(children(tokens, verb, "nsubjpass", "auxpass")):
        return True
    if tokens[verb].tag != "VBN":
        return False
    return tokens[verb].dep in {"acl", "acomp"} or (
        tokens[verb].dep == "conj"
        and not any(children(tokens, verb, *SUBJECTS, "aux"))
        and _is_passive(tokens, tokens[verb].head)
    )


def _subjects(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    """Yield the subjects of a verb: its own, the noun that it modifies, or the verb's above."""
    own = list(children(tokens, verb, *SUBJECTS, *PASSIVE))
    head = tokens[verb].head
    if own:
        for noun in own:
            yield _stands_for(tokens, verb, noun)
    elif tokens[verb].dep == "acl" and tokens[verb].tag in {"VBG", "VBN"}:
        yield head
    elif (
        tokens[verb].dep in {"conj", "xcomp", "advcl", "acomp"}
        and head != verb
        and tokens[head].pos in {"VERB", "AUX"}
        and (tokens[verb].dep != "advcl" or tokens[verb].tag == "VBG")
    ):
        yield from _subjects(tokens, head)


def _stands_for(tokens: Sequence[Token], verb: int, noun: int) -> int:
    """Return what a noun stands for: ``who`` its noun, ``it`` in reported speech the speaker."""
    head = tokens[verb].head
    if tokens[noun].lemma in {"who", "whom", "which", "that"}:
        if tokens[verb].dep == "relcl":
            return head
        if tokens[verb].dep == "ccomp" and tokens[head].lemma == "be":  # "it was X who called"
            return next(children(tokens, head, "attr"), noun)
    if tokens[noun].dep not in {*SUBJECTS, *PASSIVE}:
        return noun
    quoted = any(token.text in QUOTES for token in tokens[min(head, verb) : max(head, verb)])
    if (
        tokens[verb].dep == "ccomp"
        and not quoted
        and tokens[noun].lemma in {"it", "he", "she", "they"}
    ):
        return next(children(tokens, head, *SUBJECTS), noun)
    return noun


def _of_source(clause: _Clause, according: int) -> Iterator[Participant]:
    """Yield the speakers of ``according to X``."""
    for preposition, noun in objects(clause.tokens, according):
        if preposition == "to":
            yield from clause.at(noun, AGENT)


def _of_doer(clause: _Clause, noun: int) -> Iterator[Participant]:
    """Yield who a ``director of the film`` is and of what; nothing where no name is tied to him."""
    tokens = clause.tokens
    head = tokens[noun].head
    at = head if tokens[noun].dep == "compound" else noun
    named_ = [one for one in clause.at(at, AGENT) if one.kind is not None]
    yield from named_
    for n in children(tokens, noun, "poss") if named_ else ():
        yield from clause.at(n, PATIENT)
    for preposition, n in objects(tokens, noun) if named_ else ():
        if preposition == "of":
            yield from clause.at(n, PATIENT)


def _of_adjective(clause: _Clause, adjective: int) -> Iterator[Participant]:
    """Yield the two sides of ``X is married to Y``."""
    tokens = clause.tokens
    for noun in _subjects(tokens, tokens[adjective].head):
        yield from clause.at(noun, AGENT)
    for preposition, noun in objects(tokens, adjective):
        yield from clause.at(noun, preposition)


def _of_noun(clause: _Clause, noun: int, family: str) -> Iterator[Participant]:
    tokens = clause.tokens
    owner = PATIENT if family in OWNED else AGENT
    for n in children(tokens, noun, "poss"):
        yield from clause.at(n, owner)
    for n in children(tokens, noun, "compound", "amod", "nmod"):
        if any(found.first <= n <= found.last for found in clause.names):
            yield from clause.at(n, AGENT)
    for preposition, n in objects(tokens, noun):
        if preposition in TARGETS:
            yield from clause.at(n, PATIENT)
        else:
            yield from clause.at(n, AGENT if preposition == "by" else preposition)
    yield from _carried(clause, noun)


def _carried(clause: _Clause, noun: int) -> Iterator[Participant]:
    """Yield who carried the event out: the subject of ``launched a strike``."""
    tokens, verb = clause.tokens, clause.tokens[noun].head
    if tokens[verb].lemma in word_list("light") and tokens[noun].dep in {"dobj", "nsubjpass"}:
        role = AGENT
        for n in _subjects(tokens, verb):
            if n != noun:
                yield from clause.at(n, role)
        for preposition, n in objects(tokens, verb):
            if preposition == "by":
                yield from clause.at(n, AGENT)
            elif preposition == "in":
                yield from clause.at(n, "in")
