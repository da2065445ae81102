# Applications: who asks, where they stand, withdrawing, contact data; and the mails that go with it.

# Who asks
verify-who = So that nobody else learns about your application, please show first that it is yours. Type the e-mail address you applied with, or the reference of your application, such as APP-7K3M-9QX2.
verify-sent = If there is an application that matches, a code of six digits is on its way to the e-mail address we have on file for it. Please type the code here. It is valid for { $minutes } minutes. If no e-mail arrives, check your spam folder, or try another address or reference.
verify-wrong = This code is not right. { $left ->
    [one] You can try once more.
   *[other] You can try { $left } more times.
  }
verify-no-tries = This code is not right either, and your code is now no longer valid. You can have a new one sent to you.
verify-expired = This code is no longer valid. You can have a new one sent to you.
verify-wait = Too many codes have been requested in a short time. Please try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
verify-done = Thank you, this is confirmed. For half an hour you can see your applications in this conversation.
verify-over = It is more than half an hour since you confirmed who you are.
verify-cancelled = All right, we will leave it at that. What else can I do for you?
verify-form-identity = This is neither a complete e-mail address nor a reference. A reference looks like APP-7K3M-9QX2.
verify-form-code = The code has six digits. You will find it in the e-mail we sent.
verify-form-email = This does not look like an e-mail address. Please write it like name@example.org.
verify-form-email-code = The code has six digits. You will find it in the e-mail sent to your new address.
verify-form-phone = This does not look like a telephone number. Please write it with the country code, such as +254 712 345678.
verify-remind-identity = I am still waiting for the e-mail address you applied with, or the reference of your application.
verify-remind-code = I am still waiting for the code of six digits from the e-mail.
verify-remind-email = I am still waiting for your new e-mail address.
verify-remind-email-code = I am still waiting for the code of six digits that was sent to your new address.
verify-remind-phone = I am still waiting for your new telephone number.
# What people write to stop, in small letters, separated by |
verify-cancel-words = never mind|nevermind|cancel|stop|forget it|forget about it|leave it|no thanks|no thank you|abort|quit|not now
choice-cancel = Never mind
choice-new-code = Send a new code

# Where applications stand
application-list = { $count ->
    [0] You have no applications any more.
    [one] You have one application:
   *[other] You have { $count } applications. Choose one to read more:
  }
application-since = Status: **{ $status }**, since { $date }.
application-status-submitted = received
application-status-screening = under review
application-status-shortlisted = on the shortlist
application-status-interview = interview
application-status-checks = final checks
application-status-selected = selected
application-status-not_selected = not selected
application-status-withdrawn = withdrawn
application-next-submitted = Next, our team checks whether you meet the requirements. You do not need to do anything.
application-next-screening = Our team is comparing your profile with the requirements. Next, those who fit best are put on the shortlist. You do not need to do anything.
application-next-shortlisted = You are among those who fit best. Next, the entity may invite you to an interview; please check your e-mail often.
application-next-interview = You have been invited to an interview or have already had it. Next, the entity decides; then your references and documents are checked.
application-next-checks = Your references, documents and medical clearance are being checked. If everything is in order, you will receive an offer. Please answer any questions promptly.
application-next-selected = Congratulations: you have been selected. The next steps are in the e-mail with the offer. If you have not received it, please talk to a colleague.
application-next-not_selected = Somebody else was chosen this time. Your profile is kept, and you are welcome to apply for other assignments.
application-next-withdrawn = You have withdrawn this application. You are welcome to apply for other assignments.
application-usual = This stage usually takes about { $half }; three out of four applications leave it within { $most }.
application-usual-unknown = We cannot say yet how long this stage usually takes.
application-demonstration = This is demonstration data: the application is invented.
choice-applications = All my applications
choice-withdraw-application = Withdraw this application

# Withdrawing
application-sure = Do you really want to withdraw your application for **{ $name }** ({ $reference })? This cannot be undone.
choice-withdraw-sure = Yes, withdraw it
choice-withdraw-keep = No, keep it
application-withdrawn = Your application for **{ $name }** ({ $reference }) has been withdrawn. You will receive a confirmation by e-mail.
application-kept = Your application { $reference } stays as it is.

# Contact data
choice-email = Change my e-mail address
choice-phone = Change my telephone number
contact-new-email = Please type your new e-mail address. We will send a code there.
contact-code-sent = A code of six digits is on its way to the new address, unless that address is already in use. Please type the code here. It is valid for { $minutes } minutes.
contact-email-changed = Thank you, your e-mail address has been changed. We have sent a note about this to the old one.
contact-new-phone = Please type your new telephone number with the country code, such as +254 712 345678.
contact-phone-changed = Thank you, your telephone number has been changed. We have sent a note about this to your e-mail address.

# Mails
mail-code-subject = Your code: { $code }
mail-code-text =
    Hello,

    your code is { $code }. Please type it in the chat where you asked about your application. It is valid for { $minutes } minutes.

    We never ask for this code by telephone or e-mail. If you did not request it, you do not need to do anything: nobody can see your application without the code.

    { $organisation }
mail-email-code-subject = Your code for the new address: { $code }
mail-email-code-text =
    Hello,

    somebody has given this address as a new e-mail address for their application. If that was you, please type the code { $code } in the chat. It is valid for { $minutes } minutes.

    If it was not you, you do not need to do anything.

    { $organisation }
mail-email-changed-subject = Your e-mail address has been changed
mail-email-changed-text =
    Hello,

    the e-mail address of your application has been changed in the chat. From now on we will write to the new address.

    If it was not you, please tell us at once by replying to this e-mail.

    { $organisation }
mail-phone-changed-subject = Your telephone number has been changed
mail-phone-changed-text =
    Hello,

    the telephone number of your application has been changed in the chat.

    If it was not you, please tell us at once by replying to this e-mail.

    { $organisation }
mail-withdrawn-subject = Your application { $reference } has been withdrawn
mail-withdrawn-text =
    Hello,

    you have withdrawn your application for { $name } ({ $reference }) in the chat.

    If it was not you, please tell us at once by replying to this e-mail.

    { $organisation }
