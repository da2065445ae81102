"""Tables of the store.

Everything a person can read and correct comes from a profile's data files (``profiles/NAME/``) and is loaded by
``store.load``; articles are edited in the console too; conversations, tickets and staff are written by the desk alone.
Texts in several languages are rows, not columns, so that another language is data.

One module a topic; ``from store import models as m`` finds every table here.
"""

from store.models.alerts import Arrival, Subscription
from store.models.answers import ConversationKey, UnseenAnswer
from store.models.applications import Application, ApplicationStep, Candidate, Verification
from store.models.articles import Article, ArticleFile, ArticleText, ArticleVersion
from store.models.assignments import Assignment, AssignmentLanguage, AssignmentSearch, FeedPage, Field, Role
from store.models.base import Base, Revision, UtcDateTime, now
from store.models.conversations import Choice, Conversation, Feedback, MaskedValue, Message, MessageSearch, Turn
from store.models.corrections import Correction
from store.models.enquiries import CountedUntil, Enquiry, Satisfaction
from store.models.figures import Indicator, ListEntry, Metric, Part, Statistic, StatisticMember
from store.models.files import FileRequest, VisitorFile
from store.models.mail import Letter, Mirror, WebhookEvent
from store.models.notes import Note
from store.models.notices import Notice, NoticeLink, NoticeReply, NoticeText
from store.models.queues import Offer, QueueMember
from store.models.reference import (
    Country,
    ExampleQuestion,
    Host,
    Modality,
    ModalityRule,
    ModalitySummary,
    Name,
    Region,
    RegionMember,
    Source,
)
from store.models.requests import RequestLine, VolunteerRequest
from store.models.review import ProposedExample
from store.models.staff import AuditEntry, RecoveryCode, Staff, StaffIdentity, StaffLink, StaffSession
from store.models.tickets import Ticket
from store.models.views import SavedView

__all__ = [
    "Application",
    "ApplicationStep",
    "Arrival",
    "Article",
    "ArticleFile",
    "ArticleText",
    "ArticleVersion",
    "Assignment",
    "AssignmentLanguage",
    "AssignmentSearch",
    "AuditEntry",
    "Base",
    "Candidate",
    "Choice",
    "Conversation",
    "ConversationKey",
    "Correction",
    "CountedUntil",
    "Country",
    "Enquiry",
    "ExampleQuestion",
    "FeedPage",
    "Feedback",
    "Field",
    "FileRequest",
    "Host",
    "Indicator",
    "Letter",
    "ListEntry",
    "MaskedValue",
    "Message",
    "MessageSearch",
    "Metric",
    "Mirror",
    "Modality",
    "ModalityRule",
    "ModalitySummary",
    "Name",
    "Note",
    "Notice",
    "NoticeLink",
    "NoticeReply",
    "NoticeText",
    "Offer",
    "Part",
    "ProposedExample",
    "QueueMember",
    "RecoveryCode",
    "Region",
    "RegionMember",
    "RequestLine",
    "Revision",
    "Role",
    "Satisfaction",
    "SavedView",
    "Source",
    "Staff",
    "StaffIdentity",
    "StaffLink",
    "StaffSession",
    "Statistic",
    "StatisticMember",
    "Subscription",
    "Ticket",
    "Turn",
    "UnseenAnswer",
    "UtcDateTime",
    "Verification",
    "VisitorFile",
    "VolunteerRequest",
    "WebhookEvent",
    "now",
]
