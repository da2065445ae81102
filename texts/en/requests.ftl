# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = I can take down your request for volunteers. You can answer in any order, correct anything and come back later; nothing is sent until you confirm it.
request-known = So far I have: { $facts }.
request-facts-separator = ; { "" }
request-back = Back to your request: { $question }
request-ask-profile = What kind of volunteers do you need, and how many? For example: two nurses and a midwife.
request-ask-number = How many volunteers do you need?
request-ask-country = In which country will they serve?
request-ask-modality = Which kind of volunteer service is it?
request-ask-start = When should they start?
request-ask-duration = For how long do you need them?
request-ask-number-of = How many do you need: { $profile }?
request-ask-country-of = In which country will they serve: { $profile }?
request-ask-modality-of = Which kind of volunteer service is it for: { $profile }?
request-ask-start-of = When should they start: { $profile }?
request-ask-duration-of = For how long do you need them: { $profile }?
request-ask-funding = How will the volunteers be funded?
request-ask-organisation = Which organisation is the request from?
request-ask-contact = What is the name of the person we can contact?
request-ask-email = What is that person’s e-mail address? We will send a link there; the request counts once it is opened and confirmed.
request-confirm = Is everything right? Then I will send the request.
request-change = What should be different? Write it in your own words, such as: five, not three.
request-guess = Shall I write this down: { $facts }?
request-summary = This is your request:
request-counted = { $number } × { $what }
request-volunteers = volunteers
request-from = from { $start }
request-start-soon = as soon as possible
request-open = left open
request-email-known = received (not shown here)
request-fact = { $label }: { $value }
request-field-funding = Funding
request-field-organisation = Organisation
request-field-contact = Contact
request-field-email = E-mail address
request-funding-own = own funds of the organisation
request-funding-donor = a donor or a government
request-funding-shared = shared between several
request-funding-none = no funding yet
request-later = All right, I keep it. Say “go on with my request” whenever you like.
request-cancelled = The request has been dropped. Nothing was sent.
request-nothing = There is no request that we could go on with. Tell me which volunteers you need, and I begin one.
request-passed-on = Thank you. I am passing your request on.
request-choice-send = Send the request
request-choice-change = Change something
request-choice-cancel = Cancel the request
request-choice-later = Later
request-choice-resume = Go on with the request
request-choice-skip = Leave this open
request-choice-yes = Yes
request-choice-no = No
request-choice-email = Give the address again

# Values that cannot be right
request-problem-number-least = At least one volunteer is needed; { $value } is not possible.
request-problem-number-most = { $value } volunteers are more than one request can hold (500). Please ask a colleague about larger numbers.
request-problem-start-past = { $value } is already past. Please give a month that is still to come.
request-problem-start-day = There is no such day: { $value }. Please write it like 15 March 2027.
request-problem-start-far = { $value } is too far ahead; requests can be made for the next three years.
request-problem-duration = This length of time is not possible: it must be between a week and four years.
request-problem-country-region = “{ $value }” is a region. Please name one country; you can name several, one after the other.
request-problem-lines = { $value } kinds of volunteers are more than one request can hold (12). Please make two requests.
request-problem-needed = We cannot do without this.
request-problem-name = I could not read “{ $value }” as a name.
request-problem-form-number = I could not read a number in “{ $value }”. Please write it like 5 or five.
request-problem-form-country = I do not know a country called “{ $value }”. Please write its name in full.
request-problem-form-modality = I do not know “{ $value }” as a kind of volunteer service. Please choose one of these, or leave it open.
request-problem-form-start = I could not read a date in “{ $value }”. Please write it like March 2027 or 15 March 2027.
request-problem-form-duration = I could not read a length of time in “{ $value }”. Please write it like 6 months.
request-problem-form-funding = I could not tell from “{ $value }” who pays. Please choose one of these, or leave it open.
request-problem-form-email = “{ $value }” is not a complete e-mail address. Please write it like name@example.org.

