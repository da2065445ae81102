# Alerts of new assignments: asking for them in the chat, the pages behind the links, the mails.

# In the chat
button-alert = Tell me of new ones
alert-where = I can write to you when new assignments for this search are published. Please write your e-mail address. We use it for nothing else.
alert-sent = We have sent an e-mail with a link to this address. Please open the link and confirm; you will hear from us only after that. The link is valid for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }. If no e-mail arrives, check your spam folder.
alert-wait = Too many of these e-mails have been requested in a short time. Please try again { $when }.
alert-cancelled = All right, I will not write to you. What else can I do for you?
verify-form-alert = This does not look like an e-mail address. Please write it like name@example.org.
verify-remind-alert = I am still waiting for the e-mail address to which we may write about new assignments.

# The pages
alert-confirm-title = New assignments by e-mail
alert-confirm-text = Do you want to hear of new assignments for: { $wishes }? You can stop these mails at any time with the link in each of them.
alert-confirm-button = Yes, write to me
alert-confirmed-title = This is confirmed
alert-confirmed-text = From now on we write to you when new assignments are published for: { $wishes }. Each e-mail has a link to stop them.
alert-stop-title = Stop these e-mails
alert-stop-text = Do you want no more mails about new assignments for this search?
alert-stop-button = Stop the e-mails
alert-stopped-title = The e-mails have been stopped
alert-stopped-text = You will receive no more e-mails about this search, and we have deleted your address from it.
alert-link-title = This link is not valid
error-alert-link = This link is not valid, or no longer valid: confirmation links work for seven days. Search again in the chat to be told about new assignments.

# The mails. $assignments and $wishes come from the search.
mail-alert-confirm-subject = Please confirm: new assignments by e-mail
mail-alert-confirm-text =
    Hello,

    somebody has asked in our chat for e-mails to this address about new assignments for: { $wishes }.

    If that was you, please open this page and confirm:
    { $link }

    The link is valid for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }. If it was not you, you do not need to do anything: you will receive no further e-mails.

    { $organisation }
mail-alert-subject = { $count ->
    [one] { $value } new assignment
   *[other] { $value } new assignments
  }: { $wishes }
mail-alert-text =
    Hello,

    { $count ->
        [one] there is { $value } new assignment
       *[other] there are { $value } new assignments
      } for: { $wishes }.

    { $assignments }

    You are receiving this e-mail because you asked for it and confirmed it. One click stops these e-mails:
    { $link }

    { $organisation }
alert-rest = { $count ->
    [one] There is { $value } more. You can find it in the chat: { $link }
   *[other] There are { $value } more. You can find them in the chat: { $link }
  }
