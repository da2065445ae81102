### 聊天窗口的文字：纯文本，只含 {$name} 这样的变量，不用复数形式和函数。

widget-title = 向{$organisation}提问
widget-greeting = 您好！我是自动助手，不是真人。我解答有关志愿服务的问题，并注明每个答案的出处。如果我帮不上忙，会为您转接工作人员。
widget-examples = 您可以这样问
widget-example-1 = 目前有哪些派任可以申请？
widget-example-2 = 谁可以当志愿者？
widget-example-3 = 怎么申请？
widget-example-4 = 我想和工作人员谈谈
widget-privacy = 您的数据
widget-privacy-link = 阅读隐私声明

widget-close = 关闭聊天
widget-menu = 对话选项
widget-language = 语言
widget-conversation = 对话
widget-log = 消息
widget-newer = 新消息

widget-input = 您的消息
widget-placeholder = 请输入您的问题
widget-send = 发送
widget-characters-left = 还可输入{$left}个字符
widget-too-long = 每条消息最多{$limit}个字符。请删去{$excess}个字符，或分两次发送。

widget-author-visitor = 您
widget-author-assistant = 助手
widget-author-staff = 工作人员
widget-author-system = 提示
widget-typing = {$name}正在输入……
widget-typing-assistant = 正在准备答复……

widget-status-assistant = 正在为您解答的是自动助手。
widget-status-queued = 您正在排队，稍后会有工作人员在这里接手。
widget-status-place = 您目前排在第{$place}位。
widget-status-staff = {$name}已加入，会在这里为您解答。
widget-status-staff-unnamed = 工作人员已加入，会在这里为您解答。
widget-status-closed = 对话已结束。如果您再发消息，对话会继续。
widget-status-case = 请求{$case}

widget-today = 今天
widget-yesterday = 昨天
widget-choices = 请选择
widget-source = 来源
widget-sources = 来源
widget-paragraph = 第{$paragraph}段
widget-as-of = 截至{$date}
widget-helpful = 这个回答有帮助吗？
widget-yes = 有
widget-no = 没有
widget-helpful-thanks = 谢谢，很高兴能帮到您。
widget-unhelpful-thanks = 谢谢您的反馈。请换个说法再问，或转人工服务。
widget-details = 详情
widget-details-of = 详情：{$title}
widget-enlarge = 放大：{$title}
widget-shrink = 关闭图片
widget-table = 以表格显示

widget-waiting = 等待发送
widget-not-sent = 未发送。
widget-send-again = 重新发送
widget-discard = 放弃
widget-offline = 您已离线。您输入的内容会保留，恢复连接后自动发送。
widget-unreachable = 暂时无法连接服务台，我们正在重试。
widget-unreachable-waiting = 暂时无法连接服务台。您的消息已保留，之后会自动发送，且只发送一次，您不必重写。
widget-renewed = 您之前的对话已不再保存：它已被删除，或已过保存期限。现在输入的内容将开始新的对话。

widget-email-offer = 要不要同时通过电子邮件接收答复？请留下您的邮箱地址：
widget-email-send = 保存地址
widget-email-decline = 不用，我在这里等

widget-download = 下载此对话
widget-delete = 删除此对话
widget-delete-question = 要永久删除此对话吗？这里和服务台的记录都会删除，您将无法再查看。
widget-delete-yes = 删除
widget-delete-no = 保留
widget-deleted = 对话已删除。您随时可以开始新的对话。
