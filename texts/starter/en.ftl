# The texts of this organisation; replace them by your own.
organisation = NAME
emergency-contacts = If you are in danger now, call the emergency number of the country you are in.
privacy-note = An automatic assistant answers here; staff can read the conversation when you ask for a person. Conversations are kept for { $days } days, then deleted; you can download or delete yours at any time in the menu. Questions about your data: { $privacy }.
widget-greeting = Hello! How can I help?
widget-example-1 = What can you do?
widget-example-2 = Which assignments are open?
widget-example-3 = What kinds of volunteer service are there?
widget-example-4 = I would like to talk to a person.
