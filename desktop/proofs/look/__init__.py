"""Looking at pictures: one at any size, in its device or without, and several compared."""
