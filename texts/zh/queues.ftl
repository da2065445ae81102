# 请求队列：成员、时限承诺、筛选。

queues-title = 队列成员
queues-text = 成员可一键查看自己的队列。其他同事也可以协助处理。
queues-sensitive = 只有成员能在此处、搜索结果和统计数据中看到这些请求及其对话。尚无成员时，由管理员查看。
queues-promise = 按工作时间承诺：{ $answer }内首次答复，{ $solution }内解决。
queues-nobody = 该队列尚无成员。
queues-members = 成员
queues-due = 时限
queues-due-answer = 须在{ $time }内答复
queues-due-solution = 须在{ $time }内解决
queues-overdue-answer = 答复已逾期{ $time }
queues-overdue-solution = 解决已逾期{ $time }
queues-filters = 显示哪些请求
queues-any = 全部
queues-mine = 我的队列
queues-me = 我
queues-no-one = 无人
queues-age = 早于
queues-state = 请求状态
queues-state-open = 等待中
queues-state-claimed = 处理中
queues-state-solved = 已解决
queues-show = 显示
queues-show-all = 显示全部
