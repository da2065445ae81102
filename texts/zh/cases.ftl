# 在任何设备上查看请求：编号和密码、答复、留言。

case-code = 您也可以在任何设备上查看答复，无需打开本对话：{ $link }，编号 { $case }，密码 { $code }。请妥善保存密码，持有密码的人可以看到答复。
case-title = 您的请求
case-intro = 请输入请求编号和密码。提交请求时，对话中已显示这两项。
case-number = 请求编号
case-secret = 密码
case-look = 查看我的请求
case-again = 查看是否有新答复
case-about = 请求 { $case }。
case-open = 正在等待工作人员处理。
case-claimed = { $name } 正在处理。
case-solved = 已处理完毕。如果您再次留言，将重新处理。
case-written = 此后的往来消息
case-no-answer = 尚无答复。
case-you = 您
case-reply = 给工作人员留言
case-send = 发送
error-case-unknown = 没有与此编号和密码相符的请求。请与对话中显示的内容核对。
error-case-rate = 短时间内操作过于频繁。请在 { $seconds } 秒后再试。
