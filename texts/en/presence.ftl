# Who is there, and what a request shows at a glance.

presence-reads = Languages I read
presence-reads-text = Requests in these languages come first.
presence-typing = { $names } is writing an answer.
presence-looking = Also looking at this: { $names }.
presence-answered-from = Answered from
presence-others = Other requests of this visitor
wait-not-read = At the moment no colleague reads this language; the answer may come in another language: { $language }.
