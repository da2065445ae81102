# Review of answers and of visitors' choices in the console.

review-title = 复核
review-answers = 这些回答正确吗？
review-answers-why = 您的判断会计入统计：无论访客后来做了什么，错误的回答都会显示为错误。敏感对话不在此显示。
review-show = 显示
review-show-unhelpful = 访客认为没有帮助
review-show-answered = 已回答
review-show-unanswered = 未能回答
review-show-wrong = 已判为错误
review-comment = 访客留言：
review-right = 正确
review-wrong = 错误
review-take-back = 撤回判断
review-none = 这里没有需要判断的内容。
review-examples = 从访客的选择中学到的问题
review-examples-why = 助手给出了几篇文章，访客选择了其中一篇。采纳后，该问题会成为这篇文章草稿中的示例；草稿发布后即可生效。请舍弃涉及具体个人的内容。
review-chosen = 所选文章
review-decide = 决定
review-take = 采纳到草稿
review-dismiss = 舍弃
review-more-examples = 还有更多，会随着您的处理陆续显示。
review-no-examples = 没有等待处理的问题。
