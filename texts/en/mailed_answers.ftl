# Answers of staff by mail, and the way back into the chat.

choice-again = Write to our colleagues again
answer-solved = Request { $case } is solved. If you have more to say to our colleagues about it, press the button; what you write after that will reach them.
answer-link-title = Your conversation with us
answer-link-text = Would you like to continue with request { $case } in the chat? Your conversation will open in this browser. Please do this only on a device that you trust.
answer-link-button = Open the conversation
error-answer-link = This link is not valid, or no longer valid: the links in our e-mails work for seven days. With the number and the code of your request you can read the answer on the page “Your request” at any time.
mail-answer-subject = Answer to your request { $case }
mail-answer-text =
    Hello,

    our colleagues have answered your request { $case }:

    { $answer }

    This link opens your conversation in the chat, where you can write back. It is valid for { $days ->
        [one] { $days } day
       *[other] { $days } days
      }; please do not pass it on:
    { $link }

    { $organisation }
mail-answer-hidden-subject = Answer to your request { $case }
mail-answer-hidden-text =
    Hello,

    our colleagues have answered your request { $case }. To protect what you wrote, none of it is included in this e-mail. With the number of your request and the code that the chat showed, you can read the answer here and write back:
    { $link }

    { $organisation }
answer-reply = You can simply reply to this mail, or continue in the chat.
mail-partly = Of your mail only the text was taken, at most { $length } characters; attachments and the rest were left out.
mail-without-text = (A mail without text)
