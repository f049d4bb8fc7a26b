"""Measures of speed and memory on invented documents, each beside a floor measured in the same run. See docs/benchmarks.md."""
