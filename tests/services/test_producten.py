"""The list of producten: what figures may name, beside what was typed on forms.

Today is Wednesday 1 April 2026, at the office of Interactie.
"""

from datetime import date

import pytest
from dossiers import klacht_by_mail
from office import Office

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.drafts import keep_draft, open_draft
from klachtdesk.services.eigen_reglement.concepten import copy_reglement
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.services.formulieren import new_melding, read_formulier
from klachtdesk.services.overzicht.producten import (
    add_product,
    join_product,
    product_formulier,
    read_producten,
    remove_product,
    save_product,
)
from klachtdesk.services.overzicht.reading import read_overzicht

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def typed(office: Office, *producten: str) -> None:
    """Register a klacht about each of these."""
    for product in producten:
        klacht_by_mail(office, "Marijke de Vries", "1-4-2026", product=product)


def unlisted(office: Office) -> list[tuple[str, int]]:
    return [(item.naam, item.dossiers) for item in read_producten(office.desk).getypt]


def listed(office: Office) -> list[tuple[str, tuple[str, ...], int]]:
    return [(item.naam, item.ook_wel, item.dossiers) for item in read_producten(office.desk).producten]


def figures(office: Office) -> dict[str, int | None]:
    """Return the table of producten in the overview, without its empty rows."""
    rows = read_overzicht(office.desk, *YEAR).tabel("product").rijen
    return {rij.label: rij.cellen[0].aantal for rij in rows if rij.cellen[0].aantal}


def test_what_was_typed_is_counted_however_it_was_spelled(office: Office):
    typed(office, "Inburgering B1", "inburgering  b1", "INBURGERING B1", "inburgering  b1", "Rekenen", "  ")
    typed(office, "é-learning")
    # "inburgering b1" was typed twice that way (blanks do not count), the other two spellings once.
    assert unlisted(office) == [("inburgering b1", 4), ("Rekenen", 1), ("é-learning", 1)]
    assert read_producten(office.desk).producten == ()


def test_what_was_typed_is_put_on_the_list_and_its_figure_appears(office: Office):
    typed(office, "Inburgering B1", "inburgering b1", "Rekenen")
    with pytest.raises(KeyError):
        read_overzicht(office.desk, *YEAR).tabel("product")
    made = add_product(office.desk, "Inburgering B1")
    assert made.changes.instellingen
    assert listed(office) == [("Inburgering B1", (), 2)]
    assert unlisted(office) == [("Rekenen", 1)]
    assert figures(office) == {"Inburgering B1": 2, "Staat niet op de lijst van het kantoor": 1}
    remove_product(office.desk, made.product_id)
    assert unlisted(office) == [("Inburgering B1", 2), ("Rekenen", 1)]


def test_what_was_typed_is_joined_to_what_is_on_the_list(office: Office):
    typed(office, "Inburgering B1", "NT2 tot B1", "nt2 tot b1")
    made = add_product(office.desk, "Inburgering B1")
    join_product(office.desk, made.product_id, "NT2 tot B1")
    join_product(office.desk, made.product_id, "nt2 TOT b1")  # once is enough
    assert listed(office) == [("Inburgering B1", ("NT2 tot B1",), 3)]
    assert unlisted(office) == []
    assert figures(office) == {"Inburgering B1": 3}


def test_the_longest_text_that_a_form_takes_can_be_joined_though_it_is_too_long_for_a_name(office: Office):
    story = "x" * 300
    typed(office, story)
    with pytest.raises(InvalidInput, match="hier passen 120 tekens"):
        add_product(office.desk, story)
    join_product(office.desk, add_product(office.desk, "Rekenen").product_id, story)
    assert unlisted(office) == []


def test_the_list_is_by_name_whatever_its_capitals(office: Office):
    for naam in ("rekenen", "Taal", "Basis"):
        save_product(office.desk, {"naam": naam})
    assert [naam for naam, _others, _dossiers in listed(office)] == ["Basis", "rekenen", "Taal"]


