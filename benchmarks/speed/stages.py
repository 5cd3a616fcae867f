"""Audit one story stage by stage in this process: ``python stages.py STORY``.

Printed is one JSON object: for each stage its seconds by the clock and those of the processor, all
threads together. The model is loaded by itself here; in the product it is loaded beside the parse.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

seconds: dict[str, tuple[float, float]] = {}


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Keep what the block takes under `name`."""
    clock, processor = perf_counter(), process_time()
    yield
    seconds[name] = (perf_counter() - clock, process_time() - processor)


def main(story: Path) -> None:
    """Go through the stages of `pipeline.audit` and of the report."""
    with stage("modules"):
        import auditor.cli  # noqa: F401  # what the command imports
        from auditor import pipeline
        from auditor.checks import checkers
        from auditor.evidence import entailment
        from auditor.evidence.readings import with_readings
        from auditor.knowledge.rules import load_rules
        from auditor.language import parser
        from auditor.load import load_article, load_references
        from auditor.model.document import Document
        from auditor.model.text import Text
        from auditor.report import Report
        from auditor.text.segment import segment

        checkers()
    with stage("rules"):
        rules = load_rules()
    with stage("load"):
        article = load_article(story / "article.txt")
        references, _ = load_references([str(story / "refs")])
    with stage("language model"):
        next(parser.parse(["It rained."], [()], 99))
    parsed: dict[str, Text] = {}
    with stage("parse"):
        for document in (article, *references):
            parsed[document.id] = segment(document)

    def cut(document: Document) -> Text:
        return parsed[document.id]

    with stage("find"):
        read = {d.id: pipeline.read(d, cut) for d in (article, *references)}
    with stage("align, name, tell events"):
        case = pipeline.prepared(article, references, lambda document: read[document.id])
    with stage("load the model"):
        model = entailment.load()
        model.read([("It rained.", "It blew.")])
    with stage("readings"):
        case = with_readings(case, model)
    with stage("checks"):
        audit = pipeline.audited(case, rules)
    with stage("render"):
        report = Report(audit)
        report.render("html")
        report.render("json")
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
