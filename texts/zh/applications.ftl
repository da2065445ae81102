# 申请：核实身份、申请进展、撤回申请、联系方式，以及相应的邮件。

# 核实身份
verify-who = 为避免他人得知您的申请情况，请先证明该申请属于您本人。请输入您申请时使用的电子邮箱，或您的申请编号，例如 APP-7K3M-9QX2。
verify-sent = 如果有与您所填内容相符的申请，我们已向该申请登记的电子邮箱发送了一个六位数验证码。请在此输入验证码，有效期为 { $minutes } 分钟。如果没有收到邮件，请查看垃圾邮件文件夹，或换一个邮箱或申请编号再试。
verify-wrong = 验证码不正确。您还可以再试 { $left } 次。
verify-no-tries = 这次输入的验证码仍不正确，该验证码现已失效。您可以重新获取验证码。
verify-expired = 该验证码已失效。您可以重新获取验证码。
verify-wait = 短时间内请求验证码的次数过多。请在 { $minutes } 分钟后再试。
verify-done = 谢谢，身份已核实。在半小时内，您可以在本次对话中查看您的申请。
verify-over = 距您上次核实身份已超过半小时。
verify-cancelled = 好的，那就先不查了。还有什么可以帮您？
verify-form-identity = 这既不是完整的电子邮箱，也不是申请编号。申请编号的格式为 APP-7K3M-9QX2。
verify-form-code = 验证码为六位数字，请查看我们发送给您的邮件。
verify-form-email = 这看起来不是电子邮箱。请按 name@example.org 的格式输入。
verify-form-email-code = 验证码为六位数字，请查看发送到您新邮箱的邮件。
verify-form-phone = 这看起来不是电话号码。请连同国家代码一起输入，例如 +254 712 345678。
verify-remind-identity = 我仍在等您输入申请时使用的电子邮箱或申请编号。
verify-remind-code = 我仍在等您输入邮件中的六位数验证码。
verify-remind-email = 我仍在等您输入新的电子邮箱。
verify-remind-email-code = 我仍在等您输入发送到新邮箱的六位数验证码。
verify-remind-phone = 我仍在等您输入新的电话号码。
# 人们表示放弃时的说法，以 | 分隔
verify-cancel-words = 算了|不用了|不必了|取消|停止|停|不查了|不需要了|不要了|没关系|放弃|先不用了|不用了谢谢|以后再说
choice-cancel = 不用了
choice-new-code = 重新发送验证码

# 申请进展
application-list = { $count ->
    [0] 您名下已没有申请。
   *[other] 您有 { $count } 份申请。请选择一份查看详情：
  }
application-since = 状态：**{ $status }**，自 { $date } 起。
application-status-submitted = 已收到
application-status-screening = 审核中
application-status-shortlisted = 已入围
application-status-interview = 面试
application-status-checks = 最后核查
application-status-selected = 已获选
application-status-not_selected = 未获选
application-status-withdrawn = 已撤回
application-next-submitted = 接下来，我们的工作人员将审核您是否符合要求。您无需进行任何操作。
application-next-screening = 我们的工作人员正在将您的资料与要求进行比对。接下来，最合适的申请人将入围。您无需进行任何操作。
application-next-shortlisted = 您是最合适的申请人之一。接下来，接待实体可能会邀请您参加面试，请经常查看邮箱。
application-next-interview = 您已受邀参加面试或已完成面试。接下来由接待实体作出决定，然后核查您的推荐信息和文件。
application-next-checks = 正在核查您的推荐信息、文件和体检结果。如果一切符合要求，您将收到录用通知。如有询问，请尽快答复。
application-next-selected = 恭喜您，您已获选。后续步骤请见录用通知邮件。如果没有收到该邮件，请联系工作人员。
application-next-not_selected = 此次选择了其他申请人。您的资料将予以保留，欢迎您申请其他派任。
application-next-withdrawn = 您已撤回这份申请。欢迎您申请其他派任。
application-usual = 这一阶段通常需要约{ $half }；四分之三的申请在{ $most }内完成这一阶段。
application-usual-unknown = 我们目前还无法说明这一阶段通常需要多长时间。
application-demonstration = 此为演示数据：该申请是虚构的。
choice-applications = 我的全部申请
choice-withdraw-application = 撤回这份申请

# 撤回申请
application-sure = 您确定要撤回对**{ $name }**的申请（{ $reference }）吗？撤回后无法恢复。
choice-withdraw-sure = 是的，撤回
choice-withdraw-keep = 不，保留申请
application-withdrawn = 您对**{ $name }**的申请（{ $reference }）已撤回。您将收到确认邮件。
application-kept = 您的申请 { $reference } 保持不变。

# 联系方式
choice-email = 更改电子邮箱
choice-phone = 更改电话号码
contact-new-email = 请输入新的电子邮箱，我们将向该邮箱发送验证码。
contact-code-sent = 六位数验证码已发送到新邮箱；如果该邮箱已被使用，则不会发送。请在此输入验证码，有效期为 { $minutes } 分钟。
contact-email-changed = 谢谢，您的电子邮箱已更改。我们已向原邮箱发送通知。
contact-new-phone = 请输入新的电话号码，并加上国家代码，例如 +254 712 345678。
contact-phone-changed = 谢谢，您的电话号码已更改。我们已向您的电子邮箱发送通知。

# 邮件
mail-code-subject = 您的验证码：{ $code }
mail-code-text =
    您好！

    您的验证码是 { $code }。请在您查询申请的对话窗口中输入，有效期为 { $minutes } 分钟。

    我们绝不会通过电话或邮件索要此验证码。如果您没有请求验证码，则无需理会：没有验证码，任何人都无法查看您的申请。

    { $organisation }
mail-email-code-subject = 用于新邮箱的验证码：{ $code }
mail-email-code-text =
    您好！

    有人将此邮箱设为其申请的新电子邮箱。如果是您本人操作，请在对话窗口中输入验证码 { $code }，有效期为 { $minutes } 分钟。

    如果不是您本人操作，则无需理会。

    { $organisation }
mail-email-changed-subject = 您的电子邮箱已更改
mail-email-changed-text =
    您好！

    您的申请所登记的电子邮箱已通过在线对话更改。今后我们将使用新邮箱与您联系。

    如果不是您本人操作，请立即回复此邮件告知我们。

    { $organisation }
mail-phone-changed-subject = 您的电话号码已更改
mail-phone-changed-text =
    您好！

    您的申请所登记的电话号码已通过在线对话更改。

    如果不是您本人操作，请立即回复此邮件告知我们。

    { $organisation }
mail-withdrawn-subject = 您的申请 { $reference } 已撤回
mail-withdrawn-text =
    您好！

    您已通过在线对话撤回对{ $name }的申请（{ $reference }）。

    如果不是您本人操作，请立即回复此邮件告知我们。

    { $organisation }
