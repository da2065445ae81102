### The words of the chat widget.
###
### The desk hands these texts to the browser as they are, so they are plain: variables such as
### {$name}, no plurals, no functions. A profile may replace any of them, the greeting and the
### examples above all.

## Before the first message

# $organisation: name of the organisation
widget-title = Ask {$organisation}
widget-greeting = Hello! I am an assistant, not a person. I answer questions about volunteering, and I say where each answer comes from. When I cannot help, I bring in a colleague.
widget-examples = Questions you could ask
widget-example-1 = Which assignments are open at the moment?
widget-example-2 = Who can volunteer?
widget-example-3 = How do I apply?
widget-example-4 = I would like to talk to a person
widget-privacy = Your data
widget-privacy-link = Read the privacy notice

## The frame

widget-close = Close the chat
widget-menu = More about this conversation
widget-language = Language
widget-conversation = Conversation
widget-log = Messages
widget-newer = New messages

## Writing

widget-input = Your message
widget-placeholder = Write your question
widget-send = Send
# $left: how many characters can still be written
widget-characters-left = Characters left: {$left}
# $limit: how many characters a message may have; $excess: how many it has beyond that
widget-too-long = A message can have {$limit} characters. Please shorten yours by {$excess}, or send it in two parts.

## Who speaks

widget-author-visitor = You
widget-author-assistant = Assistant
widget-author-staff = Colleague
widget-author-system = Notice
# $name: name of a member of staff
widget-typing = {$name} is writing …
widget-typing-assistant = An answer is on its way …

## Who is on the other side

widget-status-assistant = You are talking to the assistant, which is a program.
widget-status-queued = You are in the queue. A colleague will take over here.
# $place: place in the queue, from 1
widget-status-place = You are number {$place} in the queue.
# $name: name of a member of staff
widget-status-staff = {$name} has joined and answers you here.
widget-status-staff-unnamed = A colleague has joined and answers you here.
widget-status-closed = This conversation is closed. If you write again, it will be reopened.
# $case: number of the case, such as A-1234
widget-status-case = Case {$case}

## Beside a message

widget-today = Today
widget-yesterday = Yesterday
widget-choices = Choose an answer
widget-source = Source
widget-sources = Sources
# $paragraph: number of a paragraph, or several, such as '19 and 31'
widget-paragraph = paragraph {$paragraph}
# $date: the day, month or year that the information is from
widget-as-of = as of {$date}
widget-helpful = Was this helpful?
widget-yes = Yes
widget-no = No
widget-helpful-thanks = Thank you. It is good to know that this helped.
widget-unhelpful-thanks = Thank you for telling us. Try rephrasing your question, or ask for a person.
widget-details = Details
# $title: title of an assignment or of something else shown on a card
widget-details-of = Details: {$title}
# $title: title of a picture or chart
widget-enlarge = Enlarge: {$title}
widget-shrink = Close the picture
widget-table = The same as a table

## Sending, and what can go wrong

widget-waiting = Waiting to be sent
widget-not-sent = Not sent.
widget-send-again = Send again
widget-discard = Discard
widget-offline = You are offline. What you write is kept and sent once you are connected again.
widget-unreachable = The desk cannot be reached at the moment. We will keep trying.
widget-unreachable-waiting = The desk cannot be reached at the moment. Your message has been kept and will be sent once; you do not need to write it again.
widget-renewed = Your earlier conversation is no longer stored: it was deleted, or its time was up. What you write now begins a new one.

## An answer by e-mail

widget-email-offer = Would you like the answer by e-mail as well? Leave your address:
widget-email-send = Save address
widget-email-decline = No, I will wait here

## Your copy, and deletion

widget-download = Download this conversation
widget-delete = Delete this conversation
widget-delete-question = Delete this conversation for good, here and at the desk? You will not be able to read it again.
widget-delete-yes = Delete
widget-delete-no = Keep it
widget-deleted = The conversation has been deleted. You can begin a new one at any time.
