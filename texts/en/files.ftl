### Files that staff ask a visitor for.

## To the visitor

# $name: name of a member of staff. The reason may follow, in their own words
file-asked = { $name } has asked you for a file. You can send it below the messages.
file-withdrawn = { $name } no longer needs a file.
# $size: such as 5 MB; $count: how many files can still be sent
file-hint = JPEG, PNG, WebP or PDF, at most { $size }. { $count ->
    [one] You can send one file.
   *[other] You can send { $count } files.
  } Only our staff can open them.
# $name: name of the file; $size: such as 1.2 MB
file-received = The file { $name } ({ $size }) has arrived.

error-file-not-asked = Nobody is waiting for a file in this conversation any longer. Your file was not kept.
# $maximum: how many files a conversation may hold
error-file-most = This conversation already holds { $maximum } files, which is the maximum.
error-file-none = Please choose a file first.
error-file-empty = This file is empty. Please choose another one.
# $megabytes: the largest size
error-file-too-large = This file is larger than { $megabytes } MB and was not kept. Please send a smaller one, such as a picture at a lower resolution.
error-file-kind = This kind of file cannot be sent. JPEG, PNG, WebP and PDF are possible. Save the document as a PDF, or take a picture of it.
error-file-damaged = This file is damaged or incomplete. Please open it to check that it is in order, or send a picture of it.
error-file-locked = This PDF is password-protected. Please save it without a password, then send it again.
error-file-active = This PDF holds programs, forms with programs or other files. Please print it to a new PDF and send that.
# $megapixels: the largest number of dots, in millions
error-file-pixels = This picture has more than { $megapixels } megapixels. Please make it smaller, then send it again.

## To staff

file-ask = Ask for a file
file-ask-reason = What for? (optional, the visitor reads it)
file-waiting = The visitor can send files until you withdraw this or pass the conversation on.
file-withdraw = No file needed any more
file-list = Files from the visitor
file-download = Download
file-gone-after = Files are deleted when the conversation is erased.
# $maximum: how many characters
error-file-reason = The reason can have { $maximum } characters. Please shorten it.
error-file-gone = This file is no longer there.
