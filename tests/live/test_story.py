"""The whole story in real browsers: a visitor asks, staff take over, hand back, and the visitor asks on."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from screens import (
    Chat,
    assert_not_reloaded,
    case_in_queue,
    change_password,
    isolating,
    log_in,
    mark,
)
from service import Service

Window = Callable[..., Page]
Picture = Callable[[Page, str], None]


def test_a_visitor_asks_and_a_person_takes_over(running: Service, window: Window, picture: Picture) -> None:
    """Three questions in three languages, a hand-over that nobody has to reload for, and the assistant again."""
    # The administrator logs in for the first time and waits at the queue.
    desk = window()
    log_in(desk, running.url, *running.first_login())
    picture(desk, "console-first-login")
    change_password(desk, running.first_login()[1])
    expect(desk.locator("#queue")).to_be_visible()
    mark(desk)

    # A colleague is added and logs in at another computer.
    second = window()
    desk_people = desk.context.new_page()
    desk_people.goto(f"{running.url}/staff/people")
    desk_people.locator("input[name=login]").fill("chen")
    desk_people.locator("input[name=name]").fill("Chen Wei")
    desk_people.get_by_role("button", name="Add a member of staff").click()
    made = desk_people.locator(".made").inner_text()
    desk_people.close()
    password = re.sub(r"[\u2066-\u2069]", "", made).split()[-1]
    log_in(second, running.url, "chen", password)
    change_password(second, password)

    # The visitor reads who answers for the data, and asks in three languages.
    page = window()
    page.goto(running.url)
    picture(page, "site")
    chat = Chat(page).open()
    expect(chat.panel.locator(".privacy")).to_contain_text("privacy@example.org")
    expect(chat.panel.locator(".privacy")).to_contain_text("365")
    picture(page, "chat-privacy")

    english = chat.ask("How many UN Volunteers served in 2019?")
    expect(english).to_contain_text("8,282")
    english.locator(".sources summary").click()
    expect(english.locator(".sources")).to_contain_text("19")
    picture(page, "chat-english")
    chinese = chat.ask("我忘记了密码，怎么办？")
    expect(chinese).to_have_attribute("lang", "zh")
    expect(chinese.locator(".bubble")).to_contain_text("密码")
    picture(page, "chat-chinese")
    arabic = chat.ask("نسيت كلمة المرور، ماذا أفعل؟")
    expect(arabic).to_have_attribute("lang", "ar")
    expect(arabic.locator(".bubble")).to_contain_text("كلمة المرور")
    assert arabic.locator(".bubble > *").first.evaluate("each => getComputedStyle(each).direction") == "rtl"
    picture(page, "chat-arabic")

    # A person, please: the visitor has a place, the queue shows it by itself.
    wish = "Thank you, but I would like to talk to a person now"
    chat.say(wish)
    expect(chat.status).to_have_attribute("data-state", "queued")
    expect(chat.status).to_contain_text(isolating("in the queue"))
    picture(page, "chat-queued")
    mark(page)
    expect(case_in_queue(desk, wish)).to_be_visible()
    assert_not_reloaded(desk)
    picture(desk, "console-queue")

    # Both open it; the one whose page is behind is told who has it.
    second.route("**/staff/events", lambda route: route.abort())
    second.reload()
    case_in_queue(second, wish).click()
    expect(second.locator("#transcript")).to_contain_text(wish)
    case_in_queue(desk, wish).click()
    expect(desk.locator("#transcript")).to_contain_text("How many UN Volunteers served in 2019?")
    expect(desk.locator("#transcript .understood").first).to_be_visible()
    picture(desk, "console-ticket")
    mark(desk)
    desk.get_by_role("button", name="Claim").click()
    expect(desk.locator("#reply")).to_be_visible()
    expect(chat.messages("system").last).to_contain_text(isolating("Administrator has joined"))
    expect(chat.status).to_have_attribute("data-state", "staff")
    second.get_by_role("button", name="Claim").click()
    expect(second.get_by_role("alert")).to_contain_text("Administrator")
    expect(second.locator("#reply")).to_have_count(0)
    picture(second, "console-taken")

    # They talk; nobody reloads; the assistant is silent.
    desk.locator("#reply-text").fill("Good morning, how can I help you?")
    desk.get_by_role("button", name="Send").click()
    answer = chat.messages("staff").last
    expect(answer).to_contain_text("Good morning, how can I help you?")
    expect(answer).to_contain_text("Administrator")
    expect(desk.locator("#reply-text")).to_have_value("")
    answers = chat.messages("assistant").count()
    chat.say("Can I bring my family?")
    expect(desk.locator("#transcript li").last).to_contain_text("Can I bring my family?")
    picture(page, "chat-staff")
    picture(desk, "console-answering")
    assert chat.messages("assistant").count() == answers

    # Handed back: the assistant is there again.
    desk.get_by_role("button", name="Hand back to the assistant").click()
    expect(chat.messages("system").last).to_contain_text("handed")
    expect(chat.status).to_have_attribute("data-state", "assistant")
    expect(desk.locator("#reply")).to_have_count(0)
    again = chat.ask("How do I reset my password?")
    expect(again.locator(".sources")).to_be_visible()
    picture(page, "chat-handed-back")
    assert_not_reloaded(page)
    assert_not_reloaded(desk)
    assert chat.said()[1:] == [text for text in dict.fromkeys(chat.said()[1:])], "something was said twice"
