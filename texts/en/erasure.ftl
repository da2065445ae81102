### Erasing a report of abuse, which staff must confirm.

# To the visitor. $case: number of the case
erasure-asked = You have asked us to delete this conversation. Because it holds a report, a colleague must confirm this first (case { $case }). Until then it stays with the desk. You can remove it from this device at once: begin a new conversation, or choose “Leave now”.

## To staff

console-erasure = Erasure requested
# $when: day and time
console-erasure-asked = The visitor asked on { $when } to have this conversation erased. Make sure that it is the person who made the report: somebody else may hold the device.
console-erasure-sure = I am sure that the person who made the report wants this
console-erase = Erase the conversation for good
