"""What parse, cite, link and search share about the Dutch of these documents: numbers, dates, joined lines, folding. Pure."""
