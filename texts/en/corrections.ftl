# Corrections of answers: the console's pages, and what is sent.

corrections-title = Corrections
corrections-text = Articles from which somebody was given an answer that no longer holds.
corrections-people = People
corrections-nobody = Nobody needs to be told anything.
corrections-link = Who was given a wrong answer
corrections-of = Corrections: { $title }
corrections-of-text = The last answer these people were given has since been changed or withdrawn, or was marked as wrong. Each gets one correction, in their own language.
corrections-way-chat = in the chat
corrections-way-mail = by e-mail
corrections-way-none = cannot be reached
corrections-erased = Enquiries whose conversation has been deleted
corrections-send = { $count ->
    [one] Send the correction to { $count } person
   *[other] Send the correction to { $count } people
  }
corrections-sent = Sent: { $chat } in the chat, { $mail } by e-mail.
corrections-unreached = { $count ->
    [one] { $count } person could not be reached.
   *[other] { $count } people could not be reached.
  }
corrections-failed = { $count ->
    [one] { $count } was told by a colleague at the same time, or has deleted the conversation.
   *[other] { $count } were told by a colleague at the same time, or have deleted the conversation.
  }
corrections-answered = Answered
corrections-why = Why
corrections-why-changed = the text has changed
corrections-why-withdrawn = the article is withdrawn
corrections-why-wrong = marked as wrong
corrections-way = Can be told

# To visitors
correction = Correction
correction-changed = On { $date } we gave you an answer here about “{ $title }” that does not hold any more. Our answer is now:
correction-withdrawn = On { $date } we gave you an answer here about “{ $title }” that does not hold any more. Please do not rely on it. Our colleagues will be glad to help you.
correction-wrong = On { $date } we answered your question here with “{ $title }”. That was not the right answer. Please do not rely on it. Our colleagues will be glad to help you.
mail-correction-subject = { $organisation }: correction of an answer
mail-correction-text =
    Hello,

    you asked us a question in our chat and left this address. We have to correct our answer.

    { $text }

    We are sorry for the mistake.

    { $organisation }
