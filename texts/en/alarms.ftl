# Alarms of unclaimed requests, outside the console. $requests holds no words of visitors.

alarm-since = Waiting since
alarm-members = Who can open it
mail-alarm-subject = { $count ->
        [one] { $value } request is waiting for a colleague
    *[other] { $value } requests are waiting for a colleague
   }
mail-alarm-text =
    Hello,

    { $count ->
         [one] nobody has taken { $value } request yet
        *[other] nobody has taken { $value } requests yet
       }:

    { $requests }

    What was written can be read only in the console. As soon as somebody takes a request, the e-mails about it stop.

    { $organisation }
mail-alarm-urgent-subject = Urgent: { $count ->
        [one] { $value } confidential report is waiting
    *[other] { $value } confidential reports are waiting
   }
mail-alarm-urgent-text =
    Hello,

    { $count ->
         [one] nobody has taken { $value } confidential report yet
        *[other] nobody has taken { $value } confidential reports yet
       }:

    { $requests }

    Only members of the queue can open it. If you are not one of them, please make sure that one of them takes it now. You will be reminded until somebody does.

    { $organisation }
account-email = Alarms by e-mail
account-email-text = If you give an address, you will be told there about requests in your queues that nobody has taken. Supervisors are also told about those that have waited too long in other queues. These e-mails contain nothing of what was said.
account-email-address = E-mail address
people-email-of = E-mail address of { $login }
people-save-email = Save the address of { $login }
