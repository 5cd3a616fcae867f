"""In which precision this processor multiplies fastest."""

import torch


def fast() -> torch.autocast:
    """Return autocast to bfloat16 where the processor multiplies it, else one that does nothing.

    Without such instructions bfloat16 is emulated, a hundred times slower than float32.
    """
    known = torch.cpu.get_capabilities()
    able = any(known.get(name) for name in ("avx512_bf16", "amx_bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=able)
