### The chat as a page that works without JavaScript; most of its words are the widget's.

chat-choose = Choose
chat-refresh = Look for new messages
# $count: how many messages are not shown
chat-earlier = Earlier messages: { $count }
chat-plain = The chat as a plain page, without JavaScript
