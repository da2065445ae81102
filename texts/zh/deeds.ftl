# 工作人员对请求的处理，以及告知访客的内容。

deeds-help = 答复辅助
deeds-suggested = 建议的文章
deeds-suggested-for = 针对：
deeds-no-suggestion = 没有与最后一个问题相近的文章。
deeds-canned = 常用回复
deeds-insert = 插入
deeds-sent = 发送的内容
deeds-meaning = 您的语言
deeds-open-article = 打开文章
deeds-note = 内部备注
deeds-note-label = 内部备注（仅工作人员可见）
deeds-note-save = 保存备注
deeds-assign = 分派
deeds-colleague = 同事
deeds-transfer = 转交
deeds-snooze = 暂缓
deeds-snooze-for = 暂缓多久
deeds-snoozed = 已暂缓
deeds-snoozed-until = 暂缓至
deeds-wake = 立即恢复
deeds-merge = 合并重复请求
deeds-duplicate = 同一访客的请求
deeds-merged-into = 已并入
deeds-close = 关闭
deeds-close-reason = 原因
deeds-pick = 选择
deeds-bulk = 对所选请求：
deeds-bulk-done = 已处理 { $count } 个请求。
deeds-bulk-refused = 无法处理（或已不能处理）：{ $cases }。
queues-state-snoozed = 已暂缓
console-resolution-answered = 已答复
console-resolution-no_reply = 访客未回复
console-resolution-not_ours = 不属于我们的职责
console-resolution-abuse = 滥用
console-resolution-merged = 已并入其他请求

# 致访客
transferred = { $name }已将您的请求转交给其他同事，他们会在此答复您。
transferred-sensitive = { $name }已将您的请求转交给敏感事务团队。从现在起，只有该团队阅读此对话。
merged = 您的请求 { $case } 已并入您的请求 { $other }，答复将在那里给出。

# 拒绝
error-colleague = 不能将请求分派给此人，请另选一位。
error-queue = 请选择其他队列。
error-merge = 只能合并同一访客的请求。
error-answered-meanwhile = 在此期间已发出一条答复。请先阅读；如仍有需要，请再次发送。
