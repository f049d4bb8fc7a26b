"""Kamervragen: the written questions of the Dutch parliament and the government's answers, as a record."""

__version__ = "0.1.0"