# What the desk says
request-received = Your request number is **{ $number }**. An e-mail with a link is on its way to the contact’s address. The request counts once it has been confirmed there; our colleagues can already see it. To find out where it stands, or to change it, type the number here.
request-received-before = This request has already been sent; its number is **{ $number }**.
request-changed = Your request **{ $number }** has been changed. We have sent a note about this to the contact’s address.
request-address-gone = We do not keep addresses that long, and yours has been deleted. Please give it again.
request-too-many = Too many e-mails have been requested in a short time. Please try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
request-code-sent = If there is a request with this number, a code of six digits is on its way to its contact’s e-mail address. Please type the code here. It is valid for { $minutes } minutes.
request-progress = Request **{ $number }** ({ $organisation }), made on { $date }
request-state-claimed = It has not been confirmed yet: please open the link in the e-mail that was sent to the contact’s address.
request-state-confirmed = It has been confirmed and is waiting for a colleague.
request-state-working = It has been confirmed, and a colleague is working on it.
request-state-done = Our colleagues have dealt with it.
request-state-withdrawn = It has been withdrawn.
choice-request-change = Change the request
choice-request-withdraw = Withdraw the request
choice-request-withdraw-sure = Yes, withdraw it
choice-request-keep = No, keep it
request-sure = Do you really want to withdraw the request { $number }? This cannot be undone.
request-withdrawn = The request { $number } has been withdrawn. A confirmation is on its way to the contact’s address.
request-kept = The request { $number } stays as it is.

# The page behind the link
request-page-title = Confirm a request for volunteers
request-page-text = The request { $number } was made for { $organisation }, and you were named as its contact. It counts once you confirm it.
request-page-button = Confirm the request
request-page-not-you = If you know nothing about it, simply close this page: without confirmation the request does not count.
request-page-done-title = The request is confirmed
request-page-done = Thank you. Our colleagues will get in touch with you about the request { $number }.
request-page-gone-title = This link is no longer valid
request-page-gone = The request was withdrawn, or the link has expired. Please make a new request in the chat.

# Mails
mail-request-confirm-subject = Please confirm your request { $number }
mail-request-confirm-text =
    Hello { $contact },

    a request for volunteers was made with this address as its contact. Its number is { $number }:

    { $summary }

    Please confirm it here; until then it does not count. The link is valid for { $days } days.

    { $link }

    If you know nothing about it, you do not need to do anything.

    { $organisation }
mail-request-confirmed-subject = Your request { $number } is confirmed
mail-request-confirmed-text =
    Hello { $contact },

    thank you for confirming the request { $number }. Our colleagues will get in touch with you.

    { $summary }

    To find out where it stands, or to change it, type the number in the chat.

    { $organisation }
mail-request-changed-subject = Your request { $number } has been changed
mail-request-changed-text =
    Hello { $contact },

    the request { $number } has been changed in the chat. It is now:

    { $summary }

    If this was not you, please reply to this e-mail.

    { $organisation }
mail-request-withdrawn-subject = Your request { $number } has been withdrawn
mail-request-withdrawn-text =
    Hello { $contact },

    the request { $number } has been withdrawn in the chat.

    If this was not you, please reply to this e-mail.

    { $organisation }
mail-request-code-subject = Your code: { $code }
mail-request-code-text =
    Hello,

    your code is { $code }. Please type it in the chat where you asked about your request for volunteers. It is valid for { $minutes } minutes.

    We never ask for this code by telephone or e-mail. If you did not request it, you do not need to do anything: nobody can see your request without the code.

    { $organisation }

# The console
console-reason-volunteer_request = request for volunteers
console-request = Request for volunteers
console-request-number = Number
console-request-state = Confirmed
console-request-claimed = no: only claimed so far
console-request-confirmed = yes, by a link sent to the contact, on { $date }
console-request-withdrawn = withdrawn on { $date }
console-request-lines = Volunteers
