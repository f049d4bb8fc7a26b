"""Printed names → persons over time: spellings, parties, offices, and the authority file behind them. Pure."""
