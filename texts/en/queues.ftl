# Queues of requests: members, promises, filters.

queues-title = Queue members
queues-text = Members see their queues with one click. Other colleagues can help out.
queues-sensitive = Only members see these requests and their conversations, here, in search and in figures. As long as there is no member, administrators do.
queues-promise = Promised, counted in working hours: first answer within { $answer }, solution within { $solution }.
queues-nobody = This queue has no members yet.
queues-members = Members
queues-due = Due
queues-due-answer = Answer due in { $time }
queues-due-solution = Solution due in { $time }
queues-overdue-answer = Answer overdue by { $time }
queues-overdue-solution = Solution overdue by { $time }
queues-filters = Which requests are shown
queues-any = All
queues-mine = My queues
queues-me = Me
queues-no-one = Nobody
queues-age = Older than
queues-state = State of the request
queues-state-open = waiting
queues-state-claimed = in progress
queues-state-solved = solved
queues-show = Show
queues-show-all = Show everything
