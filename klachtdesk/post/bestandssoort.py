"""The kinds of files that come in: what each is called, what can be shown of it, and what to beware of."""

from dataclasses import dataclass

_PROGRAMMA = (
    "Dit is een programma of een opdracht voor de computer. Open het nooit: het kan schade aanrichten."
)
_MACROS = (
    "Hierin zitten macro's: kleine programma's. "
    "Open het alleen als u de afzender vertrouwt, en zet macro's niet aan."
)
_PAKKET = "Dit is een ingepakt bestand; wat erin zit is niet bekeken. Pak het alleen uit als u de afzender vertrouwt."
_PAKKET_MET_PROGRAMMA = (
    "In dit ingepakte bestand zit een programma of een opdracht voor de computer. Open dat nooit."
)
_WEBPAGINA = "Dit is een webpagina. Die kan om gegevens vragen en met internet verbinden. Vul er niets in."
_ONBEKEND = "Dit soort bestand is niet herkend. Open het alleen als u de afzender vertrouwt."


@dataclass(frozen=True, slots=True)
class Bestandssoort:
    """A kind of file. `toonbaar` is `pdf`, `beeld`, `mail` or empty; `gevaar` a sentence of warning, or empty."""

    sleutel: str
    label: str
    media_type: str
    extensies: tuple[str, ...] = ()
    """How names of this kind end, the usual one first."""
    toonbaar: str = ""
    gevaar: str = ""


def _soort(
    sleutel: str, label: str, media_type: str, extensies: str = "", toonbaar: str = "", gevaar: str = ""
) -> Bestandssoort:
    return Bestandssoort(sleutel, label, media_type, tuple(extensies.split()), toonbaar, gevaar)


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

_CATALOGUE = (
    _soort("pdf", "PDF", "application/pdf", "pdf", "pdf"),
    _soort("png", "Afbeelding (PNG)", "image/png", "png", "beeld"),
    _soort("jpeg", "Afbeelding (JPEG)", "image/jpeg", "jpg jpeg jfif", "beeld"),
    _soort("gif", "Afbeelding (GIF)", "image/gif", "gif", "beeld"),
    _soort("webp", "Afbeelding (WebP)", "image/webp", "webp", "beeld"),
    _soort("bmp", "Afbeelding (BMP)", "image/bmp", "bmp", "beeld"),
    _soort("tiff", "Afbeelding (TIFF)", "image/tiff", "tif tiff", "beeld"),
    _soort("heic", "Foto (HEIC)", "image/heic", "heic heif avif"),
    _soort("eml", "E-mail", "message/rfc822", "eml", "mail"),
    _soort("msg", "E-mail uit Outlook", "application/vnd.ms-outlook", "msg", "mail"),
    _soort("docx", "Word-document", f"{_OOXML}.wordprocessingml.document", "docx dotx"),
    _soort("xlsx", "Excel-bestand", f"{_OOXML}.spreadsheetml.sheet", "xlsx xltx"),
    _soort("pptx", "PowerPoint-bestand", f"{_OOXML}.presentationml.presentation", "pptx ppsx potx"),
    _soort("ooxml_macros", "Office-bestand met macro's", "application/vnd.ms-office.macroenabled", "", "", _MACROS),
    _soort("odt", "Tekstdocument (OpenDocument)", f"{_ODF}.text", "odt"),
    _soort("ods", "Rekenblad (OpenDocument)", f"{_ODF}.spreadsheet", "ods"),
    _soort("odp", "Presentatie (OpenDocument)", f"{_ODF}.presentation", "odp"),
    _soort("doc", "Word-document (oud)", "application/msword", "doc dot"),
    _soort("xls", "Excel-bestand (oud)", "application/vnd.ms-excel", "xls xlt"),
    _soort("ppt", "PowerPoint-bestand (oud)", "application/vnd.ms-powerpoint", "ppt pps pot"),
    _soort("ole_macros", "Oud Office-bestand met macro's", "application/msword;macros", "", "", _MACROS),
    _soort("office_beveiligd", "Office-bestand met wachtwoord", "application/x-ole-encrypted", "docx xlsx pptx"),
    _soort("ole", "Bestand in een oude Office-vorm", "application/x-ole-storage", "", "", _ONBEKEND),
    _soort("rtf", "Tekst met opmaak (RTF)", "application/rtf", "rtf doc"),
    _soort("tnef", "Outlook-pakket (winmail.dat)", "application/ms-tnef", "dat", "", _PAKKET),
    _soort("p7m", "Versleuteld of ondertekend bericht (S/MIME)", "application/pkcs7-mime", "p7m p7s"),
    _soort("zip", "Ingepakt bestand (ZIP)", "application/zip", "zip", "", _PAKKET),
    _soort("zip_programma", "Ingepakt programma", "application/zip;programma", "zip", "", _PAKKET_MET_PROGRAMMA),
    _soort("pakket", "Ingepakt bestand", "application/x-archive", "7z rar gz bz2 xz tar cab", "", _PAKKET),
    _soort("programma", "Programma", "application/x-executable", "", "", _PROGRAMMA),
    _soort("html", "Webpagina", "text/html", "html htm", "", _WEBPAGINA),
    _soort("geluid", "Geluid", "audio/x-any", "mp3 wav ogg m4a flac"),
    _soort("video", "Video", "video/x-any", "mp4 mov avi mkv webm"),
    _soort("tekst", "Tekst", "text/plain", "txt csv log md ics vcf"),
    _soort("leeg", "Leeg bestand", "application/x-empty"),
    _soort("onbekend", "Onbekend soort bestand", "application/octet-stream", "", "", _ONBEKEND),
)  # fmt: skip

SOORTEN = {soort.sleutel: soort for soort in _CATALOGUE}
"""Every kind, by key."""

_BY_MEDIA_TYPE = {soort.media_type: soort for soort in _CATALOGUE}


def kind_of_media_type(media_type: str) -> Bestandssoort:
    """Return the kind that a file was found to be when it was stored."""
    return _BY_MEDIA_TYPE.get(media_type, SOORTEN["onbekend"])


def name_to_save_as(naam: str, media_type: str) -> str:
    """Return a name that ends as its content asks, so that it opens in the right program; a risk is left as it is."""
    soort = kind_of_media_type(media_type)
    extension = naam.rpartition(".")[2].casefold() if "." in naam else ""
    if soort.gevaar or not soort.extensies or extension in soort.extensies:
        return naam
    return f"{naam}.{soort.extensies[0]}"
