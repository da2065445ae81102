# 控制台之外关于无人受理的请求的警报。$requests 不含访客所写的内容。

alarm-since = 等待开始于
alarm-members = 可打开的人员
mail-alarm-subject = { $value } 个请求等待受理
mail-alarm-text =
    您好！

    有 { $value } 个请求尚无人受理：

    { $requests }

    所写内容只能在控制台中查看。一旦有人受理某个请求，就不再发送关于它的邮件。

    { $organisation }
mail-alarm-urgent-subject = 紧急：{ $value } 份保密举报等待受理
mail-alarm-urgent-text =
    您好！

    有 { $value } 份保密举报尚无人受理：

    { $requests }

    只有该队列的成员才能打开。如果您不是成员，请务必让其中一位立即受理。在有人受理之前会再次提醒您。

    { $organisation }
account-email = 电子邮件警报
account-email-text = 填写邮箱后，您所在队列中无人受理的请求会通知到该邮箱。主管还会收到其他队列中等待过久的请求的通知。这些邮件不含任何对话内容。
account-email-address = 电子邮箱
people-email-of = { $login } 的电子邮箱
people-save-email = 保存 { $login } 的邮箱
