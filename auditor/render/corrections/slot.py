"""Marked words between their neighbours, and the grammar that ties them to these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.text import Token

DETERMINER = re.compile(r"(?i)(?:^|(?<=[\s“\"(—–-]))(the|an?|this|that|these|those)\s+$")
"""What stands right before the marked words and may belong to them."""

MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nummod", "quantmod", "npadvmod"})
"""How a word hangs on a noun or number to its right that it is part of."""

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""What the marked words may modify; after anything else they stand for themselves."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Words that fit, with how many characters before the marked ones give way to them too."""

    words: str
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of marked words in their sentence.

    Attributes:
        before, after: the sentence on both sides.
        tokens: those of the sentence; () where it was not parsed, and nothing is known of it.
        start: where the marked words begin in the document, as the tokens count.
        passages: the texts that prove the finding.
    """

    before: str
    words: str
    after: str
    tokens: Sequence[Token]
    start: int
    passages: tuple[str, ...]

    @property
    def opens(self) -> bool:
        """Tell whether the marked words open the sentence, its quotation marks aside."""
        return not self.before.strip(" “\"‘'(–—•-*\t\n")

    @property
    def determiner(self) -> str:
        """Return the determiner right before the marked words as it is written, "" for none."""
        match = DETERMINER.search(self.before)
        return match[0] if match else ""

    @property
    def modifies(self) -> bool:
        """Tell whether the marked words are part of the noun phrase that follows them.

        Where the sentence was not parsed, whatever follows but a mark counts as one.
        """
        if self.after[:1] == "-" or self.after[:2] in {"’s", "'s"}:
            return True
        if not self.tokens:
            return bool(re.match(r"\s+\w", self.after))
        inside = [n for n, token in enumerate(self.tokens) if self._covers(token)]
        heads = (self.tokens[n].head for n in inside if self.tokens[n].dep in MODIFIES)
        end = self.start + len(self.words)
        right = (self.tokens[head] for head in heads if self.tokens[head].start >= end)
        return any(token.pos in NOMINAL for token in right) or self._touches_noun(end)

    def _touches_noun(self, end: int) -> bool:
        """Tell whether a noun or adjective follows with nothing between."""
        following = next((token for token in self.tokens if token.start >= end), None)
        return following is not None and following.pos in NOMINAL

    def _covers(self, token: Token) -> bool:
        return token.start < self.start + len(self.words) and self.start < token.end
