"""The words of Dutch that say how other words hang together, not what a text is about: a closed list from grammar."""

from typing import Final

_ARTICLES_AND_PRONOUNS: Final = """
de het een ene ik jij je u wij we zij ze hij hem haar hen hun ons onze mij me mijn jouw jullie uw zich zichzelf elkaar elkaars
dit dat deze die dezen degene degenen diegene datgene zulk zulke zoiets hetgeen hetzelfde dezelfde dergelijk dergelijke
er daar hier ergens nergens overal iets niets iemand niemand men alles allen allemaal ieder iedere iedereen elk elke
sommige sommigen enkele enige enkel menig menige beide beiden ander andere anderen anders alle al geen
"""
_QUESTION_WORDS: Final = """
wat wie wiens waar waarom wanneer hoe hoeveel welk welke hoezo waaraan waarbij waardoor waarin waarmee waarna waarnaar waarop
waarover waaruit waartoe waartegen waarvan waarvoor waaronder
"""
_ADVERBS_OF_PLACE: Final = """
eraan erbij erdoor erin ermee erna ernaar erop erover eruit ertoe ertegen ervan ervoor eronder
daaraan daarbij daardoor daarin daarmee daarna daarnaar daarnaast daarop daarover daaruit daartoe daartegen daarvan daarvoor
daaronder daarom hieraan hierbij hierdoor hierin hiermee hierna hiernaast hierop hierover hieruit hiertoe hiertegen hiervan
hiervoor hieronder
"""
_PREPOSITIONS: Final = """
aan achter af bij binnen boven buiten door gedurende in jegens langs met na naar naast om omtrent onder ondanks op over per
rond rondom sinds te ten ter tegen tegenover tijdens tot tussen uit van vanaf vanuit vanwege via volgens voor voorbij wegens
zonder inzake betreffende aangaande ingevolge krachtens omwille
"""
_CONJUNCTIONS: Final = """
en of maar want dus doch noch als dan toen indien mits tenzij omdat doordat opdat zodat voordat nadat terwijl hoewel ofschoon
zodra zolang alsmede alsook alsof evenals zowel ofwel hetzij aangezien alvorens teneinde
"""
_AUXILIARIES: Final = """
ben bent is zijn was waren geweest wees word wordt worden werd werden geworden heb hebt heeft hebben had hadden gehad
zal zult zullen zou zouden kan kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten wil wilt willen wilde
wilden hoeft hoeven laat laten liet lieten gaat gaan ga doet doen doe deed deden gedaan
"""
_PARTICLES: Final = """
niet wel ook nog toch reeds zo ja nee neen immers echter evenwel eens even juist slechts zelfs alleen zelf heel zeer erg te
nu straks steeds ooit nooit altijd vaak soms bijna ongeveer circa veel meer meest weinig minder minst genoeg
namelijk overigens bovendien tevens eveneens verder immer derhalve aldus zodanig waarschijnlijk misschien
"""

_LETTERS: Final = "n t m k d r s"  # zo'n, 't, da's: what an apostrophe leaves over

FUNCTION_WORDS: Final = frozenset(
    " ".join(
        (
            _ARTICLES_AND_PRONOUNS,
            _QUESTION_WORDS,
            _ADVERBS_OF_PLACE,
            _PREPOSITIONS,
            _CONJUNCTIONS,
            _AUXILIARIES,
            _PARTICLES,
            _LETTERS,
        )
    ).split()
)
"""As the index has them. They are classes to which no new words come: articles, pronouns, prepositions, conjunctions and such."""
