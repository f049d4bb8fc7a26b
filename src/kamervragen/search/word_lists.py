"""Which words and pieces of words stand where in Dutch compounds: closed lists, made by hand."""

from typing import Final

PREFIXES: Final = frozenset(
    (
        "anti bio buiten cyber eco euro ex extra her infra inter macro mede mega meta micro mini mono multi neuro neven oer "
        "poly prive pro pseudo psycho semi sub super tele thermo ultra vice"
    ).split()
)
"""What stands in front of a whole word; nobody asks for it alone."""

LOOSE_PREFIXES: Final = frozenset("anti her mede neven vice".split())
"""Those that leave the meaning of the word they stand before: a `herbeoordeling` is a `beoordeling`."""

ADJECTIVES_IN_FRONT: Final = frozenset(
    ("begin deel eind groot hoofd hoog klein kort laag lang licht midden nieuw nood oud snel top tussen zelf zwaar").split()
)
"""Words that stand in front of others, and mean little when one asks for them alone."""

NEVER_IN_FRONT: Final = frozenset(
    (
        "aan aaneen achter af alle alleen allen alles be beide beneden bij binnen boven con daar dan dat de den der deze "
        "die dit door dus een elk en er ge geen haar had heen hem hen het hier hij hoe hun ieder iets in ineen inge is jij "
        "jou jouw langs los maar mee men met mijn mis na naar neer niet niets nog nooit of om omhoog omlaag on onder ont "
        "ooit ook op open over per rond samen te tegen teken ten ter terug toe toep tot trans uit uiteen van vast veel ver "
        "verst vol voor voorbij voort waar wat weer weinig wel wie wij zal zeer zelfs zich zij zijn zo zou"
    ).split()
)
"""Words that begin other words without making them compounds: `over` in `overheid`, `aan` in `aanvraag`."""

DERIVING: Final = frozenset(
    ("aange afge bege doorge ge gere herge inge misge nage omge onbe onge ont onver opge overge uitge ver voorge").split()
)
"""Beginnings of words that are not words."""

NEVER_AT_END: Final = frozenset(
    (
        "aal aan aar aard aardig aardige aars achter achtig age al als ander andere anders baar bare behalve bij cape chap "
        "daan dan dat de den der die ding dom door e een eens eer elen elijk en end ende ent er eren erig erij ering ers es "
        "fel ge gewijs gewijze gierig grafie grafisch grafische haft halve hartig heden heid hier ieder ief ier iet ig in "
        "ing ingen is isch ische jarig je jes ken kens kere keren king kingen kundig kundige lei lijk lijke lijks ling "
        "lingen logie logisch logische loos loosheid los loze maar maken matig matige matigheid mede meer men met moedig "
        "moten na naar natie nis of om on onder op over pen per ren rend rij rijk rijke ring ringen saam schap schappelijk "
        "sel sels seren set slachtig ste ster sters tal tallen te tel ten tend tenen ter teren ters tijdig toe tot uit "
        "vaardig vaardige van veel vol voor vormig waar waard waardig waardige wat weer wel wil willig willige zaam zame "
        "zelf zeren zijdig zuchtig"
    ).split()
)
"""Words and endings that end other words without making them compounds: `heid` in `overheid`, `matig` in `regelmatig`."""

SHORT_PARTS: Final = frozenset(
    (
        "aal anw aow app arm azc bad bar bbp bed bel bom bon bos box btw bus cao cbs cel dag dak dam dek dij dna dvd eed "
        "eis erf fan gas gat ggd ggg ggo ggz gif gmo gok gps gsm hal hbo hei hek hiv hof hout hsl hut ict ijs jas kap kar "
        "kas kat kip kok kop kvk lab lang les lhbt lid lng lot lpg man map mbo mes mest mkb mri net oog ozb pad pan pas pbm "
        "pdf pen pfas pgb pil pin pot rek rij rit rna rol rug sap ski soa som spa tak tap tas tbs tol uur uwv vak val vat "
        "vee vis vmbo vrt vwo wal wao weg wei wet wia wlz wmo wob wol woo zak zee zin zon zus zuur"
    ).split()
)
"""The only words of three letters, and letter words, that are taken for a part."""

SHORT_FRONTS: Final = frozenset(("ai eu ic ov tv vn ww").split())
"""The only words of two letters that are taken for a part."""

ONE_WORD: Final = tuple(
    (
        "amersfoort amsterdam antwoord architectu boerderij combinat cultur cultuur duitsland eindhoven engeland estland "
        "europe finland flevoland friesland gelderland griekenland haarlemmermeer hilversum holland ierland ijsland kantoor "
        "kantor katwijk leeuward letland literatuur luxemburg maastricht maatregel maatschap merende microsoft minister "
        "nagelat nederland netwerk nijmegen noodza noorwegen oordeel oordel oorlog oorspr oorza opper paspoort potsdam "
        "procent regelma rijswijk rotterdam rusland schotland slachtoff tegelijk thailand transport trimbos uitermate "
        "verschil voorpell wageningen website zaanstad zeeland zoetermeer zwitserland"
    ).split()
)
"""Beginnings of words and names that are no compounds to a reader, though their letters may be those of two words."""

IRREGULAR_FRONTS: Final = {
    "kinder": "kind",
    "rechts": "recht",
    "eier": "ei",
    "runder": "rund",
    "scheeps": "schip",
    "zonne": "zon",
    "volkeren": "volk",
}
"""Forms that words have only in front of others."""

PARTICLES: Final = tuple(
    (
        "aan achter af bij binnen bloot dicht door gelijk goed hard hoog in kapot klaar kwijt langs leeg los mee mis na neer om "
        "onder op open over plaats rond samen schoon stil tegemoet tegen tekort terecht terug thuis toe uit uiteen vast vol "
        "voor voort voorbij vooruit vrij waar weg"
    ).split()
)
"""What stands in front of a verb and leaves it in a sentence: `aan` in `aanpakken`, `aangepakt`, `aan te pakken`."""
