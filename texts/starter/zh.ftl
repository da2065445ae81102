# 本机构的文字，请替换为您自己的内容。
organisation = NAME
emergency-contacts = 如果您正处于危险之中，请拨打所在国家的紧急电话。
privacy-note = 这里由自动助手作答；当您要求人工服务时，工作人员可以看到对话。对话保存{ $days }天后删除；您随时可以通过菜单下载或删除自己的对话。有关个人数据的问题，请联系：{ $privacy }。
widget-greeting = 您好！有什么可以帮您？
widget-example-1 = 你能做什么？
widget-example-2 = 有哪些派任可以申请？
widget-example-3 = 志愿服务有哪些类型？
widget-example-4 = 我想和工作人员谈谈。
