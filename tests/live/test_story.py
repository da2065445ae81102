"""The whole story in real browsers: a visitor asks, staff take over, hand back, and the visitor asks on."""

from __future__ import annotations

import re
from collections.abc import Callable

from people import PASSWORD
from playwright.sync_api import Page, expect
from screens import Chat, assert_not_reloaded, case_in_queue, change_password, isolating, log_in, mark
from service import Service

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]
WISH = "Thank you, but I would like to talk to a person now"


def test_a_visitor_asks_and_a_person_takes_over(running: Service, window: Window, picture: Picture) -> None:
    """Three questions in three languages, a hand-over that nobody has to reload for, and the assistant again."""
    desk, colleague, page = window(), window(), window()
    log_in_for_the_first_time(desk, running, picture)
    add_chen(desk, colleague, running)

    page.goto(running.url)
    picture(page, "site")
    chat = Chat(page).open()
    read_about_privacy(chat, picture)
    ask_in_three_languages(chat, picture)
    mark(page)
    mark(desk)
    ask_for_a_person(chat, desk, picture)
    claim_before_chen(chat, desk, colleague, picture)
    talk(chat, desk, picture)
    hand_back(chat, desk, picture)
    assert_not_reloaded(page)

    said = chat.said()
    assert len(said) == len(set(said)), "something was said twice"


def log_in_for_the_first_time(desk: Page, running: Service, picture: Picture) -> None:
    """The generated password, as printed at the start, has to be changed before anything else."""
    login, password = running.first_login()
    log_in(desk, running.url, login, password)
    desk.goto(f"{running.url}/staff")
    expect(desk.locator("input[name=new]")).to_be_visible()
    picture(desk, "console-first-login")
    change_password(desk, password)
    expect(desk.locator("#queue")).to_be_visible()


def add_chen(desk: Page, colleague: Page, running: Service) -> None:
    """A second account, added by the administrator; its link is opened at another computer."""
    desk.goto(f"{running.url}/staff/people")
    desk.locator("input[name=login]").fill("chen")
    desk.locator("input[name=name]").fill("Chen Wei")
    desk.get_by_role("button", name="Add a member of staff").click()
    colleague.goto(desk.locator(".made code").inner_text())
    colleague.locator("input[name=new]").fill(PASSWORD)
    colleague.locator("input[name=new]").press("Enter")
    colleague.wait_for_url(re.compile(r"/staff/login$"))
    log_in(colleague, running.url, "chen")
    desk.locator("nav #waiting").click()
    expect(desk.locator("#queue")).to_be_visible()


def read_about_privacy(chat: Chat, picture: Picture) -> None:
    """Before the first message: who answers for the data, and how long it is kept."""
    expect(chat.panel.locator(".privacy")).to_contain_text("privacy@example.org")
    expect(chat.panel.locator(".privacy")).to_contain_text("365")
    picture(chat.page, "chat-privacy")


def ask_in_three_languages(chat: Chat, picture: Picture) -> None:
    """English, Chinese, Arabic, each answered in its language with its source."""
    english = chat.ask("How many UN Volunteers served in 2019?")
    expect(english).to_contain_text("8,282")
    english.locator(".sources summary").click()
    expect(english.locator(".sources")).to_contain_text("19")
    expect(english.locator(".sources")).to_contain_text("31")
    picture(chat.page, "chat-english")
    chinese = chat.ask("我忘记了密码，怎么办？")
    expect(chinese.locator(".said")).to_have_attribute("lang", "zh")
    expect(chinese.locator(".bubble")).to_contain_text("密码")
    expect(chinese.locator(".sources")).to_be_visible()
    picture(chat.page, "chat-chinese")
    arabic = chat.ask("نسيت كلمة المرور، ماذا أفعل؟")
    expect(arabic.locator(".said")).to_have_attribute("lang", "ar")
    expect(arabic.locator(".bubble")).to_contain_text("كلمة المرور")
    assert arabic.locator(".bubble > *").first.evaluate("each => getComputedStyle(each).direction") == "rtl"
    picture(chat.page, "chat-arabic")


def ask_for_a_person(chat: Chat, desk: Page, picture: Picture) -> None:
    """The visitor has a place in the queue; the ticket appears before staff by itself."""
    chat.say(WISH)
    expect(chat.status).to_have_attribute("data-state", "queued")
    expect(chat.status).to_contain_text(isolating("in the queue"))
    expect(case_in_queue(desk, WISH)).to_be_visible()
    assert_not_reloaded(desk)
    picture(chat.page, "chat-queued")
    picture(desk, "console-queue")


def claim_before_chen(chat: Chat, desk: Page, colleague: Page, picture: Picture) -> None:
    """Both have it open; the one whose page is behind the times is told who was quicker."""
    colleague.route(re.compile("/staff/events"), lambda route: route.abort())
    colleague.reload()
    case_in_queue(colleague, WISH).click()
    case_in_queue(desk, WISH).click()
    for each in (desk, colleague):
        expect(each.locator("#transcript")).to_contain_text("How many UN Volunteers served in 2019?")
        expect(each.locator("#transcript .understood").first).to_be_visible()
    picture(desk, "console-ticket")
    mark(desk)
    desk.get_by_role("button", name="Claim").click()
    expect(desk.locator("#reply")).to_be_visible()
    expect(chat.messages("system").last).to_contain_text(isolating("Administrator has joined"))
    expect(chat.status).to_have_attribute("data-state", "staff")

    colleague.get_by_role("button", name="Claim").click()
    expect(colleague.get_by_role("alert")).to_contain_text("Administrator")
    expect(colleague.locator("#reply")).to_have_count(0)
    picture(colleague, "console-taken")


def talk(chat: Chat, desk: Page, picture: Picture) -> None:
    """Both see what the other writes at once; the assistant is silent."""
    answers = chat.messages("assistant").count()
    desk.locator("#reply-text").fill("Good morning, how can I help you?")
    desk.get_by_role("button", name="Send").click()
    reply = chat.messages("staff").last
    expect(reply).to_contain_text("Good morning, how can I help you?")
    expect(reply).to_contain_text("Administrator")
    expect(desk.locator("#reply-text")).to_have_value("")
    chat.say("Can I bring my family?")
    expect(desk.locator("#transcript li").last).to_contain_text("Can I bring my family?")
    picture(chat.page, "chat-staff")
    picture(desk, "console-answering")
    assert chat.messages("assistant").count() == answers


def hand_back(chat: Chat, desk: Page, picture: Picture) -> None:
    """The visitor learns that the assistant is there again, is asked once whether it helped, and asks on."""
    desk.get_by_role("button", name="Hand back to the assistant").click()
    expect(chat.messages("system").nth(-2)).to_contain_text("handed")
    expect(chat.messages("system").last).to_contain_text("Did we answer your question?")
    expect(chat.status).to_have_attribute("data-state", "assistant")
    expect(desk.locator("#reply")).to_have_count(0)
    assert_not_reloaded(desk)
    answer = chat.ask("How do I reset my password?")
    expect(answer.locator(".sources")).to_be_visible()
    picture(chat.page, "chat-handed-back")
