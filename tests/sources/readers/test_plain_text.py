"""Plain text in every encoding it is met in, and what is refused as no text."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import BinaryFileError, EmptyTextError, SourcesError, UndecodableTextError
from sources.readers import read

_LETTERS = st.characters(codec="utf-8", exclude_characters="\ufeff", exclude_categories=["Cc", "Cs"])
_VISIBLE = st.text(_LETTERS).filter(lambda text: text.strip() != "")

_FRENCH = (
    "Le maire a répondu : « la piscine rouvrira à l’été, elle coûtera 12 € de moins ». Les élèves rient."
)
_SPANISH = "La señora Núñez llegó a Logroño con su compañía; mañana volverá después de la reunión."
_RUSSIAN = "Городской совет решил, что новая школа откроется осенью, а старая станет библиотекой."
_JAPANESE = "市議会は新しい図書館を来年の春に開くことを決めた。古い建物は残される。"
_CZECH = "Ředitel školy řekl, že nová budova bude otevřena v září a že žáci dostanou knihy zdarma."
_POLISH = "Rada miasta zdecydowała, że nowa szkoła zostanie otwarta jesienią, a książki będą bezpłatne."


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (_FRENCH, "cp1252", "cp1252"),
        (_SPANISH, "latin-1", "cp1252"),
        (_POLISH, "cp1250", "cp1250"),
        (_CZECH, "cp1250", "cp1250"),
        (_RUSSIAN, "cp1251", "cp1251"),
        (_RUSSIAN, "koi8-r", "koi8-r"),
        (_JAPANESE, "shift_jis", "cp932"),
    ],
)
def test_legacy_encoding_is_detected_and_marked_as_a_guess(text: str, encoding: str, found: str) -> None:
    result = read(text.encode(encoding))
    assert (result.text, result.encoding, result.encoding_detected) == (text, found, True)


@pytest.mark.parametrize(
    ("encoding", "mark", "found"),
    [
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(
    encoding: str, mark: bytes, found: str
) -> None:
    result = read(mark + (_RUSSIAN + "\r\n😀").encode(encoding))
    assert (result.text, result.encoding, result.encoding_detected) == (_RUSSIAN + "\r\n😀", found, False)


def test_mark_is_obeyed_even_where_a_charset_is_declared() -> None:
    assert read(b"\xff\xfea\x00", media_type="text/plain; charset=utf-8").text == "a"


def test_declared_charset_is_no_guess() -> None:
    result = read(_RUSSIAN.encode("koi8-r"), media_type='text/plain; charset="KOI8-R"')
    assert (result.text, result.encoding, result.encoding_detected) == (_RUSSIAN, "koi8-r", False)


@pytest.mark.parametrize(
    "charset",
    ["x-none", "base64", "punycode", "idna", "undefined", "unicode_escape", "raw_unicode_escape"],
)
def test_declared_charset_that_is_none_is_refused(charset: str) -> None:
    with pytest.raises(UndecodableTextError, match=f"declared charset '{charset}'"):
        read(b"abc", media_type=f"text/plain; charset={charset}")


def test_bytes_that_break_the_declared_charset_are_refused_with_their_place() -> None:
    with pytest.raises(UndecodableTextError, match="byte 2 is not valid UTF-8"):
        read(b"ab\xff", media_type="text/plain; charset=utf-8")


def test_bytes_that_break_the_marked_encoding_are_refused_with_their_place_in_the_file() -> None:
    with pytest.raises(UndecodableTextError, match="byte 4 is not valid UTF-16-LE"):
        read(b"\xff\xfea\x00b")


def test_damaged_utf8_is_refused_instead_of_guessed() -> None:
    with pytest.raises(UndecodableTextError, match=r"byte 12 \(0xff\) is not valid UTF-8"):
        read("été déjà ".encode()[:12] + b"\xff" + "été déjà vécu".encode())


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(UndecodableTextError, match="save the text as UTF-8"):
        read(bytes(range(0x80, 0x100)) * 8)


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", "\u00a0\u2003".encode(), b"\xef\xbb\xbf", b"\xff\xfe \x00"]
)
def test_file_without_a_visible_character_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyTextError, match="empty"):
        read(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 plain words", "a PDF"),
        (b"PK\x03\x04words", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\nwords", "a PNG image"),
        (b"{\\rtf1 words}", "an RTF document"),
    ],
)
def test_known_formats_are_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(BinaryFileError, match=f"byte 0: the file is {kind}"):
        read(data)


def test_nul_is_refused_with_its_byte() -> None:
    with pytest.raises(BinaryFileError, match="byte 3 is NUL"):
        read(b"abc\x00def")


def test_utf16_without_a_mark_is_refused_with_a_hint() -> None:
    with pytest.raises(BinaryFileError, match="UTF-16 without a byte-order mark"):
        read("plain words".encode("utf-16-le"))


def test_many_control_bytes_are_refused_with_the_first_place() -> None:
    with pytest.raises(BinaryFileError, match="5 control bytes, the first at byte 1"):
        read(b"a\x01\x02\x03\x04\x05")


def test_line_ends_are_untouched() -> None:
    assert read(b"a\r\nb\rc\n\x0cd\n").text == "a\r\nb\rc\n\x0cd\n"


@given(_VISIBLE)
def test_valid_utf8_comes_back_as_it_was(text: str) -> None:
    result = read(text.encode())
    assert (result.text, result.encoding, result.encoding_detected) == (text, "utf-8", False)


@given(_VISIBLE, st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_marked_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(SourcesError):
        result = read(data)
        assert result.text.strip()
        assert result.text.encode("utf-8")
