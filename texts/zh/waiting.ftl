# 等待工作人员处理的事项，以及控制台是否已连接。

console-waits = { $count ->
   *[other] 有{ $count }项等待您处理
  }
console-unread = 访客已留言
console-lost = 无法连接服务台。您写的内容会保留在此；服务台恢复后页面会自动继续。
console-failed = 内容未能送达服务台。您写的内容仍在此处，请稍后再试。
account-chime = 提示音
account-chime-wanted = 有新的请求或消息等待我处理时播放提示音
account-chime-try = 试听提示音
