"""Which language a document is written in, where that is not English.

py3langid tells it: small (4.6 MB), without a network, the same answer every time, kept up, and
surer on short and noisy text than the n-gram profiles of langdetect, which moreover draws lots.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from auditor.model.document import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = frozenset({"en", "pcm"})
"""Codes of English, and of Nigerian Pidgin, which is what short English with names is taken for."""

LEAST_ENGLISH = 0.005
"""A text that is English with a smaller chance is foreign. Of 3,344 English texts (bundles,
stories, twins, rule examples) none falls below .016; sentences of eleven other languages stay below
.002."""

ENGLISH_WORDS = frozenset({"the", "of", "and", "to"})
PLAINLY_ENGLISH = 0.06
"""A text with this share of `ENGLISH_WORDS` is English without asking: 348 of 353 reports have it,
and the detector takes longer to load than an audit should."""

READ = 20_000
"""Characters that are looked at: more tell no more."""


def foreign_language(document: Document) -> str | None:
    """Return the English name of the document's language, None where it is written in English.

    Also None where the letters are too few to tell.
    """
    text = document.text[:READ]
    words = re.findall(r"[a-z]+", text.lower())
    if sum(word in ENGLISH_WORDS for word in words) >= PLAINLY_ENGLISH * max(1, len(words)):
        return None
    chances = _identifier().rank(text)
    if sum(chance for code, chance in chances if code in ENGLISH) >= LEAST_ENGLISH:
        return None
    from babel import Locale

    code = chances[0][0]
    return str(Locale("en").languages.get(code, code))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
