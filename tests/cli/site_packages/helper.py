# A library that an add-on of the tests needs. SPDX-License-Identifier: MIT
X = 1
