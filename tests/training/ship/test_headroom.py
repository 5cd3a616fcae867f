"""Int8 weights with headroom: none that 16 bits could not hold."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from training.ship.headroom import least_changed, lowered, quantised

WEIGHTS = arrays.arrays(
    np.float32,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=9),
    elements=st.floats(-2, 2, width=32),
)


WHOLE = arrays.arrays(
    np.int8,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=9),
    elements=st.integers(-127, 127),
)


def saturates(weights):
    whole = weights.astype(int)
    even = whole[: len(whole) // 2 * 2].reshape(-1, 2, whole.shape[1])
    most = even.clip(min=0).sum(axis=1).max(initial=0)
    least = even.clip(max=0).sum(axis=1).min(initial=0)
    return most * 255 >= 2**15 or least * 255 < -(2**15)


@given(WEIGHTS)
def test_no_two_neighbours_saturate_16_bits_beside_the_largest_inputs(weights):
    assert not saturates(quantised(weights)[0])


@given(WHOLE)
def test_int8_weights_are_mended_the_same_way(whole):
    assert not saturates(lowered(whole))
    assert not saturates(least_changed(whole, np.ones(whole.shape[1], dtype=np.float32))[0])


@given(WHOLE)
def test_only_columns_that_saturate_are_changed(whole):
    found, scales = least_changed(whole, np.ones(whole.shape[1], dtype=np.float32))
    for n in range(whole.shape[1]):
        if not saturates(whole[:, [n]]):
            assert (found[:, n] == whole[:, n]).all()
            assert scales[n] == 1


def test_neighbours_are_lowered_by_half_of_what_is_too_much_each():
    whole = np.array([[100, -127, 100], [60, -1, -100], [127, 127, 127]], dtype=np.int8)
    assert lowered(whole).tolist() == [[84, -127, 100], [44, -1, -100], [127, 127, 127]]


@given(WEIGHTS)
def test_a_weight_is_off_by_half_a_step_at_most(weights):
    whole, scales = quantised(weights)
    assert (np.abs(whole * scales - weights) <= 0.5001 * scales).all()


def test_a_column_without_large_neighbours_keeps_all_of_its_steps():
    whole, scales = quantised(np.array([[1.0, 1.0], [-1.0, 1.0]], dtype=np.float32))
    assert whole.tolist() == [[127, 64], [-127, 64]]
    assert np.allclose(scales, [1 / 127, 2 / 127])


def test_a_column_of_zeros_stays_zero():
    whole, _ = quantised(np.zeros((3, 1), dtype=np.float32))
    assert whole.tolist() == [[0], [0], [0]]
