# Corrections of answers: the console's pages, and what is sent.

corrections-title = 更正
corrections-text = 以下文章曾给出已不再成立的回答。
corrections-people = 人数
corrections-nobody = 没有需要告知的人。
corrections-link = 谁得到了错误的回答
corrections-of = 更正：{ $title }
corrections-of-text = 这些人最后得到的回答此后已被修改或撤回，或被标记为错误。每人只会收到一次更正，使用其本人的语言。
corrections-way-chat = 在聊天中
corrections-way-mail = 通过电子邮件
corrections-way-none = 无法联系
corrections-erased = 对话已被删除的咨询
corrections-send = 向 { $count } 人发送更正
corrections-sent = 已发送：聊天 { $chat }，电子邮件 { $mail }。
corrections-unreached = 有 { $count } 人无法联系。
corrections-failed = 有 { $count } 人在此期间已由同事告知，或已删除对话。
corrections-answered = 回答时间
corrections-why = 原因
corrections-why-changed = 文本已修改
corrections-why-withdrawn = 文章已撤回
corrections-why-wrong = 被标记为错误
corrections-way = 告知方式

# To visitors
correction = 更正
correction-changed = { $date }，我们在这里就“{ $title }”给您的回答已不再成立。现在的回答是：
correction-withdrawn = { $date }，我们在这里就“{ $title }”给您的回答已不再成立，请不要再依据它。我们的同事很乐意帮助您。
correction-wrong = { $date }，我们在这里用“{ $title }”回答了您的问题，但这并不是正确的回答，请不要依据它。我们的同事很乐意帮助您。
mail-correction-subject = { $organisation }：对一个回答的更正
mail-correction-text =
    您好！

    您曾在我们的聊天中提问，并留下了这个地址。我们需要更正当时的回答。

    { $text }

    对此错误我们深表歉意。

    { $organisation }