def test_a_product_is_changed_and_keeps_its_figures(office: Office):
    typed(office, "Rekenen", "Sommen")
    product_id = add_product(office.desk, "Rekenen").product_id
    waarden = product_formulier(office.desk, product_id).waarden
    changed = {
        **waarden,
        "naam": " Rekenen  en wiskunde ",
        "ook_wel": "Rekenen\n\n sommen \nSOMMEN\nRekenen en wiskunde",
    }
    save_product(office.desk, changed, product_id=product_id)
    assert listed(office) == [("Rekenen en wiskunde", ("Rekenen", "sommen"), 2)]


def test_what_is_taken_off_the_list_comes_back_with_the_key_by_which_kept_figures_know_it(office: Office):
    product_id = add_product(office.desk, "Rekenen").product_id
    save_product(office.desk, {"naam": "Wiskunde"}, product_id=product_id)
    before = product_formulier(office.desk, product_id).waarden
    remove_product(office.desk, product_id)
    save_product(office.desk, before)
    (item,) = read_producten(office.desk).producten
    assert product_formulier(office.desk, item.id).waarden == before
    with pytest.raises(NotFound):
        remove_product(office.desk, product_id + 1)


def test_a_product_may_be_called_what_the_overview_calls_the_rest(office: Office):
    typed(office, "Overig", "Onbekend", "iets anders")
    add_product(office.desk, "Overig")
    add_product(office.desk, "Onbekend")
    assert figures(office) == {"Overig": 1, "Onbekend": 1, "Staat niet op de lijst van het kantoor": 1}


def test_each_name_leads_to_one_product_only(office: Office):
    save_product(office.desk, {"naam": "Inburgering B1", "ook_wel": "NT2"})
    with pytest.raises(InvalidInput) as caught:
        save_product(office.desk, {"naam": "nt2", "ook_wel": "B1\ninburgering b1"})
    assert caught.value.fields == {
        "naam": "“nt2” staat al in de lijst, bij Inburgering B1.",
        "ook_wel": "“inburgering b1” staat al in de lijst, bij Inburgering B1.",
    }
    for naam in ("", "  "):
        with pytest.raises(InvalidInput, match="Vul de naam in"):
            save_product(office.desk, {"naam": naam})
        with pytest.raises(InvalidInput, match="Vul de naam in"):
            add_product(office.desk, naam)
    assert listed(office) == [("Inburgering B1", ("NT2",), 0)]


def test_forms_offer_the_list_and_take_any_other_text(office: Office):
    typed(office, "Iets anders")
    assert read_formulier(office.desk, 1, "meldingsformulier").formulier.veld("product").voorstellen == ()
    save_product(office.desk, {"naam": "Inburgering B1", "ook_wel": "NT2"})
    draft = keep_draft(office.desk, "meldingsformulier", {"product": "In"}, draft_id=None, dossier_id=None)
    for view in (
        read_formulier(office.desk, 1, "meldingsformulier"),
        new_melding(office.desk),
        open_draft(office.desk, draft),
    ):
        (offered,) = view.formulier.veld("product").voorstellen
        assert (offered.tekst, offered.ook_wel) == ("Inburgering B1", ("NT2",))
    assert read_formulier(office.desk, 1, "meldingsformulier").waarden["product"] == "Iets anders"


def test_with_several_reglementen_the_form_of_each_offers_the_list(office: Office):
    save_product(office.desk, {"naam": "Inburgering B1"})
    put_in_force(
        office.desk, copy_reglement(office.desk, sleutel="klassewerk").concept_id, "1-4-2026", vervangt=""
    )
    forms = [item.formulier for item in new_melding(office.desk).reglementen]
    assert len(forms) == 2
    for formulier in forms:
        assert [item.tekst for item in formulier.veld("product").voorstellen] == ["Inburgering B1"]
