# 工作人员通过邮件的答复，以及返回对话的途径。

choice-again = 再次写信给工作人员
answer-solved = 请求 { $case } 已解决。如果您还有话要对工作人员说，请按此按钮；之后您写的内容会送达他们。
answer-link-title = 您与我们的对话
answer-link-text = 要在对话中继续请求 { $case } 吗？您的对话将在此浏览器中打开。请只在您信任的设备上这样做。
answer-link-button = 打开对话
error-answer-link = 此链接无效或已失效：我们邮件中的链接有效期为七天。您可以随时在“您的请求”页面凭请求编号和密码查看答复。
mail-answer-subject = 对您的请求 { $case } 的答复
mail-answer-text =
    您好！

    我们的工作人员已答复您的请求 { $case }：

    { $answer }

    此链接可打开您的对话，您可以在那里回复。链接有效期为 { $days } 天，请勿转给他人：
    { $link }

    { $organisation }
mail-answer-hidden-subject = 对您的请求 { $case } 的答复
mail-answer-hidden-text =
    您好！

    我们的工作人员已答复您的请求 { $case }。为保护您所写的内容，本邮件不包含任何相关文字。凭您的请求编号和对话中显示的密码，可在此查看答复并回复：
    { $link }

    { $organisation }
answer-reply = 您可以直接回复此邮件，也可以在对话中继续。
mail-partly = 您的邮件只采用了正文，最多 { $length } 个字符；附件和其余内容未采用。
mail-without-text = （没有正文的邮件）
