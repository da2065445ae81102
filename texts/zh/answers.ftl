# 助手的话。$organisation 为机构名称。

greet = 您好！我是{ $organisation }的自动助手。派任机会、志愿服务类型、统计数据、服务条件，都可以问我。请问有什么可以帮您？
goodbye = 再见，感谢您的咨询。您随时可以回到这里继续咨询。
thank = 不客气。您还想了解什么？
affirm = 好的。接下来您想了解什么？
deny = 好的。您随时可以再问别的问题。
bot = 我是自动助手，不是真人。我根据经过审核的文章和数据作答，也可以为您转接工作人员。
capabilities = 我可以帮您查找派任，介绍志愿服务的类型和参加条件，根据经过审核的文章回答有关服务条件和申请的问题，并提供注明出处的数据。我能看懂的语言有：{ $languages }。如果我帮不上忙，会为您转接工作人员。
language-changed = 从现在起，我用中文回答。
language-which = 您想使用哪种语言？可选语言：{ $languages }。
out-of-scope = 很抱歉，这超出了我的了解范围。我可以解答与志愿服务有关的问题：派任、服务类型、服务条件、申请和数据。
not-helpful = 很抱歉没能帮到您。您可以换个说法再问一次吗？我也可以为您转接工作人员。
not-understood = 我不太确定您的意思。您可以换个说法吗？我也可以为您转接工作人员。
unknown = 这个问题我没有经过审核的答案，也不想随便猜测。要为您转接工作人员吗？
choose-article = 您想问的是哪一个？
button-human = 转人工服务
button-other = 都不是
button-more = 显示更多
button-details = 详情：{ $title }
button-without = ✕ { $wish }
hand-over = 我正在为您联系工作人员，并会转交我们的对话，您不必再重复说明。
sensitive = 感谢您告诉我们。您的信息会直接转给负责此类事务的工作人员，他们会谨慎处理。您不必在这里透露不想说的细节。
sensitive-despair = 听到您这样难受，我很难过，也谢谢您愿意说出来。您不是一个人。请现在就和身边一位您信任的人谈一谈。您的信息也会直接转给负责此类事务的工作人员，他们会谨慎对待，但不一定能马上答复。
# Before an article, where a message may also only have asked how such a matter is dealt with.
sensitive-question = 如果您只是想了解一般规定，以下信息供您参考：
# Below an answer, where there may be more behind the question; the button hands over to the team for sensitive matters.
perhaps-harm = 如果您或他人遭遇了什么事，或者有人正处于危险之中，可以告诉负责此类事务的团队，他们会保密处理。
button-confidence = 保密告知
application-status = 我可以为您查询申请情况。
application-status-elsewhere = 我不能在这里查询个人申请。请登录您提交申请的平台，即可看到申请所处的阶段。工作人员可以进一步协助您。
article-other-language = （本文尚无您所用语言的译文，以下为{ $language }文本。）
article-confidence-medium = 请注意：以上信息来自转载文本或较早的网页。
article-confidence-low = 请注意：以上信息来自间接来源，请先核实再作依据。

figure = **{ $figure }**——{ $metric }，{ $year }年。
figure-members = **{ $figure }**——{ $metric }（{ $members }），{ $year }年。
figure-change = **{ $figure }**——{ $metric }，{ $year }年与{ $base }年相比。
figure-change-members = **{ $figure }**——{ $metric }（{ $members }），{ $year }年与{ $base }年相比。
figure-share-of = 占总数的{ $figure }
figure-up-amount = 增加{ $figure }
figure-up-share = 增加{ $figure }
figure-up-qualified = 增加{ $figure }
figure-down-amount = 减少{ $figure }
figure-down-share = 减少{ $figure }
figure-down-qualified = 减少{ $figure }
figure-same = 没有变化
figure-missing = 我没有完全对应的数据。最接近的是：
figure-years = 我掌握的相关数据从{ $first }年到{ $last }年。
figure-list = **{ $name }**（{ $count }）：
figure-parts = 请注意：同一来源给出的各部分相加为{ $sum }，而不是{ $figure }。
figures = **{ $metric }**，{ $year }年：
figures-members = **{ $metric }**（{ $members }），{ $year }年：
figures-change = **{ $metric }**的增减幅度，{ $year }年与{ $base }年相比：
figures-change-members = **{ $metric }**（{ $members }）的增减幅度，{ $year }年与{ $base }年相比：
figures-years = **{ $metric }**，历年：
figures-years-members = **{ $metric }**（{ $members }），历年：
colon = ：
percentage-points = { $value }个百分点
calculated-share = **{ $value }**（计算得出：{ $part }占{ $whole }）。
calculated-part = 约**{ $value }**（计算得出：{ $whole }的{ $part }）。
calculated-rest = **{ $value }**（计算得出：100%减去{ $part }）。
calculated-difference = 计算得出的差额：**{ $value }**。
calculated-sum = 计算得出的合计：**{ $value }**。
calculated-growth = **{ $change }**（{ $share }），计算得出：从{ $first }到{ $last }。
calculated-growth-points = **{ $change }**，计算得出：从{ $first }到{ $last }。
dimension-year = 年份
dimension-host = 实体
dimension-region = 区域
dimension-country = 国家
dimension-donor = 出资方
dimension-nationality = 国籍
dimension-gender = 性别
dimension-age = 年龄
dimension-modality = 志愿人员类别
dimension-sdg = 目标
dimension-origin = 来源
dimension-disability = 残疾
dimension-initiative = 事项
paragraph = 第{ $number }段
unit-persons = { $count ->
   *[other] { $value }人
  }
