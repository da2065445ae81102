# 常用回复：canned-NAME 以访客的语言发送，canned-NAME-title 是它在控制台中的名称。

canned-greeting-title = 问候
canned-greeting = 您好，我是{ $name }。我已看到您的问题，正在处理。
canned-details-title = 询问详情
canned-details = 为了帮助您，请再告诉我一些情况：具体发生了什么，是什么时候？
canned-checking-title = 需要时间
canned-checking = 这件事我需要请教同事。答复会显示在这里；您的请求编号是 { $case }。
canned-solved-title = 还有其他问题吗？
canned-solved = 希望这解答了您的问题。还有什么可以帮您的吗？
canned-closing-title = 告别
canned-closing = 由于没有收到您的回复，我将关闭请求 { $case }。您随时可以再次在此留言。
