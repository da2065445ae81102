# Partners' requests for volunteers: the conversation, what the desk says and writes, the page behind the link.

# The conversation
request-start = 我可以受理您的志愿人员需求。您可以按任意顺序回答，随时更正，也可以稍后再来；未经您确认，不会提交任何内容。
request-known = 目前已记录：{ $facts }。
request-facts-separator = ；
request-back = 回到您的需求：{ $question }
request-ask-profile = 您需要哪类志愿人员，需要多少名？例如：两名护士和一名助产士。
request-ask-number = 您需要多少名志愿人员？
request-ask-country = 他们将在哪个国家服务？
request-ask-modality = 属于哪种志愿服务类型？
request-ask-start = 您希望他们何时开始服务？
request-ask-duration = 您需要他们服务多长时间？
request-ask-number-of = 您需要多少名{ $profile }？
request-ask-country-of = { $profile }将在哪个国家服务？
request-ask-modality-of = { $profile }属于哪种志愿服务类型？
request-ask-start-of = 您希望{ $profile }何时开始服务？
request-ask-duration-of = 您需要{ $profile }服务多长时间？
request-ask-funding = 志愿人员的经费由谁承担？
request-ask-organisation = 这项需求来自哪个机构？
request-ask-contact = 联系人叫什么名字？
request-ask-email = 联系人的电子邮箱是什么？我们会向该邮箱发送一个链接；通过链接确认后，需求才算有效。
request-confirm = 以上内容都正确吗？正确的话我就提交。
request-change = 需要改什么？请用您自己的话写，例如：五名，不是三名。
request-guess = 要这样记录吗：{ $facts }？
request-summary = 您的需求如下：
request-counted = { $number } × { $what }
request-volunteers = 志愿人员
request-from = { $start }起
request-start-soon = 尽快
request-open = 未定
request-email-known = 已收到（此处不显示）
request-fact = { $label }：{ $value }
request-field-funding = 经费
request-field-organisation = 机构
request-field-contact = 联系人
request-field-email = 电子邮箱
request-funding-own = 机构自有资金
request-funding-donor = 捐助方或政府
request-funding-shared = 由多方分担
request-funding-none = 尚无经费
request-later = 好的，我先保留。您随时可以说“继续我的申请”。
request-cancelled = 需求已取消，没有提交任何内容。
request-nothing = 没有可以继续的需求。请告诉我您需要哪些志愿人员，我来新建一份。
request-passed-on = 谢谢。我正在转交您的需求。
request-choice-send = 提交需求
request-choice-change = 更改内容
request-choice-cancel = 取消需求
request-choice-later = 稍后再说
request-choice-resume = 继续填写需求
request-choice-skip = 暂不确定
request-choice-yes = 是
request-choice-no = 否
request-choice-email = 重新提供邮箱

# Values that cannot be right
request-problem-number-least = 至少需要一名志愿人员，不能是{ $value }名。
request-problem-number-most = { $value }名超出了一份需求的上限（500名）。如需更多，请与工作人员联系。
request-problem-start-past = { $value }已经过去，请给出以后的月份。
request-problem-start-day = 没有这一天：{ $value }。请这样写：2027年3月15日。
request-problem-start-far = { $value }太远了，需求只能在今后三年之内。
request-problem-duration = 这个时长不可行：应在一周到四年之间。
request-problem-country-region = “{ $value }”是一个地区。请说出一个国家；如有多个，可以逐一列出。
request-problem-lines = { $value }类志愿人员超出了一份需求的上限（12类）。请分成两份需求。
request-problem-needed = 这一项必须填写。
request-problem-name = 我无法把“{ $value }”识别为名称。
request-problem-form-number = 在“{ $value }”中没有找到数字。请写成5或五。
request-problem-form-country = 我不知道名为“{ $value }”的国家。请写出全称。
request-problem-form-modality = “{ $value }”不是我知道的志愿服务类型。请从下面选择，或暂不确定。
request-problem-form-start = 在“{ $value }”中没有找到日期。请写成2027年3月或2027年3月15日。
request-problem-form-duration = 在“{ $value }”中没有找到时长。请写成6个月。
request-problem-form-funding = 从“{ $value }”看不出由谁出资。请从下面选择，或暂不确定。
request-problem-form-email = “{ $value }”不是完整的电子邮箱地址。请写成name@example.org。

