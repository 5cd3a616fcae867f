"""Time encoders of two architectures on pairs of so many tokens: ``python encoders.py < LENGTHS``.

It is run by a Python that has ``torch`` and ``transformers``. Weights are random: what is learnt
costs nothing. One thread, one pair at a time, 32-bit floats, as their makers run them on a
processor.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import torch
import transformers


def deberta() -> Any:
    """Return DeBERTa-v3-large as its card configures it."""
    return transformers.DebertaV2Model(
        transformers.DebertaV2Config(
            vocab_size=128_100,
            hidden_size=1_024,
            num_hidden_layers=24,
            num_attention_heads=16,
            intermediate_size=4_096,
            relative_attention=True,
            position_buckets=256,
            norm_rel_ebd="layer_norm",
            share_att_key=True,
            pos_att_type=["p2c", "c2p"],
            position_biased_input=False,
            type_vocab_size=0,
            max_relative_positions=-1,
        )
    )


def flan_t5() -> Any:
    """Return the encoder of Flan-T5-large as its card configures it."""
    return transformers.T5EncoderModel(
        transformers.T5Config(
            vocab_size=32_128,
            d_model=1_024,
            d_kv=64,
            d_ff=2_816,
            num_layers=24,
            num_heads=16,
            feed_forward_proj="gated-gelu",
        )
    )


ENCODERS: dict[str, Callable[[], Any]] = {
    "DeBERTa-v3-large": deberta,
    "Flan-T5-large, encoder": flan_t5,
}


def main() -> None:
    """Write for each encoder its parameters and the seconds of each pair."""
    torch.set_num_threads(1)
    lengths = json.load(sys.stdin)
    answer = {}
    for name, make in ENCODERS.items():
        model = make().eval()
        with torch.inference_mode():
            _run(model, lengths[0])  # what is made at the first run is not counted
            answer[name] = {
                "parameters": sum(part.numel() for part in model.parameters()),
                "seconds": [_run(model, length) for length in lengths],
            }
        del model
    json.dump(answer, sys.stdout)


def _run(model: Any, length: int) -> float:
    ids = torch.randint(10, 30_000, (1, length))
    began = time.thread_time()
    model(input_ids=ids, attention_mask=torch.ones_like(ids))
    return time.thread_time() - began


if __name__ == "__main__":
    main()
