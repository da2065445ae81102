# 谁在场，以及请求的概览。

presence-reads = 我能阅读的语言
presence-reads-text = 这些语言的请求排在前面。
presence-typing = { $names }正在撰写答复。
presence-looking = 正在查看此请求的还有：{ $names }。
presence-answered-from = 答复依据
presence-others = 该访客的其他请求
wait-not-read = 目前没有同事能阅读此语言，答复可能使用其他语言：{ $language }。
