# What the assistant says. $organisation is the name the organisation gives itself.

greet = Hello! I am the assistant of { $organisation }. Ask me about assignments, kinds of volunteer service, figures or the conditions of service. How can I help?
goodbye = Goodbye, and thank you for writing. You can come back to this chat at any time.
thank = You are welcome. Is there anything else you would like to know?
affirm = Great. What would you like to know next?
deny = All right. Ask me something else whenever you like.
bot = I am an automatic assistant, not a person. I answer from approved articles and figures, and I can bring in a colleague for you.
capabilities = I can find assignments, explain the kinds of volunteer service and who is eligible, answer questions about conditions and applications from approved articles, and give figures with their source. I understand { $languages }. If I cannot help, I bring in a colleague.
language-changed = From now on I will answer in English.
language-which = Which language would you like? I speak { $languages }.
out-of-scope = I am sorry, I cannot help with that. What I can help with is volunteering: assignments, kinds of service, conditions, applications and figures.
not-helpful = I am sorry that this did not help. Could you put it another way? I can also bring in a colleague.
not-understood = I am not sure I understood you. Could you rephrase that? I can also bring in a colleague.
unknown = I do not have an approved answer to this, and I do not want to guess. Shall I bring in a colleague?
choose-article = Which of these do you mean?
button-human = Talk to a person
button-other = None of these
button-more = Show more
button-details = Details: { $title }
button-without = ✕ { $wish }
hand-over = I am bringing in a colleague and passing on our conversation, so you will not have to repeat anything.
sensitive = Thank you for telling us. I am passing this on to the colleagues who deal with such matters, and they will treat it with discretion. You do not have to say more here than you want to.
sensitive-despair = I am very sorry that you feel like this, and glad that you told us. You are not alone. Please talk now to somebody near you whom you trust. Your message also goes straight to the colleagues who are responsible for such matters; they read it with discretion, but they cannot always answer at once.
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = If your question was how this works in general, this is what I can tell you:
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = If something has happened to you or to somebody else, or if somebody is in danger, you can tell the team for such matters. They read it in confidence.
button-confidence = Tell it in confidence
application-status = I can look up your application for you.
application-status-elsewhere = I cannot look into individual applications in this chat. You can see the stage of your application when you log in to the platform where you applied. A colleague can help you further.

# Articles
article-other-language = (This text has not been translated into your language yet; here it is in { $language }.)
article-confidence-medium = Please note: this is based on copies or older pages.
article-confidence-low = Please note: the source for this is indirect, so please check it before you rely on it.

# Figures. $figure is a number with its unit, $metric a name, $members what it is about.
figure = **{ $figure }** – { $metric }, { $year }.
figure-members = **{ $figure }** – { $metric } ({ $members }), { $year }.
figure-change = **{ $figure }** – { $metric }, { $year } compared with { $base }.
figure-change-members = **{ $figure }** – { $metric } ({ $members }), { $year } compared with { $base }.
figure-share-of = { $figure } of the total
figure-up-amount = up { $figure }
figure-up-share = up { $figure }
figure-up-qualified = up { $figure }
figure-down-amount = down { $figure }
figure-down-share = down { $figure }
figure-down-qualified = down { $figure }
figure-same = unchanged
figure-missing = I do not have a figure for exactly that. The closest I have:
figure-years = My figures for this run from { $first } to { $last }.
figure-list = **{ $name }** ({ $count }):
figure-parts = Please note: the parts that the same source gives add up to { $sum }, not to { $figure }.
figures = **{ $metric }**, { $year }:
figures-members = **{ $metric }** ({ $members }), { $year }:
figures-change = **{ $metric }**, change from { $base } to { $year }:
figures-change-members = **{ $metric }** ({ $members }), change from { $base } to { $year }:
figures-years = **{ $metric }**, year by year:
figures-years-members = **{ $metric }** ({ $members }), year by year:
colon = { ": " }
percentage-points = { $value } percentage points
calculated-share = **{ $value }** (calculated: { $part } of { $whole }).
calculated-part = About **{ $value }** (calculated: { $part } of { $whole }).
calculated-rest = **{ $value }** (calculated: 100% less { $part }).
calculated-difference = The difference, calculated: **{ $value }**.
calculated-sum = Together, calculated: **{ $value }**.
calculated-growth = **{ $change }** ({ $share }), calculated: from { $first } to { $last }.
calculated-growth-points = **{ $change }**, calculated: from { $first } to { $last }.
dimension-year = Year
dimension-host = Entity
dimension-region = Region
dimension-country = Country
dimension-donor = Funded by
dimension-nationality = Nationality
dimension-gender = Gender
dimension-age = Age
dimension-modality = Kind of volunteer
dimension-sdg = Goal
dimension-origin = Origin
dimension-disability = Disability
dimension-initiative = Subject
paragraph = paragraph { $number }
unit-persons = { $count ->
    [one] { $value } person
   *[other] { $value } people
  }
unit-months = { $count ->
    [one] { $value } month
   *[other] { $value } months
  }
