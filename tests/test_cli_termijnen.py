"""The command `klachtdesk termijnen`: answers, refusals, and what it does not load."""

import io
import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from klachtdesk.__main__ import main
from klachtdesk.assets import names

# What the output of one termijn and of the bewaartermijn must hold, in this order.
TERMIJN_KEYS = [
    "termijn", "ref", "ronde", "clausule", "artikel", "voor", "start", "einde", "streefdatum", "status",
    "voldaan_op", "uitleg",
]  # fmt: skip
BEWAREN_KEYS = ["status", "vanaf", "tot", "reden", "geblokkeerd_door"]


@dataclass
class Done:
    """What a command left behind."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run(*arguments, given=b"[]"):
    """Run the command in this process, with streams of its own."""
    content = given if isinstance(given, bytes) else json.dumps(given).encode()
    stdin, stdout, stderr = (io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (content, b"", b""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", stdout)
        patch.setattr(sys, "stderr", stderr)
        patch.setattr(sys, "argv", ["klachtdesk", "termijnen", *arguments])
        try:
            code = main()
        except SystemExit as leaving:  # argparse leaves this way, after help and after wrong use
            code = leaving.code
    written = []
    for stream in (stdout, stderr):
        stream.flush()
        written.append(stream.buffer.getvalue())
    return Done(code, *written)


def run_apart(*arguments, given=b"[]"):
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "klachtdesk", "termijnen", *arguments],
        input=given,
        capture_output=True,
        check=False,
    )


def answer(sleutel, *events, op="2026-12-31", options=()):
    """Return the JSON answer to events written as "ontvangen 2026-04-01"."""
    given = [dict(zip(("soort", "datum"), event.split(), strict=True)) for event in events]
    done = run("--reglement", sleutel, "--peildatum", op, "--json", *options, given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)


def refused(*arguments, given=b"[]"):
    """Return the message; nothing may be on standard output, and no traceback anywhere."""
    done = run(*arguments, given=given)
    assert (done.returncode, done.stdout) == (2, b"")
    message = done.stderr.decode()
    assert message.strip()
    assert "Traceback" not in message
    return message


@pytest.mark.parametrize(
    ("sleutel", "events", "expected"),
    [
        ("interactie", ["ontvangen 2026-04-01"], {"oordeel": ("2026-04-29", "2026-04-29")}),
        ("interactie", ["ontvangen 2026-04-04"], {"oordeel": ("2026-05-02", "2026-05-01")}),
        ("klik_onderwijs", ["ontvangen 2026-04-02"],
         {"ontvangstbevestiging": ("2026-04-09", "2026-04-08"), "contact_indiener": ("2026-04-20", "2026-04-20")}),
        ("klassewerk", ["ontvangen 2026-04-24", "doorgezonden 2026-04-24"],
         {"telefonisch_contact": ("2026-04-29", "2026-04-29"),
          "verantwoordelijke_bereiken": ("2026-04-24", "2026-04-24")}),
        ("klassewerk", ["ontvangen 2026-01-05", "oordeel_verzonden 2026-01-31"],
         {"bezwaar_indienen": ("2026-03-02", None)}),
        ("leefstijlwijzer", ["ontvangen 2025-12-22"], {"reactie": ("2025-12-31", "2025-12-30")}),
        ("tien_voor_taal", ["ontvangen 2026-04-13"],
         {"ontvangstbevestiging": ("2026-04-27", "2026-04-24"), "bericht_afhandeling": ("2026-05-11", "2026-05-08"),
          "oordeel": ("2026-05-25", "2026-05-22")}),
    ],
)  # fmt: skip
@pytest.mark.clausule("IA-5.5", "KL-4", "KL-7", "KW-2c", "KW-3a", "KW-5a", "LW-3", "TT-2.2c", "TT-4c")
def test_the_answers_of_the_specification(sleutel, events, expected):
    termijnen = answer(sleutel, *events)["termijnen"]
    assert {entry["termijn"]: (entry["einde"], entry["streefdatum"]) for entry in termijnen} == expected


@pytest.mark.clausule("IA-5.5")
def test_the_shape_of_the_json():
    given = answer("interactie", "ontvangen 2026-04-01", op="2026-05-01")
    assert list(given) == ["reglement", "peildatum", "termijnen", "bewaren"]
    (termijn,) = given["termijnen"]
    assert list(termijn) == TERMIJN_KEYS
    uitleg = termijn.pop("uitleg")
    assert uitleg
    assert all(isinstance(sentence, str) for sentence in uitleg)
    assert termijn == {
        "termijn": "oordeel",
        "ref": None,
        "ronde": 1,
        "clausule": ["IA-5.5"],
        "artikel": "5.5",
        "voor": "kantoor",
        "start": "2026-04-01",
        "einde": "2026-04-29",
        "streefdatum": "2026-04-29",
        "status": "te_laat",
        "voldaan_op": None,
    }
    assert list(given["bewaren"]) == BEWAREN_KEYS
    assert isinstance(given["bewaren"].pop("reden"), str)
    assert given["bewaren"] == {"status": "loopt_niet", "vanaf": None, "tot": None, "geblokkeerd_door": []}


@pytest.mark.clausule("KW-5a", "KD-1")
def test_rondes():
    events = [
        "ontvangen 2026-03-01",
        "oordeel_verzonden 2026-03-02",
        "afgehandeld 2026-03-02",
        "heropend 2026-05-01",
        "oordeel_verzonden 2026-06-01",
        "bezwaar_ontvangen 2026-06-15",
    ]
    termijnen = answer("klassewerk", *events, op="2026-07-01")["termijnen"]
    assert [(t["termijn"], t["ronde"], t["einde"], t["status"]) for t in termijnen] == [
        ("bezwaar_indienen", 1, "2026-04-02", "verlopen"),
        ("bezwaar_indienen", 2, "2026-07-01", "gehaald"),
        ("uitspraak_bezwaar", 2, "2026-07-15", "open"),
    ]


@pytest.mark.clausule("KL-14")
def test_a_termijn_per_ref():
    given = [
        {"soort": "ontvangen", "datum": "2026-04-02", "ref": 5},  # a key that means nothing here is ignored
        {"soort": "oordeel_verzonden", "datum": "2026-05-06"},
        {"soort": "consequenties_vastgesteld", "datum": "2026-05-08", "ref": "één"},
        {"soort": "consequenties_afgehandeld", "datum": "2026-05-21", "ref": "één"},
    ]
    done = run("--reglement", "klik_onderwijs", "--peildatum", "2026-06-01", "--json", given=given)
    (termijn,) = (
        entry for entry in json.loads(done.stdout)["termijnen"] if entry["termijn"] == "consequenties"
    )
    assert (termijn["ref"], termijn["ronde"], termijn["start"]) == ("één", None, "2026-05-06")
    assert (termijn["einde"], termijn["status"], termijn["voldaan_op"]) == (
        "2026-05-20",
        "te_laat_gehaald",
        "2026-05-21",
    )


@pytest.mark.clausule("IA-5.5")
def test_verdaging():
    given = [
        {"soort": "ontvangen", "datum": "2026-04-01"},
        {
            "soort": "verdaagd",
            "datum": "2026-04-20",
            "termijn": "oordeel",
            "tot": "2026-05-25",
            "reden": "onderzoek",
        },
    ]
    done = run("--reglement", "interactie", "--peildatum", "2026-05-01", "--json", given=given)
    (termijn,) = json.loads(done.stdout)["termijnen"]
    assert (termijn["einde"], termijn["streefdatum"], termijn["status"]) == (
        "2026-05-25",
        "2026-05-22",
        "open",
    )


def test_gelijkgestelde_dagen():
    events = ("ontvangen 2026-05-12",)  # Wed 13, Hemelvaartsdag, Fri 15, Mon 18; or without the 15th Tue 19
    assert answer("klik_onderwijs", *events)["termijnen"][0]["einde"] == "2026-05-18"
    equated = answer("klik_onderwijs", *events, options=["--gelijkgestelde-dagen"])
    assert equated["termijnen"][0]["einde"] == "2026-05-19"


@pytest.mark.clausule("TT-2.3d")
@pytest.mark.parametrize(
    ("bewaartermijn", "tot"),
    [
        ("2 jaar", "2028-06-15"),
        ("1 jaar", "2027-06-15"),
        ("2 jaren", "2028-06-15"),
        ("18 maanden", "2027-12-15"),
        ("1 maand", "2026-07-15"),
        ("4 weken", "2026-07-13"),
        ("1 week", "2026-06-22"),
        ("10 dagen", "2026-06-25"),
        ("1 dag", "2026-06-16"),
        ("0 dagen", "2026-06-15"),
    ],
)
def test_a_bewaartermijn_that_the_office_chose(bewaartermijn, tot):
    options = ["--bewaartermijn", bewaartermijn, "--motivering", "keurmerkaudit"]
    bewaren = answer("tien_voor_taal", "ontvangen 2026-04-13", "afgehandeld 2026-06-15", options=options)[
        "bewaren"
    ]
    assert (bewaren["vanaf"], bewaren["tot"]) == ("2026-06-15", tot)


@pytest.mark.clausule("TT-2.3d")
@pytest.mark.parametrize(
    "options",
    [
        ["--bewaartermijn", "2 jaar"],
        ["--bewaartermijn", "2 jaar", "--motivering", ""],
        ["--bewaartermijn", "2 jaar", "--motivering", "  "],
        ["--bewaartermijn", "twee jaar", "--motivering", "audit"],
        ["--bewaartermijn", "2", "--motivering", "audit"],
        ["--bewaartermijn", "-2 jaar", "--motivering", "audit"],
        ["--bewaartermijn", "+2 jaar", "--motivering", "audit"],
        ["--bewaartermijn", "02 jaar", "--motivering", "audit"],
        ["--bewaartermijn", "00 dagen", "--motivering", "audit"],
        ["--bewaartermijn", "2  jaar", "--motivering", "audit"],
        ["--bewaartermijn", "2jaar", "--motivering", "audit"],
        ["--bewaartermijn", "2 jaar ", "--motivering", "audit"],
        ["--bewaartermijn", "2 Jaar", "--motivering", "audit"],
        ["--bewaartermijn", "٢ jaar", "--motivering", "audit"],
        ["--bewaartermijn", "2 werkdagen", "--motivering", "audit"],
        ["--bewaartermijn", "99999 jaar", "--motivering", "audit"],
        ["--motivering", "audit"],
    ],
)
def test_a_bewaartermijn_that_is_refused(options):
    closed = [{"soort": "afgehandeld", "datum": "2026-06-15"}]
    refused("--reglement", "tien_voor_taal", "--peildatum", "2026-07-01", *options, given=closed)


@pytest.mark.clausule("KW-4b", "KL-13", "IA-8.5", "LW-9")
@pytest.mark.parametrize("sleutel", ["klassewerk", "klik_onderwijs", "interactie", "leefstijlwijzer"])
def test_an_office_can_not_choose_where_the_reglement_did(sleutel):
    message = refused("--reglement", sleutel, "--bewaartermijn", "2 jaar", "--motivering", "audit")
    assert "noemt zelf een bewaartermijn" in message


@pytest.mark.parametrize("sleutel", names("reglementen", ".toml"))
def test_no_events(sleutel):
    given = answer(sleutel)
    assert given["termijnen"] == []
    assert given["bewaren"]["status"] == ("geen_termijn" if sleutel == "tien_voor_taal" else "loopt_niet")


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"[",
        b"null",
        b"{}",
        b'"ontvangen"',
        b"[1]",
        b"[null]",
        b"[[]]",
        b"[NaN]",
        b"\xff\xfe[",
        b'[{"soort": "ontvangen", "datum": "2026-04-01"}] x',
        b'[{"soort": "ontvangen", "soort": "ontvangen", "datum": "2026-04-01"}]',
        b"[" * 100_000,
        b"[" + b"9" * 5000 + b"]",
        b'[{"soort": "\\ud800", "datum": "2026-04-01"}]',
    ],
)
def test_what_is_no_list_of_events(given):
    refused("--reglement", "interactie", given=given)


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({"datum": "2026-04-01"}, "soort"),
        ({"soort": None, "datum": "2026-04-01"}, "soort"),
        ({"soort": ["ontvangen"], "datum": "2026-04-01"}, "soort"),
        ({"soort": "ontvangn", "datum": "2026-04-01"}, "soort"),
        ({"soort": "Ontvangen", "datum": "2026-04-01"}, "soort"),
        ({"soort": "correctie", "datum": "2026-04-01"}, "soort"),
        ({"soort": "notitie"}, "datum"),
        ({"soort": "notitie", "datum": None}, "datum"),
        ({"soort": "notitie", "datum": 20260401}, "datum"),
        ({"soort": "notitie", "datum": ""}, "datum"),
        ({"soort": "notitie", "datum": "20260401"}, "datum"),
        ({"soort": "notitie", "datum": "2026-4-1"}, "datum"),
        ({"soort": "notitie", "datum": "2026-W14-3"}, "datum"),
        ({"soort": "notitie", "datum": "2026-02-29"}, "datum"),
        ({"soort": "notitie", "datum": "2026-04-01T10:00"}, "datum"),
        ({"soort": "notitie", "datum": "2026-04-01\n"}, "datum"),
        ({"soort": "notitie", "datum": "٢٠٢٦-04-01"}, "datum"),
        ({"soort": "notitie", "datum": "0000-01-01"}, "datum"),
        ({"soort": "notitie", "datum": "10000-01-01"}, "datum"),
        ({"soort": "notitie", "datum": "2027-01-01"}, "datum"),
        ({"soort": "consequenties_vastgesteld", "datum": "2026-04-01"}, "ref"),
        ({"soort": "consequenties_vastgesteld", "datum": "2026-04-01", "ref": 1}, "ref"),
        ({"soort": "verdaagd", "datum": "2026-04-02", "termijn": "oordeel", "tot": "mei", "reden": "x"}, "tot"),
        ({"soort": "verdaagd", "datum": "2026-04-02", "termijn": 1, "tot": "2026-05-20", "reden": "x"}, "termijn"),
        ({"soort": "verdaagd", "datum": "2026-04-02", "termijn": "oordeel", "tot": "2026-05-20", "reden": 1}, "reden"),
    ],
)  # fmt: skip
def test_an_event_that_is_refused_is_named_with_its_field(event, field):
    received = {"soort": "ontvangen", "datum": "2026-04-01"}
    message = refused("--reglement", "interactie", "--peildatum", "2026-12-31", given=[received, event])
    assert message.splitlines()[1].startswith("Gebeurtenis 2")
    assert f", {field}: " in message


def test_what_was_typed_is_not_repeated_in_the_message():
    event = {"soort": "jan jansen", "datum": "2026-04-01"}
    assert "jansen" not in refused("--reglement", "interactie", "--peildatum", "2026-12-31", given=[event])
    assert "jansen" not in refused("--reglement", "jansen")
    assert "jansen" not in refused("--reglement", "interactie", "jansen")


def test_a_termijn_past_the_last_year():
    event = {"soort": "ontvangen", "datum": "9999-12-20"}
    refused("--reglement", "interactie", "--peildatum", "9999-12-31", given=[event])


def test_a_byte_order_mark_is_no_fault():
    given = b'\xef\xbb\xbf[{"soort": "ontvangen", "datum": "2026-04-01"}]'
    assert run("--reglement", "interactie", given=given).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--reglement"],
        ["--reglement", "onbekend"],
        ["--reglement", "../reglementen/interactie"],
        ["--reg", "interactie"],
        ["--reglement", "interactie", "--peildatum", "2026-02-30"],
        ["--reglement", "interactie", "--peildatum", "vandaag"],
        ["--reglement", "interactie", "--peildatum", "2026-04-01T00:00"],
        ["--reglement", "interactie", "--onbekend"],
        ["--reglement", "interactie", "extra"],
    ],
)
def test_wrong_use(arguments):
    refused(*arguments)


def test_without_peildatum_it_is_today():
    given = json.loads(run("--reglement", "interactie", "--json").stdout)
    assert given["peildatum"] >= "2026-01-01"


@pytest.mark.clausule("KW-2c", "KW-4b")
def test_the_readable_answer():
    given = [{"soort": "ontvangen", "datum": "2026-04-24"}, {"soort": "doorgezonden", "datum": "2026-04-24"}]
    done = run("--reglement", "klassewerk", "--peildatum", "2026-04-28", given=given)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Klachtenprocedure Klassewerk, stand op dinsdag 28 april 2026" in text
    assert "2026-04-29  2026-04-29   open                Telefonisch contact met de klager" in text
    assert "  Maandag 27 april 2026 telt niet mee: Koningsdag." in text
    assert "Bewaren: loopt niet" in text
    assert "  Het dossier is nog niet afgesloten." in text


def test_as_a_process_of_its_own():
    given = b'[{"soort": "ontvangen", "datum": "2026-04-01"}]'
    done = run_apart("--reglement", "interactie", "--peildatum", "2026-05-01", "--json", given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["termijnen"][0]["status"] == "te_laat"
    for wrong in (
        ["--reglement", "onbekend"],
        ["--reglement"],
        ["--reglement", "interactie", "--peildatum", "x"],
    ):
        done = run_apart(*wrong)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr
        assert b"Traceback" not in done.stderr


def test_the_help_is_dutch():
    done = run("--help")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert text.startswith("gebruik: klachtdesk termijnen")
    assert "usage" not in text
    assert "options" not in text
    assert "zonder plusteken of nullen ervoor" in " ".join(text.split())


def test_it_loads_no_window_no_database_and_no_pdf():
    program = (
        "import sys\n"
        "sys.argv = ['klachtdesk', 'termijnen', '--reglement', 'interactie', '--json']\n"
        "from klachtdesk.__main__ import main\n"
        "main()\n"
        "heavy = {'PySide6', 'sqlalchemy', 'reportlab', 'pikepdf', 'pyhanko', 'holidays', 'jinja2', 'sqlcipher3'}\n"
        "sys.exit(sorted(heavy & set(sys.modules)) and 3 or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], input=b"[]", capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b'[{"soort": "ontvangen",\n "datum": }]', "geen geldige JSON (regel 2, teken 11)"),
        (b"[NaN]", "NaN is geen getal (regel 1, teken 2)"),
        (b'["NaN, [1",\n  -Infinity]', "-Infinity is geen getal (regel 2, teken 3)"),
        (b"[" * 100_000, "te diep genest (regel 1, teken 101)"),
        (
            b'["\\"[[[",\n' + b'{"a":' * 100_000,
            "te diep genest (regel 2, teken 496)",
        ),  # 99 of 5 after the list
        (b'["' + b"9" * 5000 + b'",\n ' + b"9" * 5000 + b"]", "getal met te veel cijfers (regel 2, teken 2)"),
    ],
)
def test_a_fault_in_the_json_is_named_with_its_place(given, words):
    assert words in refused("--reglement", "interactie", given=given)


@pytest.mark.parametrize(
    ("event", "key"),
    [
        ('{"soort": "notitie", "datum": "2026-04-01", "soort": "notitie"}', "soort"),
        ('{"soort": "notitie", "datum": "2026-04-01", "datum": "2026-04-01"}', "datum"),
        ('{"soort": "notitie", "datum": "2026-04-01", "x": [{"y": 1, "y": 1}]}', "y"),
        (r'{"soort": "notitie", "datum": "2026-04-01", "\u001b[31m": 1, "\u001b[31m": 1}', r"\u001b[31m"),
    ],
)
def test_a_key_that_stands_twice_is_named_with_its_place(event, key):
    given = f'[{{"soort": "ontvangen", "datum": "2026-04-01"}}, {event}]'.encode()
    message = refused("--reglement", "interactie", "--peildatum", "2026-12-31", given=given)
    assert f"Gebeurtenis 2, {key}: deze sleutel staat er twee keer." in message


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("--onbekend", "een optie die niet bestaat"),
        ("-x", "een optie die niet bestaat"),
        ("extra", "dat hier niet hoort"),
        ("--json=1", "Achter --json hoort geen waarde te staan."),
    ],
)
def test_wrong_use_shows_how_this_command_is_used(argument, words):
    message = refused("--reglement", "interactie", argument)
    assert message.startswith("gebruik: klachtdesk termijnen ")
    assert words in message


def test_a_ref_that_would_steer_the_terminal_is_shown_and_not_obeyed():
    ref = "één\nGehaald\x1b[2J\x9b31m\u202e"
    given = [
        {"soort": "ontvangen", "datum": "2026-04-02"},
        {"soort": "consequenties_vastgesteld", "datum": "2026-04-03", "ref": ref},
    ]
    done = run("--reglement", "klik_onderwijs", "--peildatum", "2026-06-01", given=given)
    lines = done.stdout.decode().split("\n")
    assert done.returncode == 0
    assert all(line.isprintable() for line in lines)
    # Two weeks after Friday 3 April: once in the table, once above its explanation.
    named = [line for line in lines if r"(één\u000aGehaald\u001b[2J\u009b31m\u202e)" in line]
    assert [line[:10] for line in named] == ["2026-04-17", "Consequent"]
    as_json = run("--reglement", "klik_onderwijs", "--peildatum", "2026-06-01", "--json", given=given)
    assert ref in {termijn["ref"] for termijn in json.loads(as_json.stdout)["termijnen"]}


@pytest.mark.clausule("IA-5.5")
@pytest.mark.parametrize("grond", [["ernst"], 1, {"a": 1}, "ernst", "\ud800", None])
def test_a_grond_is_ignored_where_the_reglement_lists_none(grond):
    verdaagd = {
        "soort": "verdaagd",
        "datum": "2026-04-20",
        "termijn": "oordeel",
        "tot": "2026-05-25",
        "reden": "x",
    }
    given = [{"soort": "ontvangen", "datum": "2026-04-01"}, {**verdaagd, "grond": grond}]
    done = run("--reglement", "interactie", "--peildatum", "2026-05-01", "--json", given=given)
    assert json.loads(done.stdout)["termijnen"][0]["einde"] == "2026-05-25"


@pytest.mark.clausule("TT-4c")
@pytest.mark.parametrize("grond", [["ernst"], 1, "onbekend", "\ud800", None])
def test_a_grond_is_refused_where_the_reglement_lists_others(grond):
    verdaagd = {
        "soort": "verdaagd",
        "datum": "2026-04-20",
        "termijn": "oordeel",
        "tot": "2026-06-25",
        "reden": "x",
    }
    given = [{"soort": "ontvangen", "datum": "2026-04-13"}, {**verdaagd, "grond": grond}]
    message = refused("--reglement", "tien_voor_taal", "--peildatum", "2026-05-01", given=given)
    assert ", grond: " in message


@pytest.mark.clausule("TT-2.3d")
def test_a_motivering_stays_on_its_line():
    given = [{"soort": "afgehandeld", "datum": "2026-06-15"}]
    options = ["--bewaartermijn", "2 jaar", "--motivering", "keurmerk\naudit \x1b[2J"]
    done = run("--reglement", "tien_voor_taal", "--peildatum", "2026-07-01", *options, given=given)
    assert "  Motivering: keurmerk audit \\u001b[2J\n" in done.stdout.decode()


def test_ctrl_c_while_it_waits_for_its_input(monkeypatch):
    class Interrupted(io.BytesIO):
        def read(self, *_size):
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted(), "utf-8"))
    monkeypatch.setattr(sys, "argv", ["klachtdesk", "termijnen", "--reglement", "interactie"])
    assert main() == 130  # 128 and the number of SIGINT
