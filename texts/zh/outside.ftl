# 请求同步到的外部服务台。$name 是工作人员，$queue 是队列，$result 是请求的结果。

outside-desk = 外部服务台
outside-mirrored = 已同步
outside-withdrawn-here = 已在那里撤回；不再发送任何内容
outside-late = 尚未送达，将再次尝试：{ $reason }
outside-lost = 已放弃发送，因此那里缺少内容：{ $reason }
outside-claimed = { $name } 已在控制台接手此请求。
outside-released = 此请求已回到控制台的队列中。
outside-moved = 此请求现在位于队列“{ $queue }”。
outside-closed = 此请求已在控制台结束：{ $result }。
outside-reopened = 此请求继续处理。
outside-withdrawn = 此请求从现在起由服务台自行处理。请删除此工单；不会再发送任何内容。
outside-erased = 该对话已应访客的要求或因保存期满而删除。请删除此工单。
outside-partly = （此答复还有其他内容，例如文件，无法在此显示。如有需要请索取。）
error-signature = 签名缺失、错误或已过期。
error-outside-unknown = 没有这样的请求，或该请求未同步（或不再同步）。
