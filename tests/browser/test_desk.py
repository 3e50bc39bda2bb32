"""Reviewers at work: whole sessions at the desk in a real browser."""

from django.contrib.auth.models import User
from playwright.sync_api import Page

from claims.models import Claim, Evidence, Review, Verdict
from claims.review import Status
from claims.roles import ROLES
from tests.browser.conftest import LogIn
from tests.browser.desk import open_claim, open_desk, press, tell, wait_until_ready
from tests.builders import make_claim, make_person, make_sentence, make_snapshot

NARROW = {"viewport": {"width": 390, "height": 844}}


def read_focus(page: Page) -> str:
    """The name or id of what has the focus."""
    focus: str = page.evaluate("document.activeElement.name || document.activeElement.id")
    return focus


def list_moves() -> list[tuple[str, str]]:
    """Every move with its reason, in the order of their making."""
    return list(Review.objects.order_by("id").values_list("action", "reason"))


def test_a_session_by_keyboard(log_in: LogIn, editor: User) -> None:
    claims = [make_claim() for _ in range(21)]
    page = log_in(editor)
    open_desk(page)

    for _ in range(12):
        press(page, "a")
    for digit in "123456":
        press(page, "r", digit)
    assert tell(page) == "Rejected: “70 percent”"

    page.keyboard.press("e")
    page.get_by_label("Noun").fill("imports")
    press(page, "Enter")
    assert tell(page) == "Corrected and accepted: “70 percent”"

    press(page, "u")
    assert "is proposed again" in tell(page)
    press(page, "j")
    press(page, "k")
    press(page, "a")
    press(page, "a")
    assert page.inner_text("label[for=desk-progress]") == "1 left, 20 decided since you logged in"

    actions = [action for action, _ in list_moves()]
    assert actions == ["accept"] * 12 + ["reject"] * 6 + ["correct", "undo"] + ["accept"] * 2
    assert len({reason for action, reason in list_moves() if action == "reject"}) == 6
    assert set(Review.objects.values_list("by", flat=True)) == {editor.pk}
    statuses = (
        Claim.objects.filter(pk__in=[c.pk for c in claims]).order_by("id").values_list("status", flat=True)
    )
    assert list(statuses) == ["accepted"] * 12 + ["rejected"] * 6 + ["accepted"] * 2 + ["proposed"]


def test_a_verdict_by_keyboard_with_selected_words_as_evidence(log_in: LogIn, editor: User) -> None:
    snapshot = make_snapshot("The harbour handled 70 percent of all exports. The list says 61.")
    first, second = snapshot.sentences.order_by("ordinal")
    make_claim(sentence=first, status=Status.ACCEPTED)
    page = log_in(editor)
    open_desk(page, "?status=accepted")

    page.evaluate("getSelection().selectAllChildren(document.getElementById('sentence-2'))")
    page.keyboard.press("v")
    assert read_focus(page) == "outcome"
    page.keyboard.type("refuted")
    page.get_by_label("Rationale").fill("The list has 61.")
    place = page.get_by_label("Link, or words of a sentence here")
    assert place.nth(0).input_value() == "The list says 61."
    place.nth(1).fill("https://example.org/list")
    press(page, "Enter")

    assert tell(page) == "Verdict “refuted”: “70 percent”"
    assert Verdict.objects.values_list("outcome", "rationale", "by").get() == (
        "refuted", "The list has 61.", editor.pk
    )  # fmt: skip
    evidence = Evidence.objects.order_by("id").values_list("sentence", "link")
    assert list(evidence) == [(second.pk, ""), (None, "https://example.org/list")]


def test_two_people_at_one_claim(log_in: LogIn, editor: User) -> None:
    claim = make_claim()
    ines = make_person(*ROLES["reviewer"], username="ines", is_staff=True)
    quick, slow = log_in(ines), log_in(editor)
    open_claim(quick, claim)
    open_claim(slow, claim)
    assert "ines is looking at this claim too" in slow.inner_text("#desk-lease")

    press(quick, "a")
    slow.keyboard.press("e")
    slow.get_by_label("Noun").fill("imports")
    press(slow, "Enter")

    assert read_focus(slow) == "desk-problem"
    assert "ines moved it by “accept”" in slow.inner_text("#desk-problem")
    assert slow.get_by_label("Noun").input_value() == "imports"
    claim.refresh_from_db()
    assert (claim.noun, claim.status, claim.status_by) == ("exports", "accepted", ines)

    slow.get_by_label("Why it is reopened").fill("These are imports.")
    press(slow, "Enter")
    claim.refresh_from_db()
    assert (claim.noun, claim.status) == ("imports", "proposed")