unit-months = { $count ->
   *[other] { $value }个月
  }
unit-years = { $count ->
   *[other] { $value }年
  }
unit-days = { $count ->
   *[other] { $value }天
  }
unit-countries = { $count ->
   *[other] { $value }个国家
  }
unit-hours = { $count ->
   *[other] { $value }小时
  }
unit-weeks = { $count ->
   *[other] { $value }周
  }
qualifier-about = 约{ $figure }
qualifier-more_than = 超过{ $figure }
qualifier-less_than = 不到{ $figure }
qualifier-nearly = 近{ $figure }
qualifier-at_least = 至少{ $figure }
qualifier-rough = 约{ $figure }
qualifier-rounded = { $figure }（取整）
qualifier-interim = { $figure }（中期数据）
qualifier-announced = { $figure }（已宣布）
qualifier-agreed = { $figure }（已商定）

indicator = **{ $key } { $name }**（{ $year }年）：目标{ $target }，结果{ $result }，得分{ $score }——{ $colour }。
indicator-count = { $count }项指标：
indicator-none = 我没有找到这项指标。现有指标如下：
colour-green = 绿色（已达标）
colour-yellow = 黄色（低于目标）
colour-red = 红色（未达标）
colour-grey = 灰色（无数据）
table-indicator = 指标
table-target = 目标
table-result = 结果
table-score = 得分
table-colour = 颜色

modality-list = 志愿服务有以下类型：
modality-rules = 资料来源中关于条件的说明：
modality-rule = { $rule }：{ $value }（资料日期：{ $date }）
modality-rule-older = { $rule }：{ $value }（旧规定，{ $date }）
date-undated = 无日期
modality-no-rules = 我没有这类服务经过确认的资格条件，请以派任说明为准。
modality-search = 查看可申请的派任
rule-min_age = 最低年龄
rule-max_age = 最高年龄
rule-education = 学历
rule-experience_years = 工作经验
rule-languages = 语言
rule-nationality = 国籍
rule-residence = 居住地
rule-first_contract_months = 首份合同
rule-min_months = 最短服务期
rule-max_months = 最长服务期
rule-max_weeks = 单项任务最长期限
rule-hours_per_week = 每周时间

search-found = { $count ->
   *[other] 找到{ $value }项可申请的派任
  }，条件为：{ $wishes }。
search-found-all = { $count ->
   *[other] 现有{ $value }项可申请的派任。
  }您可以告诉我国家、职业、机构或语言，以缩小范围。
search-dropped = 没有找到符合以下条件的派任：{ $wishes }。去掉“{ $dropped }”后，有以下派任：
# $words: one or two words of the visitor that nothing explains
search-left-out = 未将“{ $words }”计入条件：没有派任提到它。
search-none = 没有找到符合以下条件的可申请派任：{ $wishes }。
search-none-open = 目前没有可申请的派任。
search-range = 第{ $from }至{ $to }项，共{ $total }项。
search-end = 已全部显示。
search-first = 请先告诉我您要找什么，例如职业和国家。
wish-not = { $wish }除外
wish-near = { $place }附近
wish-over = 超过{ $duration }
wish-least = 至少{ $duration }
wish-under = 不到{ $duration }
wish-most = 最多{ $duration }
wish-lasting = 为期{ $duration }
wish-from = { $date }起开始
wish-until = 最迟{ $date }开始
wish-onsite = 现场
wish-family = 可携带家属的工作地点
wish-disability = 适合残疾人
wish-words = 含“{ $words }”
assignment-gone = 这项派任已不再接受申请。
assignment-which = 您指的是上面哪一项派任？请告诉我它的序号。
assignment-demonstration = 这是演示数据，派任为虚构。
assignment-place = 地点
assignment-online = 在线，地点不限
assignment-city = { $country }{ $city }
assignment-host = 接待实体
assignment-modality = 服务类型
assignment-duration = 期限
assignment-start = 开始日期
assignment-closes = 申请截止日期
assignment-languages = 语言
assignment-education = 学历
assignment-experience = 工作经验
assignment-tasks = 工作内容
assignment-reference = 编号
assignment-apply = 如何申请
education-secondary = 中学学历
education-technical = 技术文凭
education-bachelor = 学士学位
education-master = 硕士学位
rule-status = 身份
rule-typical_experience_years = 通常的工作经验（非必要条件）

value-country_of_service = 服务所在国国籍
value-not_country_of_service = 非服务所在国国籍
value-legal_residence_refugee_stateless = 在国家法律允许的情况下，在当地合法居住的获承认难民和无国籍人
value-bachelor_or_higher_technical_diploma = 大学学位或高等技术文凭
value-student = 学生
value-refugee_or_asylum_seeker = 难民或寻求庇护者
value-host_country = 居住在收容国
value-any-language = 以下任一语言：{ $languages }
# Amounts of a million and more: the number with its word, the currency after it (that begins with a vowel).
money-millions = { $number }{ $currency }
money-millions-vowel = { $number }{ $currency }
unit-working_days = { $count ->
   *[other] { $value }个工作日
  }
unit-ages = { $value }岁

# Between the items of a list
list-separator = { "、" }
