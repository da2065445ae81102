# A request on any device: number and code, answers, a reply.

case-code = You can also read the answer on any device, without this chat: { $link }, with the number { $case } and the code { $code }. Please keep the code safe: anyone who has it can read the answer.
case-title = Your request
case-intro = Enter the number of your request and its code. Both were shown in the chat when your request was made.
case-number = Number of the request
case-secret = Code
case-look = Show my request
case-again = Look for new answers
case-about = Request { $case }.
case-open = It is waiting for a colleague.
case-claimed = { $name } is dealing with it.
case-solved = It is solved. If you write again, it is opened again.
case-written = What has been written since
case-no-answer = There is no answer yet.
case-you = You
case-reply = Write to our colleagues
case-send = Send
error-case-unknown = There is no request with this number and this code. Please compare both with what the chat showed.
error-case-rate = That was too many attempts in a short time. Please try again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
  }.
