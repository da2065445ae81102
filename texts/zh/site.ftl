### 演示网站：志愿服务机构的页面，角落里有聊天窗口。文中不提及任何机构。

site-title = 想了解志愿服务？
site-skip = 跳到正文
site-languages = 语言

site-demonstration = 这是演示网站。
site-demonstration-text = 其中的派任、人物和申请均为虚构，本站也不是所提及的任何机构提供的服务。这里无法提交申请，请勿输入任何个人信息。

site-lead = 用您自己的语言，按您习惯的说法提问，马上就能得到注明出处的答案。如果助手不知道，会有工作人员在同一对话中接手。
site-how = 点击页面角落的圆形按钮即可打开聊天窗口。

site-topics = 您可以问什么
site-assignments = 派任
site-assignments-text = 按国家、职业、语言或工作方式查找志愿服务机会。
site-assignments-question-1 = 肯尼亚有护士的派任吗？
site-assignments-question-2 = 我在家可以在线做些什么？
site-conditions = 条件
site-conditions-text = 每种志愿服务对您有什么要求，又提供什么。
site-conditions-question-1 = 有年龄要求吗？
site-conditions-question-2 = 哪些费用不用自己承担？
site-application = 申请
site-application-text = 如何申请，之后有哪些步骤，需要多长时间。
site-application-question-1 = 怎么申请？
site-application-question-2 = 多久会有回音？
site-figures = 事实与数据
site-figures-text = 取得了哪些成果，附数字及其所在段落。
site-figures-question-1 = 2019年有多少名志愿人员？
site-figures-question-2 = 其中有多少是女性？
site-partners = 接待志愿人员
site-partners-text = 面向希望与志愿人员共事的机构。
site-partners-question-1 = 我们机构怎样接待志愿人员？
site-partners-question-2 = 费用是多少？
site-person = 人工服务
site-person-text = 有些问题需要工作人员解答。您可以看到自己的排队位置，等待时也可以继续提问。
site-person-question-1 = 我想和工作人员谈谈
site-person-question-2 = 我想反映一个问题

site-honest = 我们的承诺
site-honest-sources = 每个答案都注明出处和时间。
site-honest-unknown = 不知道就说不知道，绝不编造。
site-honest-languages = 对话中途可以随时切换语言。
site-honest-data = 您可以随时下载或删除自己的对话。

site-footer = 面向志愿服务机构的开源服务台。
help-title = 常见问题解答
help-lead = 每条解答都经过审核并注明出处。页面下方的助手可以帮您找到所需的解答。
help-sources = 来源

## Facts and figures: the page of statistics, and charts

statistics-title = 事实与数据
statistics-lead = 每个数字都注明来源及所在段落。所有表格均可下载。
statistics-none = 这里还没有数字。页面一角的助手可以回答您的其他问题。
statistics-contents = 本页内容
statistics-indicators = 成果框架
statistics-group-people = 志愿人员
statistics-group-service = 服务与派任
statistics-group-partners = 伙伴与供资
statistics-group-money = 财务
statistics-group-results = 成果
statistics-group-operations = 方案运作
statistics-group-other = 其他数字
statistics-year = 年份
statistics-members = 范围
statistics-value = 数字
statistics-paragraph = 段落
statistics-source = 来源
statistics-total = 总计
statistics-share = 占总数的比例
# $base: the year that is compared with
statistics-change = 自{ $base }年以来的变化
statistics-change-alone = 变化
# $shown and $total: how many figures, with the separators of the language
statistics-first = 此处显示{ $total }项中的{ $shown }项，最新的在前。下载文件包含全部数字。
# $format: CSV or JSON; $name: what the table is about
statistics-download = 下载{ $format }文件：{ $name }
# $metric: what is counted; $details: of whom, in which year
chart-title = { $metric }，{ $details }
# What the bars of a chart are, by dimension
chart-by-host = 按接待实体
chart-by-country = 按服务国
chart-by-region = 按区域
chart-by-nationality = 按国籍
chart-by-donor = 按供资伙伴
chart-by-gender = 按性别
chart-by-age = 按年龄组
chart-by-modality = 按类别
chart-by-sdg = 按可持续发展目标
chart-by-origin = 按来源地
chart-by-disability = 按残疾状况
