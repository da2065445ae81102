# 服务台对访客说的话及错误提示。

queued = 您的请求编号为{ $case }。{ $place ->
   *[other] 您目前排在第{ $place }位。
  }{ $wait }
queued-sensitive = 您的请求编号为{ $case }。只有负责敏感事项的团队会看到。{ $wait }
wait-unknown = 目前还无法估计需要等多久。
wait-minutes = { $minutes ->
   *[other] 预计等待约{ $minutes }分钟。
  }
wait-nobody = 目前没有工作人员在线。{ $where }
wait-closed = 现在是非工作时间，工作人员将于{ $day }{ $time }（{ $zone }）恢复服务。{ $where }
wait-closed-long = 现在是非工作时间。{ $where }
# What stands behind these: with an e-mail address, or in a matter where none is asked for.
wait-email = 您可以留下电子邮箱地址；答复也会显示在这里。
wait-here = 答复会显示在这里。
added-to-request = 您的消息已补充到请求中。
choice-resume = 继续与助手对话
choice-withdraw = 撤回请求
choice-wait = 等待工作人员
resumed = 您可以继续与助手对话。您的请求{ $case }仍保留排队位置，轮到您时会有工作人员加入。
withdrawn = 您的请求{ $case }已撤回。
contact-saved = 谢谢。请求{ $case }的答复会显示在这里，工作人员也可以通过您留下的地址与您联系。
joined = { $name }已加入对话。
handed-back = { $name }已将对话交回助手。
released = { $name }已将您的请求退回队列。
closed = { $name }已结束对话。欢迎您随时再来咨询。
closed-one = { $name }已结束您的请求{ $case }。您的另一项请求仍在排队。
reopened = 对话已重新开启。
choice-gone = 这个按钮已失效，请直接输入您的问题。
feedback-thanks = 感谢您的反馈。
feedback-sorry = 谢谢您的反馈。请换个说法再问一次，或转人工服务。
language-set = 语言已切换为中文。

failure-assistant = 助手暂时无法回答。您的消息已保存，并已通知工作人员（请求{ $case }）。请稍后再试。
failure-interrupted = 由于服务中断，您的上一条消息未能得到答复。消息已保存，并已通知工作人员（请求{ $case }）。请再问一次。

error-not-found = 该地址没有内容。
error-not-allowed = 不能以这种方式使用该地址。
error-conversation-unknown = 该对话已不存在，请开始新的对话。
error-token = 该对话的密钥缺失或有误，请开始新的对话。
error-invalid = 请求无效。
error-empty = 请输入消息。
error-too-long = 您的消息有{ $length }个字符，最多可输入{ $maximum }个。请缩短内容或分几次发送。
error-body-too-large = 请求内容过大。
error-rate = 短时间内消息过多。请在{ $seconds ->
   *[other] { $seconds }秒
  }后重试。
error-email = 这看起来不是电子邮箱地址。
error-no-request = 该对话中没有待处理的请求。
error-message-unknown = 该对话中没有这条答复。
error-erase-sensitive = 此对话含有举报内容，须由工作人员确认后才能删除。您的要求已转达给他们。
error-internal = 我们这边出了点问题，请稍后再试。
error-login = 用户名或密码错误。
error-login-rate = 登录尝试次数过多，请等待{ $seconds }秒。
error-forbidden = 您没有权限执行此操作。
error-origin = 该请求并非来自本网站。
error-taken = 已有人抢先一步：该请求现由{ $name }处理。
error-held = { $name }正在与该访客对话，此对话由其负责。
error-stale = 该请求已有变化，请重新查看。
error-not-owner = 该对话不在（或已不在）您手中，请先接手。
error-password-weak = 密码至少要有{ $minimum }个字符，且不能与旧密码相同。
error-login-taken = 该用户名已被使用。
