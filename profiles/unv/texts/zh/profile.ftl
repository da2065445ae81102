# 演示版的文字。
organisation = 志愿人员组织（演示）
emergency-contacts = 如果您正处于危险之中，请拨打所在国家的紧急电话，或联系您工作地点的联合国安保干事。
privacy-note = 这是服务台演示，请勿输入真实的个人数据。这里由自动助手作答；当您要求人工服务时，工作人员可以看到对话。对话保存{ $days }天后删除；您随时可以通过菜单下载或删除自己的对话。数据负责人为本演示的运营者：{ $privacy }。
widget-greeting = 您好！志愿人员派任、服务类型、统计数据、服务条件，都可以问我。
widget-example-1 = 2019年有多少名联合国志愿人员？
widget-example-2 = 肯尼亚的护士工作
widget-example-3 = 什么是联合国青年志愿人员？
widget-example-4 = 怎么重置密码？
site-demonstration-text = 其中的派任、人物和申请均为虚构，本站也不是联合国或所提及的任何机构提供的服务。这里无法提交申请，请勿输入任何个人信息。
# The date of a source that gives no year.
date-mid-2000s = 2000年代中期
