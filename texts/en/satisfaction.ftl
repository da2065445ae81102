# Asking visitors at the end how content they are.

satisfaction-ask = Did we answer your question?
satisfaction-yes = Yes
satisfaction-partly = Partly
satisfaction-no = No
satisfaction-thanks = Thank you for your answer.
