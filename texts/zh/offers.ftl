# 推荐：等待中的请求会提示给一名工作人员 $name。

offers-you = 给您的
offers-to = 已推荐给 { $name }
offers-offered = 已推荐给
offers-me = 推荐给我的
