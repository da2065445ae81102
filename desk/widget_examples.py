"""``/widget-examples``: every attribute, property, method and event of the widget, to be tried on a page.

It is for who puts the chat into a site, and so in English like the API's page. A test holds it to what
widget/README.md documents and the widget knows.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from desk.api import Desk
from desk.site import pages

# Name, a value to try, and what it does.
ATTRIBUTES = [
    ("language", "ar", "The language of the chat, unless the visitor has chosen another."),
    ("position", "start", "The corner in reading direction: start or end."),
    ("title", "Ask our team", "The heading of the chat."),
    ("greeting", "Hello! What would you like to **know**?", "What the assistant says first; a little Markdown."),
    ("leave", "https://www.example.org/", "Where 'Leave now' goes, which is offered on sensitive matters."),
    ("open", "", "Opens the chat without taking the focus."),
]
PROPERTIES = [
    ("--volunteer-chat-accent", "#6a1b4d", "Button, top bar, the visitor's messages."),
    ("--volunteer-chat-on-accent", "#ffe9b0", "Text on the accent."),
    ("--volunteer-chat-link", "#9a3412", "Links, choices, focus."),
    ("--volunteer-chat-surface", "#fff8ee", "The background."),
    ("--volunteer-chat-text", "#3b0764", "The text."),
    ("--volunteer-chat-soft", "#fde7c7", "The background of answers."),
    ("--volunteer-chat-font", "Georgia, serif", "The font family."),
    ("--volunteer-chat-radius", "2px", "The corners of the panel."),
    ("--volunteer-chat-width", "520px", "The width of the panel."),
    ("--volunteer-chat-height", "480px", "The height of the panel."),
    ("--volunteer-chat-offset", "60px", "The distance from the edges of the window."),
    ("--volunteer-chat-z-index", "10", "The layer."),
]
METHODS = [
    ("open", "", "Opens the chat and puts the focus into it; a promise."),
    ("close", "", "Closes it; the focus goes back to the button."),
    ("send", "How many volunteers served in 2019?", "Opens it and sends a text as the visitor; a promise."),
]
EVENTS = ["volunteer-chat:open", "volunteer-chat:close", "volunteer-chat:message"]

router = APIRouter(include_in_schema=False)


@router.get("/widget-examples")
def examples(request: Request, desk: Desk) -> HTMLResponse:
    """The page."""
    origin = (desk.settings.public_url or str(request.base_url)).rstrip("/")
    served_from = ("desk", origin, "The origin of the desk, if the script comes from elsewhere; set it from the start.")
    return pages.TemplateResponse(request, "widget_examples.html", {
        "attributes": [*ATTRIBUTES, served_from], "properties": PROPERTIES, "methods": METHODS, "events": EVENTS,
        "origin": origin,
    })  # fmt: skip
