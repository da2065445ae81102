# The outside desk to which requests are mirrored. $name is a member of staff, $queue a queue, $result how a request ended.

outside-desk = Outside desk
outside-mirrored = Mirrored
outside-withdrawn-here = withdrawn there; nothing more is sent
outside-late = Not delivered there yet, tried again: { $reason }
outside-lost = Given up, so that something is missing there: { $reason }
outside-claimed = { $name } has taken this request in the console.
outside-released = This request is back in its queue in the console.
outside-moved = This request is now in the queue { $queue }.
outside-closed = This request was ended in the console: { $result }.
outside-reopened = This request goes on.
outside-withdrawn = The desk deals with this request by itself from now on. Please delete this ticket; nothing more will be sent.
outside-erased = The conversation has been erased at its visitor’s wish or at the end of its time. Please delete this ticket.
outside-partly = (There is more to this answer, such as a file, that cannot be shown here. Please ask for it.)
error-signature = The signature is missing, wrong or too old.
error-outside-unknown = There is no such request, or it is not mirrored (any more).
