chat-choose = 确定
chat-refresh = 查看新消息
chat-earlier = 更早的消息：{ $count }条
chat-plain = 简易聊天页面（无需JavaScript）
