"""The JSON Schema of the configuration file, by which editors complete its keys.

``python -m auditor.settings.schema`` writes it anew where the form has changed.
"""

import json
from typing import Any

from auditor.resources import folder
from auditor.settings.tables import SettingsFile

FILE = folder("reports") / "settings.schema.json"


def schema() -> dict[str, Any]:
    """Return the schema of ``audit.toml`` and of ``[tool.auditor]``."""
    made = _bare(SettingsFile.model_json_schema(by_alias=True))
    made["title"] = "audit.toml"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text() -> str:
    """Return the schema as the file has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _bare(node: Any) -> Any:
    """Return a schema without what only the parser knows: null, defaults, titles of keys."""
    if isinstance(node, list):
        return [_bare(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _bare(value) for key, value in node.items() if not _is_idle(key, value)}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        kept |= choices[0]
    return kept


def _is_idle(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or key == "default"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
