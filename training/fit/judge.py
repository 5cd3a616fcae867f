"""The model: an encoder over (passage, sentence), a head for the pair and one for its words."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, PreTrainedModel

LABELS = ("supports", "contradicts", "neither")


class Judge(nn.Module):  # type: ignore[misc, unused-ignore]  # Any without torch
    """Three logits for a pair, and for each token of the sentence one for "not borne out"."""

    def __init__(self, encoder: PreTrainedModel, width: int) -> None:
        """Put heads on an encoder whose states are `width` wide."""
        super().__init__()
        self.encoder = encoder
        self.dense = nn.Linear(2 * width, width)
        self.stance = nn.Linear(width, len(LABELS))
        self.words = nn.Linear(width, 1)

    def forward(self, ids: Tensor, text: Tensor, sentence: Tensor) -> tuple[Tensor, Tensor]:
        """Return stance logits (pairs × 3) and word logits (pairs × tokens)."""
        states = self.encoder(input_ids=ids, attention_mask=text).last_hidden_state
        share = sentence.to(states.dtype).unsqueeze(-1)
        mean = (states * share).sum(1) / share.sum(1).clamp(min=1.0)
        pooled = torch.tanh(self.dense(torch.cat([states[:, 0], mean], dim=-1)))
        return self.stance(pooled), self.words(states).squeeze(-1)


def load_judge(base: Path, layers: tuple[int, ...] | None = None) -> Judge:
    """Build the model on the encoder in a folder, with new heads; None keeps all layers."""
    encoder = AutoModel.from_pretrained(base, dtype=torch.float32)
    if hasattr(encoder, "pooler"):
        encoder.pooler = None
    for module in encoder.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.0
    judge = Judge(encoder, int(encoder.config.hidden_size))
    if layers is not None:
        keep_layers(judge, layers)
    return judge


def keep_layers(judge: Judge, layers: tuple[int, ...]) -> None:
    """Leave only these layers, counted from 0, in this order."""
    stack = judge.encoder.get_submodule("encoder")
    every = list(stack.get_submodule("layer").children())
    stack.layer = nn.ModuleList(every[n] for n in layers)
    judge.encoder.config.num_hidden_layers = len(layers)


def freeze(judge: Judge, layers: int) -> None:
    """Keep the embeddings, the position bias and the lowest `layers` as they are; 0 trains all."""
    if layers == 0:
        return
    stack = dict(judge.encoder.get_submodule("encoder").named_children())
    frozen = [judge.encoder.get_submodule("embeddings"), *list(stack["layer"].children())[:layers]]
    if "relative_attention_bias" in stack:
        frozen.append(stack["relative_attention_bias"])
    for module in frozen:
        for parameter in module.parameters():
            parameter.requires_grad = False


def trained(judge: Judge) -> dict[str, Tensor]:
    """Return the parameters that are trained, by name, in order."""
    return {name: value for name, value in judge.named_parameters() if value.requires_grad}


def restore(judge: Judge, weights: Mapping[str, Tensor]) -> None:
    """Overwrite the parameters that `weights` names.

    Raises:
        KeyError: if it names one that the model lacks.
    """
    own = dict(judge.named_parameters())
    with torch.no_grad():
        for name, value in weights.items():
            own[name].copy_(value)
