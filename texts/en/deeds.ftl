# What staff do to a request, and what visitors are told of it.

deeds-help = Help with the answer
deeds-suggested = Suggested articles
deeds-suggested-for = For:
deeds-no-suggestion = No article is close to the last question.
deeds-canned = Canned replies
deeds-insert = Insert
deeds-sent = As it is sent
deeds-meaning = In your language
deeds-open-article = Open the article
deeds-note = Private note
deeds-note-label = Private note (only staff see it)
deeds-note-save = Save the note
deeds-assign = Assign
deeds-colleague = Colleague
deeds-transfer = Transfer
deeds-snooze = Snooze
deeds-snooze-for = For how long
deeds-snoozed = Snoozed
deeds-snoozed-until = Snoozed until
deeds-wake = Wake now
deeds-merge = Merge a duplicate
deeds-duplicate = Request of the same visitor
deeds-merged-into = Merged into
deeds-close = Close
deeds-close-reason = Reason
deeds-pick = Select
deeds-bulk = With the selected requests:
deeds-bulk-done = { $count ->
    [one] Done for { $count } request.
   *[other] Done for { $count } requests.
  }
deeds-bulk-refused = Not possible (any more): { $cases }.
queues-state-snoozed = snoozed
console-resolution-answered = answered
console-resolution-no_reply = the visitor did not reply
console-resolution-not_ours = not a matter for us
console-resolution-abuse = abuse
console-resolution-merged = merged with another request

# To visitors
transferred = { $name } has passed your request on to other colleagues, who will answer here.
transferred-sensitive = { $name } has passed your request on to the team for sensitive matters. Only this team reads the conversation now.
merged = Your request { $case } has been joined with your request { $other }. The answer will come there.

# Refusals
error-colleague = This person cannot be given the request. Please choose somebody else.
error-queue = Please choose another queue.
error-merge = Only requests of the same visitor can be merged.
error-answered-meanwhile = An answer has been sent meanwhile. Please read it; send again if yours is still needed.