unit-years = { $count ->
    [one] { $value } year
   *[other] { $value } years
  }
unit-days = { $count ->
    [one] { $value } day
   *[other] { $value } days
  }
unit-countries = { $count ->
    [one] { $value } country
   *[other] { $value } countries
  }
unit-hours = { $count ->
    [one] { $value } hour
   *[other] { $value } hours
  }
unit-weeks = { $count ->
    [one] { $value } week
   *[other] { $value } weeks
  }
qualifier-about = about { $figure }
qualifier-more_than = more than { $figure }
qualifier-less_than = fewer than { $figure }
qualifier-nearly = nearly { $figure }
qualifier-at_least = at least { $figure }
qualifier-rough = roughly { $figure }
qualifier-rounded = { $figure } (rounded)
qualifier-interim = { $figure } (interim figure)
qualifier-announced = { $figure } (announced)
qualifier-agreed = { $figure } (agreed)

# Indicators
indicator = **{ $key } { $name }** ({ $year }): target { $target }, result { $result }, score { $score } – { $colour }.
indicator-count = { $count ->
    [one] { $count } indicator:
   *[other] { $count } indicators:
  }
indicator-none = I do not know that indicator. These are the ones I have:
colour-green = green (reached)
colour-yellow = yellow (below target)
colour-red = red (missed)
colour-grey = grey (no data)
table-indicator = Indicator
table-target = Target
table-result = Result
table-score = Score
table-colour = Colour

# Kinds of service
modality-list = There are these kinds of volunteer service:
modality-rules = What the sources say about the conditions:
modality-rule = { $rule }: { $value } (as of { $date })
modality-rule-older = { $rule }: { $value } (older rule, { $date })
date-undated = undated
modality-no-rules = I have no confirmed conditions of eligibility for this. The description of the assignment is what counts.
modality-search = Show open assignments
rule-min_age = Minimum age
rule-max_age = Maximum age
rule-education = Education
rule-experience_years = Experience
rule-languages = Languages
rule-nationality = Nationality
rule-residence = Residence
rule-first_contract_months = First contract
rule-min_months = Shortest service
rule-max_months = Longest service
rule-max_weeks = Longest task
rule-hours_per_week = Hours a week

# Assignments
search-found = { $count ->
    [one] I found { $value } open assignment
   *[other] I found { $value } open assignments
  } for: { $wishes }.
search-found-all = { $count ->
    [one] There is { $value } open assignment.
   *[other] There are { $value } open assignments.
  } Tell me a country, a profession, an organisation or a language to narrow the list down.
search-dropped = I found nothing for { $wishes }. Leaving out “{ $dropped }”, I found these:
# $words: one or two words of the visitor that nothing explains
search-left-out = “{ $words }” was not taken into account: I know no assignment with it.
search-none = I found no open assignments for: { $wishes }.
search-none-open = There are no open assignments at the moment.
search-range = Showing { $from } to { $to } of { $total }.
search-end = That is all of them.
search-first = First tell me what you are looking for, for example a profession and a country.
wish-not = not: { $wish }
wish-near = near { $place }
wish-over = longer than { $duration }
wish-least = at least { $duration }
wish-under = shorter than { $duration }
wish-most = at most { $duration }
wish-lasting = for { $duration }
wish-from = starting from { $date }
wish-until = starting by { $date }
wish-onsite = on site
wish-family = family duty station
wish-disability = suitable for persons with disabilities
wish-words = words: { $words }
assignment-gone = This assignment is not open any more.
assignment-which = Which of the assignments shown do you mean? Please give me its number.
assignment-demonstration = This is demonstration data: nothing shown here is a real assignment.
assignment-place = Place
assignment-online = Online, from anywhere
assignment-city = { $city }, { $country }
assignment-host = Host
assignment-modality = Kind of service
assignment-duration = Duration
assignment-start = Start
assignment-closes = Apply by
assignment-languages = Languages
assignment-education = Education
assignment-experience = Experience
assignment-tasks = Tasks
assignment-reference = Reference
assignment-apply = How to apply
education-secondary = Secondary school
education-technical = Technical diploma
education-bachelor = Bachelor’s degree
education-master = Master’s degree
rule-status = Status
rule-typical_experience_years = Typical experience (not a condition)

# Values of conditions that are not numbers
value-country_of_service = of the country of service
value-not_country_of_service = not of the country of service
value-legal_residence_refugee_stateless = recognised refugees and stateless persons who live there legally, where national law allows it
value-bachelor_or_higher_technical_diploma = university degree or higher technical diploma
value-student = student
value-refugee_or_asylum_seeker = refugee or asylum seeker
value-host_country = in the country that hosts them
value-any-language = one of: { $languages }
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number } { $currency }
money-millions-vowel = { $number } { $currency }
unit-working_days = { $count ->
    [one] { $value } working day
   *[other] { $value } working days
  }
unit-ages = { $count ->
    [one] { $value } year
   *[other] { $value } years
  }

# Between the items of a list
list-separator = { ", " }
