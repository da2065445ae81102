# Canned replies of staff: canned-NAME is sent in the visitor's language, canned-NAME-title names it in the console.
# A profile adds its own, or replaces these.

canned-greeting-title = Greeting
canned-greeting = Hello, my name is { $name }. I have read your question and am looking into it now.
canned-details-title = Ask for details
canned-details = Could you please tell me a little more, so that I can help you? What exactly happened, and when?
canned-checking-title = Needs time
canned-checking = I have to ask a colleague about this. The answer will appear here; your request number is { $case }.
canned-solved-title = Anything else?
canned-solved = I hope this answers your question. Is there anything else I can do for you?
canned-closing-title = Goodbye
canned-closing = As I have not heard from you, I am closing request { $case }. Write here again whenever you like.
