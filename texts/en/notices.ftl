# Notices of outages in the staff console.

notices-title = Notices
notices-text = In an outage many people ask the same thing. Once a notice is published, the assistant gives it first in answer to every question that it fits, from the next question on.
notices-notice = Notice
notices-new = New notice
notices-edit = Edit the notice
notices-back = Back
notices-no-notice = There is no notice yet.
notices-none = No notice
notices-link = Link to the notice
notices-unlink = Unlink
notices-starts = From
notices-ends = Until
notices-requests = Open requests about it
notices-no-requests = No open request is linked to this notice.
notices-state-draft = draft
notices-state-published = published
notices-state-planned = planned
notices-state-over = its time is over
notices-state-ended = ended
notices-keywords = Keywords
notices-keywords-hint = Keywords: one per line. A question that contains one of them gets the notice, whatever else it says.
notices-questions-hint = Example questions: one per line, better 5 or more, each as different people would type it.
notices-languages-hint = Title and text are needed in { $language }; anyone who writes in a language that is missing gets these, and is told so.
notices-replaces = The notice takes the place of the usual answer (otherwise it comes before it)
notices-times-hint = Leave these empty to start at once and run until somebody ends it. Time zone: { $zone }.
notices-manner = In the chat
notices-manner-replaces = instead of the usual answer
notices-manner-precedes = before the usual answer
notices-end = End now
notices-publish-again = Publish again
notices-discard = Discard
notices-tried-yes = This question gets the notice.
notices-tried-no = This question does not get the notice.
notices-reply = One reply to all
notices-reply-text = Every visitor gets it in the chat, in their own language if you write it in that language, otherwise in { $language }.
notices-then = Afterwards
notices-then-close = Close the requests
notices-then-hand-back = Hand back to the assistant
notices-send = Send to all
notices-answered = { $count ->
    [one] { $count } visitor has been answered.
   *[other] { $count } visitors have been answered.
  }
notices-held = Colleagues are dealing with these, so they were left alone. Tick them below to answer them too.
notices-held-confirm = Also answer those that colleagues have (you take them over)

# Errors
error-notice-changed = Somebody else has changed this notice in the meantime. Please look at it again.
error-notice-first = Please write title and text in the first language.
error-notice-half = A language needs both a title and a text.
error-notice-long = A title may have 200 characters, a text 4000, a question or keyword 300; at most 50 lines.
error-notice-keyword = The keyword “{ $word }” is too short: too many questions would contain it.
error-notice-nothing = Please write at least one example question or keyword, otherwise nobody gets the notice.
error-notice-times = The end must come after the beginning.
error-notice-sensitive = A sensitive request cannot be linked to a notice.
error-notice-reply = Please write the reply in the first language.
