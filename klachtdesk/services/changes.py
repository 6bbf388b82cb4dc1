"""What a mutation touched, so that screens refresh themselves and nothing else does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The dossiers that changed, and which lists may now look different."""

    dossiers: frozenset[int] = frozenset()
    lijst: bool = False
    drafts: bool = False
    instellingen: bool = False
    conclusies: bool = False
    """The analysis and the aanbevelingen that go with the overviews."""

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.dossiers | other.dossiers,
            self.lijst or other.lijst,
            self.drafts or other.drafts,
            self.instellingen or other.instellingen,
            self.conclusies or other.conclusies,
        )


def dossier_changed(dossier_id: int) -> Changes:
    """Return the changes of anything that alters a dossier: it, and the lists in which it stands."""
    return Changes(frozenset({dossier_id}), lijst=True, drafts=True)
