"""What a klachtenformulier that came back says, before it is registered as a melding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormulierVoorstel:
    """The melding that a PDF makes: raw values of the meldingsformulier, and what to know of it, in Dutch.

    `ontbreekt` names what the reglement wants and the form lacks ("de omschrijving van de klacht"); `opmerkingen` are
    whole sentences. `gelezen` tells whether its fields could be read.
    """

    waarden: dict[str, str]
    ontbreekt: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    gelezen: bool = False
