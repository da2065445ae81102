### More words of the chat widget, plain as those of widget.ftl.

## Long answers

widget-more = Show the rest

## The visitor's own

widget-download-data = Download as data (JSON)
widget-anew = Begin a new conversation
widget-anew-question = Begin a new conversation? This one will no longer be shown here; the desk keeps it. Download it first if you want to keep it.
widget-large = Large view
widget-mute = No sound

## On a shared device, and in danger

widget-shared = Shared device
widget-shared-on = Shared device: nothing is kept here once you close the chat or this page.
widget-shared-off = This device keeps the conversation again, so that you find it when you come back.
widget-leave = Leave now

## While the desk is down

widget-email-down = The desk is not responding at the moment. Leave your e-mail address: your message will be delivered as soon as the desk is back, and the answer comes by e-mail.
widget-email-kept = The desk is not responding at the moment. Your message and your address are kept on this device and will be delivered as soon as the desk is back, at the latest when you visit this site again.

## A file that staff ask for

widget-file = A file for our staff
widget-file-choose = Choose a file
widget-file-send = Send the file
widget-file-sending = The file is being sent …
widget-file-kept = The file has not been sent: the connection was lost. It is still selected here; please send it again.
# $limit: the largest size, in megabytes
widget-file-large = This file is larger than {$limit} MB. Please choose a smaller one.
