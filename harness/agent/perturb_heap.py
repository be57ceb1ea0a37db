# SPDX-License-Identifier: MIT
# Fills the heap with holes, so that addresses fall in another order.
# Sizes and what is freed follow a fixed pattern: the same in every process.

held = []
for i in range(4000):
    size = (i * 7919) % 1021 + 1
    held.append((b'x' * size, [None] * (size % 61), {size: i}, type('T%d' % i, (), {}) if i % 16 == 0 else None))
del held[::3]
del held[1::5]
