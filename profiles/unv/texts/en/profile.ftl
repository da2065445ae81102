organisation = the Volunteer Programme (demonstration)
emergency-contacts = If you are in danger now, call the emergency number of the country you are in, or the United Nations security officer of your duty station.
privacy-note = This is a demonstration of a service desk: do not enter real personal data. An automatic assistant answers; staff can read the conversation when you ask for a person. Conversations are kept for { $days } days, then deleted; you can download or delete yours at any time in the menu. Responsible for the data: the operator of this demonstration, { $privacy }.
widget-greeting = Hello! Ask me about volunteer assignments, kinds of service, figures, or the conditions of service.
widget-example-1 = How many UN Volunteers served in 2019?
widget-example-2 = Nursing jobs in Kenya
widget-example-3 = What is a UN Youth Volunteer?
widget-example-4 = How do I reset my password?
site-demonstration-text = The assignments, people and applications in it are invented. It is not a service of the United Nations or of any organisation that is named in it. Nobody can apply here, and please enter nothing personal.
# The date of a source that gives no year.
date-mid-2000s = mid-2000s
