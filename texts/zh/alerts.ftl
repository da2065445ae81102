# 新派任提醒：在对话中提出、链接所指的页面、邮件。

# 对话
button-alert = 有新派任时通知我
alert-where = 有符合本次搜索的新派任发布时，我可以写邮件告诉您。请输入您的电子邮箱。我们不会将其用于其他目的。
alert-sent = 我们已向该邮箱发送一封带有链接的邮件。请打开链接并确认；在您确认之前，我们不会再发邮件。链接在 { $days } 天内有效。如果没有收到邮件，请查看垃圾邮件文件夹。
alert-wait = 短时间内请求此类邮件的次数过多。请{ $when }再试。
alert-cancelled = 好的，我不会给您发邮件。还有什么可以帮您？
verify-form-alert = 这不像是电子邮箱地址。请按 name@example.org 的格式输入。
verify-remind-alert = 我仍在等您输入用来接收新派任通知的电子邮箱。

# 页面
alert-confirm-title = 通过邮件接收新派任
alert-confirm-text = 您要接收以下条件的新派任通知吗：{ $wishes }？您随时可以通过每封邮件中的链接停止接收。
alert-confirm-button = 是，请通知我
alert-confirmed-title = 已确认
alert-confirmed-text = 今后，有符合以下条件的新派任发布时，我们会写邮件通知您：{ $wishes }。每封邮件中都有停止接收的链接。
alert-stop-title = 停止接收这些邮件
alert-stop-text = 您不想再收到这项搜索的新派任邮件吗？
alert-stop-button = 停止接收
alert-stopped-title = 已停止发送
alert-stopped-text = 您不会再收到这项搜索的邮件，我们也已删除您为此留下的邮箱地址。
alert-link-title = 链接无效
error-alert-link = 该链接无效或已失效：确认链接的有效期为七天。如需接收新派任通知，请在对话中重新搜索。

# 邮件。$assignments 和 $wishes 来自搜索。
mail-alert-confirm-subject = 请确认：通过邮件接收新派任
mail-alert-confirm-text =
    您好！

    有人在我们的对话服务中请求向本邮箱发送以下条件的新派任通知：{ $wishes }。

    如果是您本人，请打开此页面并确认：
    { $link }

    链接在 { $days } 天内有效。如果不是您本人，则无需任何操作：您不会再收到邮件。

    { $organisation }
mail-alert-subject = { $value }项新派任：{ $wishes }
mail-alert-text =
    您好！

    有{ $value }项符合以下条件的新派任：{ $wishes }。

    { $assignments }

    您收到本邮件，是因为您曾提出请求并已确认。点击一次即可停止接收：
    { $link }

    { $organisation }
alert-rest = 另有{ $value }项，可在对话中查看：{ $link }
