# The figures of the service, in the console.

service-title = Figures
service-from = From
service-to = To
service-show = Show
service-periods = Usual periods
service-last-days = { $count ->
    [one] Last { $count } day
   *[other] Last { $count } days
  }
service-period = { $first } to { $last }
service-counted = Counted up to { $moment }.
service-none = Nothing was counted in this period.
service-few = fewer than { $count }
service-all = All languages
service-chart = Chart: { $name }. The same numbers are in the table.
service-download = { $name } as CSV
service-escalation = { $rate } of the enquiries reached staff: { $number } of { $total }.
service-under = That is not above the limit of { $line }.
service-over = That is above the limit of { $line }.
service-reviewed = { $count ->
    [one] { $count } enquiry was reviewed.
   *[other] { $count } enquiries were reviewed.
  }
error-period = This is not a period. Choose two days, the first not after the last and at most ten years apart.

service-table-days = Enquiries by day and language
service-note-days = An enquiry is one question with everything that followed it. Longer periods are shown by week or month; the download has every day.
service-table-outcomes = Outcomes of the enquiries
service-note-outcomes = Each enquiry has one outcome. The outcomes stand side by side and are not added up into one success rate.
service-table-queues = Requests to staff by queue
service-note-queues = Time from the request to the first answer and to the solution: the median, and the time within which nine of ten were done. Requests without an answer or a solution so far are not in the times.
service-table-promises = Promises kept by queue
service-note-promises = What each queue promises, counted in its business hours: a first answer and a solution in time. A promise is missed as soon as its time is up; requests that can still be answered or solved in time are in neither column.
service-table-satisfaction = Satisfaction of visitors
service-note-satisfaction = Asked once, when a request has been dealt with; never about sensitive matters. The share is that of “yes” among the answers.
service-table-hours = Busiest hours
service-note-hours = When enquiries begin, in the time zone of the opening hours.
service-table-weekdays = Busiest days of the week
service-note-weekdays = When enquiries begin.
service-table-topics = What was asked most
service-note-topics = Kinds of questions and their outcomes. Sensitive matters are left out.
service-table-unanswered = What could not be answered
service-note-unanswered = Enquiries with at least one question that was left without an answer, even if another try was answered.
service-table-questions = Questions that were not understood
service-note-questions = What visitors asked most without any answer, in their own words; personal details are masked. Questions with the same words are counted together. Nothing is taken from conversations in which harm was reported.
service-table-helpful = Articles that help
service-note-helpful = Articles that visitors most often called helpful.
service-table-unhelpful = Articles that do not help
service-note-unhelpful = Articles after which enquiries were most often abandoned, escalated or wrong.

service-column-day = Day
service-column-week = Week from
service-column-month = Month
service-column-question = Question
service-column-total = Enquiries
service-column-language = Language
service-column-confirmed = Confirmed
service-column-assumed = Assumed
service-column-abandoned = Abandoned
service-column-escalated = Escalated
service-column-wrong = Wrong
service-column-open = Open
service-column-rate = Reached staff
service-column-queue = Queue
service-column-requests = Requests
service-column-answer-median = First answer, median
service-column-answer-p90 = First answer, nine of ten
service-column-solution-median = Solution, median
service-column-solution-p90 = Solution, nine of ten
service-column-answers-kept = Answers in time
service-column-answers-missed = Answers too late
service-column-share-answers = Share of answers in time
service-column-solutions-kept = Solutions in time
service-column-solutions-missed = Solutions too late
service-column-share-solutions = Share of solutions in time
service-column-asked = Asked
service-column-yes = Yes
service-column-partly = Partly
service-column-no = No
service-column-share-yes = Share of “yes”
service-column-hour = Hour
service-column-weekday = Day of the week
service-column-intent = Question about
service-column-article = Article
service-column-misses = Questions without an answer

service-outcome-confirmed = The visitor said that the answer helped.
service-outcome-assumed = Answered, and 24 hours of silence followed. Taken back if the same question returns within 72 hours.
service-outcome-abandoned = Left without an answer, or with one that did not help, and 24 hours of silence followed.
service-outcome-escalated = A request to staff was opened, for whatever reason.
service-outcome-wrong = A reviewer found the answer wrong.
service-outcome-open = Less than 24 hours have passed.

service-intent-ask-article = Rules and information
service-intent-search-assignments = Searching assignments
service-intent-more-results = More results
service-intent-ask-details = Details of an assignment
service-intent-ask-statistic = Statistics
service-intent-ask-indicator = Indicators of results
service-intent-ask-modality = Kinds of service
service-intent-ask-eligibility = Eligibility
service-intent-ask-application-status = Status of an application
service-intent-ask-capabilities = What the service can do
service-intent-ask-human = Request for a person
service-intent-not-helpful = Complaint about an answer
service-intent-out-of-scope = Outside the subject
service-intent-nlu-fallback = Not understood
