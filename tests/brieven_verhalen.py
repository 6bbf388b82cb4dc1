"""The five stories with their letters: each letter of each reglement, made on the day of its story.

What a story does not send is looked at at its end or where it would fit, so that every letter has been on paper once.
Every person in them is invented.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from brievenpost import Brief, Post
from office import OfficeMaker

from klachtdesk.services.oordeel import freeze_oordeel

Brieven = dict[str, Brief]

JORIS, MARIJKE, AMBER = "Joris Kramer", "mevrouw Marijke de Vries", "mevrouw Amber Veldman"
ELSBETH, WIM, DIRECTEUR = "Elsbeth Kuiper", "dhr. Wim de Boer", "Simone Haven"
RUBEN, IRIS, KORST, HILDE = "Ruben Postma", "mevr. Iris Blom", "dhr. N. Korst", "Hilde Smits"
SELAM, RIA, HENK, NOOR = "Selam Tesfay", "mevrouw Ria Postmus", "Henk Vos", "Noor Bakker"
PETRA, PHILIPPO = "Petra Linden", "Jacqueline Philippo"

_HEARD: Final = "De offerte noemde 2.400 euro.\n\nOver meerwerk is niet gesproken."


def interactie(make_office: OfficeMaker) -> Brieven:
    """Play the story of the invoice: by phone on 1 April 2026, in writing the same day, solved on the 14th."""
    day = date(2026, 4, 1)
    post = Post(make_office("interactie", day), day, {
        "kanaal": "telefoon", "hoedanigheid": "opdrachtgever", "product": "Gesprekken onder druk",
        "omschrijving": "De factuur is 850 euro hoger dan de offerte. De trainer ging niet in op onze casussen.",
        "datum_gebeurtenis": "12-3-2026", "overeenkomst": "IA-2026-014",
        "onderwerpen": "hoogte_factuur kwaliteit_dienstverlening", "wens": "Creditnota en een extra dagdeel.",
        "melder.1.naam": MARIJKE, "melder.1.functie": "Hoofd P&O", "melder.1.organisatie": "Zorggroep De Linde",
        "melder.1.adres": "Lindelaan 8", "melder.1.postcode": "7311 AB", "melder.1.plaats": "Apeldoorn",
        "betrokkene.1.naam": JORIS, "betrokkene.1.functie": "Trainer",
    })  # fmt: skip
    post.shows(day, "schriftelijke_indiening_gevraagd")
    post.happened(day, "ontvangen", kanaal="email")
    post.happened(day, "doorgezonden", persoon=AMBER)
    post.sends(day, "ontvangstbevestiging_verzonden")
    post.sends(date(2026, 4, 2), "betrokkene_ingelicht", persoon=JORIS)
    for naam, persoon in (("uitnodiging_klager", MARIJKE), ("uitnodiging_betrokkene", JORIS)):
        post.sends(date(2026, 4, 2), "uitgenodigd_horen", naam, persoon=persoon)
    for naam, persoon in (("verslag_klager", MARIJKE), ("verslag_betrokkene", JORIS)):
        post.sends(date(2026, 4, 9), "gehoord", naam, persoon=persoon, velden={"verslag": _HEARD})
    post.happened(date(2026, 4, 14), "oplossingspoging", uitkomst="opgelost", tussenkomst="nee")
    post.sends(date(2026, 4, 15), "tussenbericht_verzonden")
    verdaagd = {"termijn": "oordeel", "tot": "13-5-2026", "reden": "De trainer is tot 4 mei op reis."}
    post.shows(date(2026, 4, 20), "verdaagd", velden=verdaagd)
    post.filled_in(
        date(2026, 4, 21), "oordeel",
        bevindingen="De offerte noemt 2.400 euro, de factuur 3.250 euro.",
        reacties="De trainer kreeg de casussen te laat.", conclusies="Voor het meerwerk was geen akkoord gevraagd.",
        afhandeling="Een creditnota van 850 euro en een extra dagdeel.", gegrondheid="deels_gegrond",
        klachtonderdeel__1__onderwerp="hoogte_factuur", klachtonderdeel__1__gegrondheid="gegrond",
        klachtonderdeel__1__omschrijving="De factuur is hoger dan de offerte.",
        klachtonderdeel__2__onderwerp="kwaliteit_dienstverlening", klachtonderdeel__2__gegrondheid="deels_gegrond",
        klachtonderdeel__2__omschrijving="De trainer ging niet in op de casussen.",
        aanbevelingen="Meerwerk alleen na schriftelijk akkoord.",
    )  # fmt: skip
    freeze_oordeel(post.office.desk, post.dossier)
    post.sends(date(2026, 4, 21), "oordeel_verzonden")
    post.sends(date(2026, 4, 21), "oordeel_verzonden_betrokkene", persoon=JORIS)
    post.happened(date(2026, 4, 24), "tevredenheidscheck", uitkomst="tevreden", kanaal="telefoon")
    for naam, persoon in (("aanbieding_klager", MARIJKE), ("aanbieding_betrokkene", JORIS)):
        post.shows(date(2026, 4, 24), "ondertekening_gevraagd", naam, persoon=persoon)
    post.shows(date(2026, 4, 28), "doorverwezen", velden={"instantie": "geschillencommissie"})
    return _with_the_rest(post, date(2026, 4, 28))


def klassewerk(make_office: OfficeMaker) -> Brieven:
    """Play the story of the trainer, from 24 April 2026, and of a call that solved another klacht."""
    day = date(2026, 4, 24)
    office = make_office("klassewerk", day)
    melding = {
        "kanaal": "telefoon", "hoedanigheid": "school_leerkracht", "onderwerpen": "trainer",
        "omschrijving": "De trainer viel mij af voor de groep.",
        "melder.1.naam": ELSBETH, "melder.1.organisatie": "Basisschool De Regenboog",
        "melder.1.adres": "Schoolstraat 3", "melder.1.postcode": "8011 XY", "melder.1.plaats": "Zwolle",
        "betrokkene.1.naam": WIM, "betrokkene.1.functie": "Onderbouwd trainer",
    }  # fmt: skip
    post = Post(office, day, melding)
    post.sends(day, "ontvangstbevestiging_verzonden")
    post.happened(day, "doorgezonden", persoon=DIRECTEUR)
    gesprek = {
        "persoon": DIRECTEUR,
        "kanaal": "telefoon",
        "verslag": "Meer gehoord; wij werden het niet eens.",
    }
    post.happened(date(2026, 4, 28), "contact_klager", uitkomst="niet_opgelost", **gesprek)
    post.sends(date(2026, 5, 6), "tussenbericht_verzonden")
    post.filled_in(
        date(2026, 5, 12), "oordeel", bevindingen="De trainer gaf een aanwijzing voor de groep.",
        conclusies="Dat hoort bij de training.", gegrondheid="ongegrond",
    )  # fmt: skip
    freeze_oordeel(office.desk, post.dossier)
    post.sends(date(2026, 5, 12), "oordeel_verzonden")
    post.sends(date(2026, 6, 5), "schriftelijke_indiening_gevraagd")
    post.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="brief")
    afspraak = {"afspraak": "Maandag 22 juni 2026 om 16.00 uur, bij ons op kantoor."}
    post.sends(date(2026, 6, 11), "bezwaar_toelichting_uitgenodigd", vrij=afspraak)
    post.happened(date(2026, 6, 22), "bezwaar_toelichting_gehouden", verslag="De klager gaf uitleg.")
    uitspraak = {
        "uitspraak": "Uw bezwaar is deels gegrond. Wij bieden u onze excuses aan.",
        "motivering": "De aanwijzing had ook na de les gekund.",
    }
    post.sends(date(2026, 7, 3), "bezwaar_uitspraak_verzonden", vrij=uitspraak)
    post.sends(date(2026, 7, 10), "doorverwezen", velden={"instantie": "geschillencommissie"})
    solved = Post(office, date(2026, 4, 27), melding)
    solved.happened(date(2026, 4, 27), "doorgezonden", persoon=DIRECTEUR)
    gesprek = {"persoon": DIRECTEUR, "kanaal": "telefoon", "bevestiging_gewenst": "ja"}
    verslag = "Elsbeth Kuiper krijgt een andere trainer, vanaf 11 mei."
    solved.happened(date(2026, 4, 28), "contact_klager", uitkomst="opgelost", verslag=verslag, **gesprek)
    solved.sends(date(2026, 4, 30), "bevestiging_afspraken_verzonden")
    return _with_the_rest(post, date(2026, 7, 10)) | solved.brieven


def klik_onderwijs(make_office: OfficeMaker) -> Brieven:
    """Play the story of the e-learning: informal from 5 March 2026, formal on 2 April, a bezwaar on 19 May."""
    day = date(2026, 3, 5)
    post = Post(make_office("klik_onderwijs", day), day, {
        "kanaal": "telefoon", "hoedanigheid": "klant", "product": "E-learning Digitaal toetsen",
        "omschrijving": "Leerlingen kunnen niet inloggen, en de helpdesk geeft geen antwoord.",
        "onderwerpen": "product", "melder.1.naam": RUBEN, "melder.1.functie": "ICT-coördinator",
        "melder.1.organisatie": "Scholengroep Het Anker", "melder.1.email": "r.postma@example.org",
        "melder.1.adres": "Ankerplein 1", "melder.1.postcode": "3011 AA", "melder.1.plaats": "Rotterdam",
        "betrokkene.1.naam": IRIS, "betrokkene.1.functie": "Medewerker helpdesk", "betrokkene.1.afdeling": "Helpdesk",
    })  # fmt: skip
    post.happened(date(2026, 3, 10), "informele_fase_gestart", persoon="Carla Jonkers")
    post.happened(
        date(2026, 3, 17), "informele_fase_beeindigd", uitkomst="niet_opgelost", verslag="Geen oplossing."
    )
    post.shows(date(2026, 3, 18), "schriftelijke_indiening_gevraagd")
    post.happened(date(2026, 4, 2), "ontvangen", kanaal="email")
    post.sends(date(2026, 4, 3), "aanvulling_gevraagd")
    post.sends(date(2026, 4, 7), "ontvangstbevestiging_verzonden")
    post.happened(date(2026, 4, 7), "toegewezen", persoon=KORST, door=HILDE)
    post.filled_in(
        date(2026, 4, 8), "meldingsformulier", melder__1__telefoon="070 000 00 00", motivering="Wij betalen hiervoor.",
    )  # fmt: skip
    post.happened(date(2026, 4, 8), "aanvulling_ontvangen")
    post.happened(
        date(2026, 4, 14), "contact_klager", persoon=KORST, kanaal="telefoon", verslag="Uitleg gegeven."
    )
    post.shows(date(2026, 4, 20), "tussenbericht_verzonden")
    post.happened(date(2026, 5, 4), "overleg", persoon=HILDE, verslag="Eens: de klacht is gegrond.")
    post.filled_in(
        date(2026, 5, 6), "oordeel", bevindingen="Het inloggen lukte drie weken niet.", conclusies="Terecht.",
        afhandeling="Drie maanden licentie terug.", gegrondheid="gegrond",
    )  # fmt: skip
    freeze_oordeel(post.office.desk, post.dossier)
    post.sends(date(2026, 5, 6), "oordeel_verzonden")
    post.happened(date(2026, 5, 19), "bezwaar_ontvangen", kanaal="email")
    benoemd = {
        "personen": "Anneke Mulder, Joost Visser",
        "door": HILDE,
        "motivering": "Beiden zijn onafhankelijk.",
    }
    post.happened(date(2026, 5, 22), "bezwaar_commissie_benoemd", **benoemd)
    verdaagd = {"termijn": "uitspraak_bezwaar", "tot": "30-6-2026", "reden": "De commissie wacht op cijfers."}
    post.sends(date(2026, 6, 10), "verdaagd", velden=verdaagd)
    motivering = {"motivering": "De vergoeding past bij de tijd dat inloggen niet lukte."}
    post.sends(date(2026, 6, 29), "bezwaar_uitspraak_verzonden", vrij=motivering)
    return _with_the_rest(post, date(2026, 6, 29))


def tien_voor_taal(make_office: OfficeMaker) -> Brieven:
    """Play the story of the missed exam, from 13 April 2026, and look at a klacht that is not handled."""
    day = date(2026, 4, 13)
    office = make_office("tien_voor_taal", day)
    melding = {
        "kanaal": "klachtenformulier", "hoedanigheid": "client", "product": "Inburgering B1",
        "omschrijving": "De uitnodiging voor het examen kwam te laat.", "onderwerpen": "handelen", "taal": "Tigrinya",
        "melder.1.naam": SELAM, "melder.1.adres": "Dorpsweg 2", "melder.1.postcode": "5611 CD",
        "melder.1.plaats": "Eindhoven", "klager.1.naam": RIA, "klager.1.adres": "Dorpsweg 4",
        "klager.1.postcode": "5611 CD", "klager.1.plaats": "Eindhoven",
        "betrokkene.1.naam": HENK, "betrokkene.1.functie": "Planner van de examens",
    }  # fmt: skip
    post = Post(office, day, melding)
    post.shows(day, "aanvulling_gevraagd")
    post.happened(day, "machtiging_ontvangen", persoon=RIA, volledig="ja")
    post.sends(date(2026, 4, 14), "vertaling_gevraagd")
    post.sends(date(2026, 4, 16), "ontvangstbevestiging_verzonden")
    post.happened(date(2026, 4, 22), "vertaling_ontvangen")
    for ref, wat, uiterlijk in (
        ("A1", "Een nieuw examen regelen.", "20-5-2026"),
        ("A2", "De verzendlijst nakijken.", "13-5-2026"),
    ):
        actiepunt = {"ref": ref, "omschrijving": wat, "persoon": NOOR, "uiterlijk": uiterlijk}
        post.happened(date(2026, 5, 6), "actiepunt_vastgesteld", **actiepunt)
    post.sends(date(2026, 5, 6), "bericht_afhandeling_verzonden")
    uitgenodigd = {"afspraak": "Maandag 11 mei 2026 om 10.00 uur, bij ons op kantoor."}
    for naam, persoon in (("uitnodiging_klager", RIA), ("uitnodiging_betrokkene", HENK)):
        post.sends(date(2026, 5, 6), "uitgenodigd_horen", naam, persoon=persoon, vrij=uitgenodigd)
    post.sends(date(2026, 5, 11), "gehoord", persoon=RIA, velden={"verslag": "Het examen is gemist."})
    post.happened(date(2026, 5, 11), "afgezien_van_horen", persoon=HENK, grond="verklaard")
    verdaagd = {"termijn": "oordeel", "tot": "12-6-2026", "grond": "complexiteit"}
    reden = "Het examen loopt via een andere instelling."
    post.sends(date(2026, 5, 20), "verdaagd", velden={**verdaagd, "reden": reden})
    post.filled_in(
        date(2026, 6, 9), "oordeel", bevindingen="De uitnodiging ging naar een oud adres.",
        reacties="De klager wil snel een nieuw examen.", conclusies="De klacht is terecht.",
        afhandeling="Er komt een nieuw examen.", gegrondheid="gegrond",
    )  # fmt: skip
    freeze_oordeel(office.desk, post.dossier)
    post.sends(date(2026, 6, 9), "oordeel_verzonden")
    post.sends(date(2026, 6, 10), "doorverwezen", velden={"instantie": "college_van_arbitrage"})
    beroep = {"instantie": "college_van_arbitrage", "aanleiding": "niet_tevreden"}
    post.happened(date(2026, 6, 22), "beroep_ingesteld", **beroep)
    post.happened(date(2026, 6, 22), "financiele_vergoeding_gevraagd", bedrag="350")
    post.shows(date(2026, 6, 23), "verzekeraar_ingelicht")
    refused = Post(office, date(2026, 6, 24), melding | {"datum_gebeurtenis": "3-3-2025"})
    gronden = {
        "gronden": "langer_dan_een_jaar opsporing_of_vervolging",
        "toelichting": "Het gebeurde op 3 maart 2025.",
    }
    refused.shows(date(2026, 6, 24), "niet_in_behandeling", velden=gronden)
    return _with_the_rest(post, date(2026, 6, 24)) | refused.brieven


def leefstijlwijzer(make_office: OfficeMaker) -> Brieven:
    """Play the story of the roosters, from 22 December 2025."""
    day = date(2025, 12, 22)
    post = Post(make_office("leefstijlwijzer", day), day, {
        "kanaal": "email", "hoedanigheid": "intern", "omschrijving": "De roosters komen telkens te laat.",
        "melder.1.naam": PETRA, "melder.1.adres": "Vijverpad 7", "melder.1.postcode": "6811 GH",
        "melder.1.plaats": "Arnhem",
    })  # fmt: skip
    post.happened(day, "doorgezonden", persoon=PHILIPPO)
    post.sends(day, "ontvangstbevestiging_verzonden")
    post.sends(date(2025, 12, 31), "reactie_verzonden")
    post.happened(date(2026, 1, 2), "reactie_ontvangen")
    post.sends(date(2026, 1, 12), "tussenbericht_verzonden")
    post.filled_in(date(2026, 1, 22), "intern_klachtenformulier", oorzaak="planning")
    afgehandeld = {"oplossing": "Eerder verzenden.", "overeenstemming": "nee", "maatregel_gewenst": "nee"}
    post.happened(date(2026, 1, 22), "afgehandeld", **afgehandeld)
    post.sends(date(2026, 1, 23), "doorverwezen", velden={"instantie": "examencommissie"})
    post.filled_in(date(2026, 1, 23), "meldingsformulier", betrokkene__1__naam="Kees Dalm")
    return _with_the_rest(post, date(2026, 1, 23))


def _with_the_rest(post: Post, day: date) -> Brieven:
    """Look at each letter of the reglement that the story did not need, and return all letters."""
    made = {brief.sleutel for brief in post.brieven.values()}
    for stap in post.view().procedure.stappen:
        if stap.brief in made or not stap.brief or stap.brief in _NO_LETTER:
            continue
        made.add(post.shows(day, stap.soort, persoon=stap.persoon, velden=_TYPED.get(stap.soort)).sleutel)
    return post.brieven


_NO_LETTER: Final = {"oordeel", "werkoverleglijst", "folder"}
_TYPED: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "aanvulling_gevraagd": {"velden": "het adres van de klager\nde datum waarop het gebeurde"},
        "gehoord": {"verslag": "Er is gesproken over wat er gebeurde."},
        "verdaagd": {"reden": "Wij wachten nog op gegevens."},
        "niet_in_behandeling": {"gronden": "reeds_behandeld"},
    }
)

VERHALEN: Final[Mapping[str, Callable[[OfficeMaker], Brieven]]] = MappingProxyType(
    {
        "interactie": interactie,
        "klassewerk": klassewerk,
        "klik_onderwijs": klik_onderwijs,
        "tien_voor_taal": tien_voor_taal,
        "leefstijlwijzer": leefstijlwijzer,
    }
)
"""What plays each story, by the key of its reglement."""
