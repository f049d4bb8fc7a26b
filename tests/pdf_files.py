"""PDFs in the published form and of letters, set by Typst as a typesetter would: raised markers, notes at the foot, hyphens."""

import typst

_PUBLISHED = """
#set page(
  paper: "a4", margin: (left: 5.5cm, right: 2.5cm, top: 2.5cm, bottom: 3.5cm),
  footer: context [
    #set text(size: 6.5pt)
    #set par(leading: 4pt)
    #if counter(page).get().first() == 1 [IDENTIFIER \\ ISSN 0921 - 7398 \\ ’s-Gravenhage 2024 #h(2em)]
    Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel #h(1fr) #counter(page).display()
  ],
)
#set text(font: "Libertinus Serif", size: 9pt, lang: "nl", hyphenate: true)
#set super(typographic: TYPOGRAPHIC)
#set par(leading: 0.55em, spacing: 0.55em)
#let label(it) = [#v(0.9em, weak: true) *#it* \\ ]
"""

_MASTHEAD = """
#text(size: 14pt)[Tweede Kamer der Staten-Generaal] #h(1fr) #text(size: 22pt)[*2*]
#v(1em)
Vergaderjaar 2023–2024 #h(1fr) Aanhangsel van de Handelingen
#v(1em)
*Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden*
#v(1em)
*9001*
#v(1em)
"""


def make_published(
    body: str, *, identifier: str = "ah-tk-20232024-9001", masthead: bool = True, typographic: bool = True
) -> bytes:
    """A PDF in the form in which answers are published.

    Args:
        body: Typst markup of heading, questions and answers; `#label[Vraag 1]` sets a label.
        identifier: at the foot of the first page.
        masthead: whether the first page begins with the publication's own head.
        typographic: raise markers by the font's own small figures, as good typesetters do, or by shrinking usual ones.
    """
    form = _PUBLISHED.replace("IDENTIFIER", identifier).replace("TYPOGRAPHIC", str(typographic).lower())
    return make_pdf(form + (_MASTHEAD if masthead else "") + body)


def make_pdf(markup: str) -> bytes:
    """The PDF that Typst sets of some markup, with the fonts it brings along."""
    return bytes(typst.compile(markup.encode()))