def test_a_session_without_scripts(log_in: LogIn, editor: User) -> None:
    claims = [make_claim() for _ in range(3)]
    make_claim(sentence=make_sentence("It was 70 percent."))
    page = log_in(editor, java_script_enabled=False)
    page.goto("/admin/desk/")

    page.get_by_role("button", name="Accept", exact=True).click()
    assert page.inner_text("#desk-status") == "Accepted: “70 percent”"
    page.locator("summary", has_text="Reject").click()
    page.get_by_role("button", name="It is a date or a time.").click()
    page.locator("summary", has_text="Edit and accept").click()
    page.get_by_label("Unit").nth(1).fill("smoot")
    page.get_by_role("button", name="Save, accept and go on").click()
    assert "is no unit code" in page.inner_text("#desk-edit")
    page.get_by_label("Unit").nth(1).fill("percentage point")
    page.get_by_role("button", name="Save, accept and go on").click()
    page.get_by_role("button", name="Undo").click()
    assert "is proposed again" in page.inner_text("#desk-status")
    page.locator("summary", has_text="Make a claim").click()
    page.get_by_label("The words, as they stand in the text").fill("The harbour handled")
    page.get_by_label("Kind").select_option("factual")
    page.get_by_role("button", name="Make the claim").click()
    assert "Made a claim" in page.inner_text("#desk-status")
    page.locator("summary", has_text="Which claims").click()
    page.get_by_label("Status").select_option("rejected")
    page.get_by_role("button", name="Show these").click()
    assert page.url.endswith(f"/admin/desk/{claims[1].pk}/?status=rejected")

    assert [action for action, _ in list_moves()] == ["accept", "reject", "correct", "undo"]


def test_a_narrow_screen_needs_no_sideways_scrolling(log_in: LogIn, editor: User) -> None:
    claims = [make_claim() for _ in range(2)]
    page = log_in(editor, **NARROW)
    open_desk(page)
    for panel in ("Reject", "Edit and accept", "Make a claim of selected text"):
        page.locator("summary", has_text=panel).click()
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    with page.expect_navigation():
        page.get_by_role("button", name="Accept", exact=True).click()
    wait_until_ready(page)
    assert Claim.objects.get(pk=claims[0].pk).status == "accepted"


def test_keys_rest_in_fields_and_with_modifiers(log_in: LogIn, editor: User) -> None:
    make_claim()
    page = log_in(editor)
    open_desk(page)
    for key in ("Control+a", "Alt+a", "Shift+A", "Meta+a"):
        page.keyboard.press(key)
    page.keyboard.press("e")
    page.get_by_label("Noun").fill("")
    page.keyboard.type("arejkmuv?1")
    assert page.get_by_label("Noun").input_value() == "arejkmuv?1"
    page.keyboard.press("Escape")
    assert not page.locator("#desk-edit").evaluate("panel => panel.open")
    page.keyboard.press("v")
    assert tell(page) == "Only an accepted claim gets a verdict: accept it first."
    assert not Review.objects.exists()


def test_a_key_held_down_decides_once(log_in: LogIn, editor: User) -> None:
    first, second = make_claim(), make_claim()
    page = log_in(editor)
    open_desk(page)
    with page.expect_navigation():
        page.evaluate(
            """for (let n = 0; n < 3; n++) {
                const event = {key: "a", bubbles: true, cancelable: true, repeat: n > 0};
                document.body.dispatchEvent(new KeyboardEvent("keydown", event));
                document.getElementById("desk-accept").click();
            }"""
        )
    wait_until_ready(page)
    assert list(Review.objects.values_list("claim", flat=True)) == [first.pk]
    second.refresh_from_db()
    assert second.status == "proposed"


def test_selected_text_becomes_a_claim_past_characters_of_two_units(log_in: LogIn, editor: User) -> None:
    text = "The 🚢🚢 port has 4 cranes; it handled 70 percent of all exports and has 4 cranes."
    claim = make_claim(sentence=make_sentence(text))
    page = log_in(editor)
    open_claim(page, claim)
    page.evaluate(
        """const text = document.getElementById("desk-text");
        const texts = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        let last;
        while (texts.nextNode()) if (texts.currentNode.data.includes("4 cranes")) last = texts.currentNode;
        const start = last.data.lastIndexOf("4 cranes");
        getSelection().setBaseAndExtent(last, start, last, start + 8);
        // The page is told of a selection a moment later.
        new Promise(requestAnimationFrame).then(() => new Promise((done) => setTimeout(done)));"""
    )
    page.keyboard.press("m")
    assert page.input_value("[name=words]") == "4 cranes"
    page.get_by_role("button", name="Make the claim").focus()
    press(page, "Enter")
    made = Claim.objects.exclude(pk=claim.pk).get()
    assert (made.start, made.quote) == (text.rindex("4 cranes"), "4 cranes")
    assert page.locator("mark.figure").count() == 2


def test_the_keys_are_listed_in_a_dialog(log_in: LogIn, editor: User) -> None:
    make_claim()
    page = log_in(editor)
    open_desk(page)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys of the desk").is_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    assert not page.locator("#desk-help").is_visible()
    assert not Review.objects.exists()


def test_names_are_suggested_while_somebody_types(log_in: LogIn, editor: User) -> None:
    make_claim()
    page = log_in(editor)
    open_desk(page)
    page.keyboard.press("e")
    field = page.locator("#desk-edit [name=unit]")
    field.fill("")
    field.press_sequentially("percentage")
    page.wait_for_selector("#desk-edit datalist option", state="attached")
    assert field.evaluate("field => [...field.list.options].map(o => o.value)") == ["percentage point"]
