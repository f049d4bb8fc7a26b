"""Folded names: what stays the same when a PDF loses its spaces, commas, accents and hyphens."""

import unicodedata


def fold_name(printed: str) -> str:
    """The lower-case letters and digits of a name, nothing else: `Financiën` → `financien`, `J&V` → `jv`.

    Digits stay because parties have them (`D66`, `JA21`, `50PLUS`). A test keeps this equal to the folding of running text in
    `kamervragen.dutch`, which stands beside this room and may not be imported.
    """
    decomposed = unicodedata.normalize("NFKD", printed.replace("ı", "i").replace("ß", "ss"))
    return "".join(char for char in decomposed.lower() if char.isalnum())
