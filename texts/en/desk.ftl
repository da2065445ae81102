# What the desk itself says to visitors, and its errors.

# Hand-over
queued = Your request number is { $case }. { $place ->
    [one] You are next.
   *[other] You are number { $place } in the queue.
  } { $wait }
queued-sensitive = Your request number is { $case }. Only the team for sensitive matters can read it. { $wait }
wait-unknown = We cannot say yet how long it will take.
wait-minutes = { $minutes ->
    [one] It will take about { $minutes } minute.
   *[other] It will take about { $minutes } minutes.
  }
wait-nobody = No colleague is online at the moment. { $where }
wait-closed = Our colleagues are not at work at the moment. They will be back on { $day }, at { $time } ({ $zone }). { $where }
wait-closed-long = Our colleagues are not at work at the moment. { $where }
# What stands behind these: with an e-mail address, or in a matter where none is asked for.
wait-email = You can leave an e-mail address; the answer will also appear here.
wait-here = The answer will appear here.
added-to-request = Your message has been added to your request.
choice-resume = Go on with the assistant
choice-withdraw = Withdraw the request
choice-wait = Wait for a colleague
resumed = You can go on with the assistant. Your request { $case } keeps its place, and a colleague will join when it is your turn.
withdrawn = Your request { $case } has been withdrawn.
contact-saved = Thank you. The answer to request { $case } will appear here, and our colleagues can write to the address you left.
joined = { $name } has joined the conversation.
handed-back = { $name } has handed the conversation back to the assistant.
released = { $name } has returned your request to the queue.
closed = { $name } has closed the conversation. Write again whenever you like.
closed-one = { $name } has closed your request { $case }. Your other request is still waiting.
reopened = The conversation is open again.
choice-gone = This button is no longer valid. Please write your question.
feedback-thanks = Thank you for your answer.
feedback-sorry = Thank you for telling us. Please put your question another way, or talk to a colleague.
language-set = The language is now English.

# Failures
failure-assistant = The assistant cannot answer at the moment. Your message has been kept, and our colleagues have been told (request { $case }). Please try again in a moment.
failure-interrupted = Your last message could not be answered because the service was interrupted. It has been kept, and our colleagues have been told (request { $case }). Please ask again.

# Errors
error-not-found = There is nothing at this address.
error-not-allowed = This address cannot be used in that way.
error-conversation-unknown = This conversation no longer exists. Please start a new one.
error-token = The key of this conversation is missing or wrong. Please start a new conversation.
error-invalid = The request is not valid.
error-empty = Please write a message.
error-too-long = Your message has { $length } characters; the limit is { $maximum }. Please shorten it or send it in parts.
error-body-too-large = The request is too large.
error-rate = That was too many messages in a short time. Please try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
  }.
error-email = This does not look like an e-mail address.
error-no-request = There is no open request in this conversation.
error-message-unknown = There is no such answer in this conversation.
error-erase-sensitive = This conversation holds a report. A colleague must confirm before it is deleted; your request has been passed on.
error-internal = Something went wrong on our side. Please try again in a moment.
error-login = Name or password is wrong.
error-login-rate = Too many attempts to log in. Please wait { $seconds } seconds.
error-forbidden = You are not allowed to do this.
error-origin = The request did not come from this site.
error-taken = Somebody else was quicker: { $name } has this request now.
error-held = { $name } is talking with this visitor and has the conversation.
error-stale = The request has changed in the meantime. Please look at it again.
error-not-owner = You do not have this conversation (any more). Claim it first.
error-password-weak = The password must have at least { $minimum } characters and be different from the old one.
error-login-taken = There is already somebody with this name.
