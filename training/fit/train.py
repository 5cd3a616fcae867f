"""Train the model, or go on with a run.

    python -m training.fit.train --base FOLDER --mixture mixture.jsonl.gz --run RUN --eval FILE ...

Kill it whenever you like: the same command goes on from the last state in RUN. `--cooldown N --out
CUT` lets the learning rate fall to zero over N steps from the state of RUN and leaves CUT/final.pt,
without touching RUN, so that a model can be cut at any time while the long run goes on.
"""

import argparse
import json
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.fit.judge import Judge, freeze, keep_layers, load_judge, restore, trained
from training.fit.losses import (
    TWINS_WEIGHT,
    WORDS_WEIGHT,
    stance_loss,
    twin_loss,
    word_loss,
)
from training.fit.pairs import load_tokenizer
from training.fit.precision import fast
from training.fit.schedule import Schedule
from training.fit.snapshots import State, load_snapshot, load_state, save_snapshot, save_state
from training.fit.steps import Step, steps
from training.measure.evaluate import THRESHOLD, evaluate
from training.measure.score import torch_scorer
from training.rows.rows import read_rows

AVERAGE_EVERY = 10
"""Steps between updates of the averaged weights."""
AVERAGE_KEEP = 0.97
"""How much of the average an update keeps: it spans about 330 steps. A guess."""
HEAD_FACTOR = 5.0
"""How much faster the new heads learn. A guess."""
CLIP = 1.0
SNAPSHOTS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a run reads and writes, and how it steps."""

    base: Path
    mixture: Path
    run: Path
    out: Path
    start: Path | None
    eval_files: tuple[Path, ...]
    eval_limit: int
    eval_every: int
    schedule: Schedule
    frozen: int
    layers: tuple[int, ...] | None
    size: int
    parts: int
    every: float
    steps: int
    seed: int


def _start(plan: Plan) -> Judge:
    if plan.start is None:
        return load_judge(plan.base, plan.layers)
    judge = load_snapshot(plan.base, plan.start)
    judge.train()
    if plan.layers:
        keep_layers(judge, plan.layers)
    return judge


class Trainer:
    """A model with its optimiser and averaged weights; it changes as it steps."""

    def __init__(self, plan: Plan) -> None:
        """Load the model and freeze what the plan leaves as it is."""
        self.plan = plan
        self.judge = _start(plan)
        freeze(self.judge, plan.frozen)
        self.parameters = trained(self.judge)
        groups = [
            {
                "params": [v for n, v in self.parameters.items() if n.startswith("encoder.")],
                "x": 1.0,
            },
            {
                "params": [v for n, v in self.parameters.items() if not n.startswith("encoder.")],
                "x": HEAD_FACTOR,
            },
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01, fused=True)
        self.average = {name: value.detach().clone() for name, value in self.parameters.items()}
        self.fixed: dict[str, Tensor] = {}
        if plan.start:
            self._fix(dict(self.judge.named_parameters()))
        self.step = 0
        self.cooldown_start: int | None = None

    def resume(self, state: State) -> None:
        """Go on from a state; parameters it does not know start from the base."""
        restore(self.judge, state.weights)
        self._fix(state.weights)
        for name, value in self.parameters.items():
            source = state.average.get(name, value.detach())
            self.average[name].copy_(source)
            if name in state.moments:
                self.optimiser.state[value] = dict(state.moments[name])
        self.step = state.step
        self.cooldown_start = state.cooldown_start

    def state(self) -> State:
        """Return everything needed to go on."""
        return State(
            step=self.step,
            weights={**self.fixed, **self.weights()},
            average={**self.fixed, **self.average},
            moments={
                name: self.optimiser.state[value]
                for name, value in self.parameters.items()
                if value in self.optimiser.state
            },
            cooldown_start=self.cooldown_start,
        )

    def weights(self) -> dict[str, Tensor]:
        """Return the trained parameters as they stand, copied."""
        return {name: value.detach().clone() for name, value in self.parameters.items()}

    def learn(self, batches: Sequence[Step]) -> float:
        """Take one step over some batches; return the mean stance loss."""
        rate = self.plan.schedule.rate(self.step, self.cooldown_start)
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["x"]
        total = 0.0
        for batch in batches:
            with fast():
                stances, words = self.judge(*batch.inputs)
            stance = stance_loss(stances, batch.wanted)
            loss = stance + WORDS_WEIGHT * word_loss(words, batch.marks)
            loss = (loss + TWINS_WEIGHT * twin_loss(stances, batch.twins)) / len(batches)
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]  # untyped in torch
            total += stance.item() / len(batches)
        torch.nn.utils.clip_grad_norm_(self.parameters.values(), CLIP)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=False)
        self.step += 1
        self._average()
        return total

    def _fix(self, weights: Mapping[str, Tensor]) -> None:
        for name, value in weights.items():
            if name not in self.parameters:
                self.fixed[name] = value.detach()

    def _average(self) -> None:
        if self.step % AVERAGE_EVERY:
            return
        keep = AVERAGE_KEEP if self.step > 2 * self.plan.schedule.warmup else 0.0
        with torch.no_grad():
            for name, value in self.parameters.items():
                self.average[name].lerp_(value, 1 - keep)


def train(plan: Plan) -> None:
    """Step until killed, or until the steps or the cooldown are done."""
    torch.manual_seed(plan.seed)
    trainer = Trainer(plan)
    state_path = plan.out / "state.pt"
    known = state_path if state_path.exists() else plan.run / "state.pt"
    if known.exists():
        trainer.resume(load_state(known))
    if plan.schedule.cooldown and trainer.cooldown_start is None:
        trainer.cooldown_start = trainer.step
    tokenizer = load_tokenizer(plan.base / "tokenizer.json")
    rows = list(read_rows(plan.mixture))
    plan.out.mkdir(parents=True, exist_ok=True)
    _log(plan, {"event": "start", "step": trainer.step, "rows": len(rows)})
    _loop(
        trainer, steps(rows, tokenizer, plan.size, plan.parts, plan.seed, trainer.step), tokenizer
    )


def _loop(trainer: Trainer, batches: Iterator[list[Step]], tokenizer: Tokenizer) -> None:
    plan, stopped = trainer.plan, _stop_signal()
    mark, losses, since, number = time.monotonic(), 0.0, trainer.step, 0
    for batch in batches:
        losses += trainer.learn(batch)
        done = bool(stopped) or _is_done(trainer)
        if not done and time.monotonic() - mark < plan.every:
            continue
        count = trainer.step - since
        rate = count * plan.size / (time.monotonic() - mark)
        save_state(trainer.state(), plan.out / "state.pt")
        _log(plan, {"step": trainer.step, "loss": losses / count, "pairs_per_second": rate})
        number += 1
        shown = _snapshot(trainer)
        if not stopped and (done or number % plan.eval_every == 0):
            _check(trainer, shown, tokenizer)
        if done:
            return
        mark, losses, since = time.monotonic(), 0.0, trainer.step


def _snapshot(trainer: Trainer) -> dict[str, Tensor]:
    plan = trainer.plan
    cut = trainer.cooldown_start is not None
    shown = trainer.weights() if cut else trainer.average
    name = "final.pt" if cut and _is_done(trainer) else f"step-{trainer.step:06d}.pt"
    save_snapshot({**trainer.fixed, **shown}, plan.layers, plan.out / name)
    for old in sorted(plan.out.glob("step-*.pt"))[:-SNAPSHOTS_KEPT]:
        old.unlink()
    return shown


def _check(trainer: Trainer, shown: Mapping[str, Tensor], tokenizer: Tokenizer) -> None:
    plan, weights = trainer.plan, trainer.weights()
    restore(trainer.judge, shown)
    scorer = torch_scorer(trainer.judge.eval(), tokenizer)
    figures = evaluate(plan.eval_files, scorer, THRESHOLD, plan.eval_limit)
    restore(trainer.judge, weights)
    trainer.judge.train()
    _log(plan, {"step": trainer.step, "eval": figures})


def _is_done(trainer: Trainer) -> bool:
    plan, start = trainer.plan, trainer.cooldown_start
    if start is not None:
        return trainer.step >= start + plan.schedule.cooldown
    return bool(plan.steps) and trainer.step >= plan.steps


def _stop_signal() -> list[int]:
    caught: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        caught.append(number)

    signal.signal(signal.SIGTERM, note)
    signal.signal(signal.SIGINT, note)
    return caught


def _log(plan: Plan, entry: dict[str, object]) -> None:
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    with (plan.out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"time": stamp, **entry}) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--mixture", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of the run")
    parser.add_argument("--out", type=Path, help="folder to write to, where not --run")
    parser.add_argument("--start", type=Path, help="snapshot to start from, such as a teacher's")
    parser.add_argument("--eval", type=Path, nargs="*", default=[], help="files to watch")
    parser.add_argument("--eval-limit", type=int, default=160)
    parser.add_argument("--eval-every", type=int, default=1, help="checkpoints between figures")
    parser.add_argument("--peak", type=float, default=4e-5, help="learning rate")
    parser.add_argument("--warmup", type=int, default=100, help="steps")
    parser.add_argument("--cooldown", type=int, default=0, help="steps")
    parser.add_argument("--frozen", type=int, default=4, help="lowest layers left as they are")
    parser.add_argument("--layers", type=int, nargs="*", help="layers to keep, counted from 0")
    parser.add_argument("--size", type=int, default=32, help="pairs a step")
    parser.add_argument("--parts", type=int, default=2, help="batches a step")
    parser.add_argument("--every", type=float, default=600, help="seconds between checkpoints")
    parser.add_argument("--steps", type=int, default=0, help="stop there; 0 for never")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(options.threads)
    train(_plan(options))
    return 0


def _plan(options: argparse.Namespace) -> Plan:
    return Plan(
        base=options.base,
        mixture=options.mixture,
        run=options.run,
        out=options.out or options.run,
        start=options.start,
        eval_files=tuple(options.eval),
        eval_limit=options.eval_limit,
        eval_every=options.eval_every,
        schedule=Schedule(options.peak, options.warmup, options.cooldown),
        frozen=options.frozen,
        layers=tuple(options.layers) if options.layers else None,
        size=options.size,
        parts=options.parts,
        every=options.every,
        steps=options.steps,
        seed=options.seed,
    )


if __name__ == "__main__":
    sys.exit(main())
