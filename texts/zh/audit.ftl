# 审计日志。

audit-title = 审计日志
audit-at = 时间
audit-actor = 操作者
audit-action = 操作（或其开头）
audit-subject = 对象
audit-before = 之前
audit-after = 之后
audit-search = 搜索
audit-export = 全部导出为 CSV
audit-older = 更早的记录
audit-none = 该时段内没有此类记录。