# What the desk says
request-received = 您的需求编号为**{ $number }**。含链接的邮件已发往联系人邮箱。通过链接确认后，需求才算有效；我们的工作人员现在已能看到它。如要了解进展或更改内容，请在此输入编号。
request-received-before = 这份需求已经提交过，编号为**{ $number }**。
request-changed = 您的需求**{ $number }**已更改，通知已发往联系人邮箱。
request-address-gone = 我们不会长时间保留邮箱地址，您的地址已被删除。请重新提供。
request-too-many = 短时间内请求的邮件过多。请在{ $minutes }分钟后再试。
request-code-sent = 如果存在该编号的需求，一个六位验证码正发往其联系人邮箱。请在此输入验证码，有效期为{ $minutes }分钟。
request-progress = 需求**{ $number }**（{ $organisation }），提交于{ $date }
request-state-claimed = 尚未确认：请打开发往联系人邮箱的邮件中的链接。
request-state-confirmed = 已确认，正在等待工作人员处理。
request-state-working = 已确认，工作人员正在处理。
request-state-done = 我们的工作人员已处理完毕。
request-state-withdrawn = 已撤回。
choice-request-change = 更改需求
choice-request-withdraw = 撤回需求
choice-request-withdraw-sure = 是，撤回
choice-request-keep = 否，保留
request-sure = 您确定要撤回需求{ $number }吗？撤回后无法恢复。
request-withdrawn = 需求{ $number }已撤回，确认邮件将发往联系人邮箱。
request-kept = 需求{ $number }保持不变。

# The page behind the link
request-page-title = 确认志愿人员需求
request-page-text = 需求{ $number }是为{ $organisation }提出的，您被列为联系人。经您确认后，需求才算有效。
request-page-button = 确认需求
request-page-not-you = 如果您对此毫不知情，关闭本页即可：未经确认，需求无效。
request-page-done-title = 需求已确认
request-page-done = 谢谢。我们的工作人员将就需求{ $number }与您联系。
request-page-gone-title = 此链接已失效
request-page-gone = 需求已撤回，或链接已过期。请在聊天中重新提出需求。

# Mails
mail-request-confirm-subject = 请确认您的需求{ $number }
mail-request-confirm-text =
    { $contact }，您好：

    有人以此邮箱为联系邮箱提出了一份志愿人员需求，编号为{ $number }：

    { $summary }

    请在此确认；在此之前需求无效。链接有效期为{ $days }天。

    { $link }

    如果您对此毫不知情，则无需任何操作。

    { $organisation }
mail-request-confirmed-subject = 您的需求{ $number }已确认
mail-request-confirmed-text =
    { $contact }，您好：

    感谢您确认需求{ $number }。我们的工作人员将与您联系。

    { $summary }

    如要了解进展或更改内容，请在聊天中输入编号。

    { $organisation }
mail-request-changed-subject = 您的需求{ $number }已更改
mail-request-changed-text =
    { $contact }，您好：

    需求{ $number }已在聊天中更改，现在的内容为：

    { $summary }

    如果不是您本人操作，请回复此邮件。

    { $organisation }
mail-request-withdrawn-subject = 您的需求{ $number }已撤回
mail-request-withdrawn-text =
    { $contact }，您好：

    需求{ $number }已在聊天中撤回。

    如果不是您本人操作，请回复此邮件。

    { $organisation }
mail-request-code-subject = 您的验证码：{ $code }
mail-request-code-text =
    您好：

    您的验证码是{ $code }。请在您询问志愿人员需求的聊天中输入，有效期为{ $minutes }分钟。

    我们绝不会通过电话或邮件索要此验证码。如果您没有请求过，则无需任何操作：没有验证码，任何人都看不到您的需求。

    { $organisation }

# The console
console-reason-volunteer_request = 志愿人员需求
console-request = 志愿人员需求
console-request-number = 编号
console-request-state = 是否确认
console-request-claimed = 否：目前只是声称
console-request-confirmed = 是，{ $date }通过发给联系人的链接确认
console-request-withdrawn = 已于{ $date }撤回
console-request-lines = 志愿人员
