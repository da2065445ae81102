### The demonstration site: a page of a volunteer programme with the chat in its corner.
### It must fit any organisation, so it names none.

site-title = Questions about volunteering?
site-skip = To the content
site-languages = Languages

## The banner

site-demonstration = This is a demonstration.
site-demonstration-text = The assignments, people and applications in it are invented. It is not a service of any organisation that is named in it. Nobody can apply here, and please enter nothing personal.

## The opening

site-lead = Ask in your own words, in your own language. You get an answer straight away, with its source. When the assistant does not know, a person takes over in the same conversation.
site-how = Open the chat with the round button in the corner of this page.

## What one can ask

site-topics = What you can ask
site-assignments = Assignments
site-assignments-text = Look for a place to volunteer by country, profession, language or way of working.
site-assignments-question-1 = Are there openings for nurses in Kenya?
site-assignments-question-2 = What can I do online, from home?
site-conditions = Conditions
site-conditions-text = What each way of volunteering asks of you, and what it offers.
site-conditions-question-1 = How old do I have to be?
site-conditions-question-2 = Which costs are covered?
site-application = Applying
site-application-text = How to apply, what happens afterwards, and how long it takes.
site-application-question-1 = How do I apply?
site-application-question-2 = How long until I hear back?
site-figures = Facts and figures
site-figures-text = What was achieved, with the number and the paragraph where it can be found.
site-figures-question-1 = How many volunteers served in 2019?
site-figures-question-2 = How many of them were women?
site-partners = Hosting volunteers
site-partners-text = For organisations that would like volunteers to work with them.
site-partners-question-1 = How can my organisation host a volunteer?
site-partners-question-2 = What does it cost?
site-person = A person
site-person-text = Some questions need a colleague. You can see your place in the queue and keep asking in the meantime.
site-person-question-1 = I would like to talk to somebody
site-person-question-2 = I want to report a problem

## What to expect

site-honest = What to expect
site-honest-sources = Every answer says where it comes from and how old it is.
site-honest-unknown = If something is not known, the assistant says so. Nothing is made up.
site-honest-languages = You can change the language in the middle of a conversation.
site-honest-data = You can download your conversation, and delete it, whenever you like.

site-footer = An open-source service desk for organisations that place volunteers.
help-title = Answers to frequently asked questions
help-lead = Every answer is approved and names its source. The assistant in the corner finds the one you need.
help-sources = Where this answer comes from

## Facts and figures: the page of statistics, and charts

statistics-title = Facts and figures
statistics-lead = Every figure names its source and the paragraph where it can be found. Every table can be downloaded.
statistics-none = There are no figures here yet. The assistant in the corner answers your other questions.
statistics-contents = On this page
statistics-indicators = Results framework
statistics-group-people = Volunteers
statistics-group-service = Service and assignments
statistics-group-partners = Partners and funding
statistics-group-money = Finances
statistics-group-results = Results
statistics-group-operations = How the programme works
statistics-group-other = Other figures
statistics-year = Year
statistics-members = Covers
statistics-value = Figure
statistics-paragraph = Paragraph
statistics-source = Source
statistics-total = Total
statistics-share = share of the total
# $base: the year that is compared with
statistics-change = change since { $base }
statistics-change-alone = change
# $shown and $total: how many figures, with the separators of the language
statistics-first = Shown here: { $shown } of { $total }, the newest first. The download has them all.
# $format: CSV or JSON; $name: what the table is about
statistics-download = Download as { $format }: { $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }, { $details }
# What the bars of a chart are, by dimension
chart-by-host = by host entity
chart-by-country = by country of service
chart-by-region = by region
chart-by-nationality = by nationality
chart-by-donor = by funding partner
chart-by-gender = by gender
chart-by-age = by age group
chart-by-modality = by category
chart-by-sdg = by Sustainable Development Goal
chart-by-origin = by origin
chart-by-disability = by disability status
