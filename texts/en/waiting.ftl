# What waits for a member of staff, and whether the console is connected.

console-waits = { $count ->
    [one] { $count } waits for you
   *[other] { $count } wait for you
  }
console-unread = The visitor has written
console-lost = The desk cannot be reached. What you write stays here; the page will continue by itself as soon as the desk is back.
console-failed = This did not reach the desk. What you wrote is still here; please try again in a moment.
account-chime = Tone
account-chime-wanted = Play a tone when a new request or message waits for you
account-chime-try = Try the tone
