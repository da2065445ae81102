# 已保存的视图与搜索。

views-title = 已保存的视图
views-words = 搜索对话内容
views-name = 此视图的名称
views-save = 保存此视图
views-forget = 删除视图“{ $name }”
error-view = 视图需要筛选条件和不超过 60 个字符的名称；最多可保存 30 个。
