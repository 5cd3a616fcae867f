"""Serve a GGUF file by llama.cpp until standard input ends; run by the Python of its own folder.

Prints the address on a line that begins with ``http``.
"""

import sys

import xllamacpp


def main() -> None:
    """Load the model that is named, begin to serve it, and wait."""
    params = xllamacpp.CommonParams()
    params.model.path = sys.argv[1]
    params.n_ctx = 4096
    params.n_parallel = 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
