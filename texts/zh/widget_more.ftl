widget-more = 显示其余内容

widget-download-data = 下载数据（JSON）
widget-anew = 开始新的对话
widget-anew-question = 要开始新的对话吗？此对话将不再在这里显示，但服务台仍会保留。如需留存，请先下载。
widget-large = 大窗口
widget-mute = 静音

widget-shared = 共用设备
widget-shared-on = 共用设备：关闭聊天或此页面后，这里不会保留任何内容。
widget-shared-off = 本设备将重新保存对话，方便您下次继续。
widget-leave = 立即离开

widget-email-down = 服务台目前没有响应。请留下您的邮箱地址：服务恢复后会立即送达您的消息，答复将通过电子邮件发给您。
widget-email-kept = 服务台目前没有响应。您的消息和邮箱地址已保存在本设备上，服务恢复后会立即送达，最迟在您下次访问本网站时送达。

## 工作人员请访客提供的文件

widget-file = 给工作人员的文件
widget-file-choose = 选择文件
widget-file-send = 发送文件
widget-file-sending = 正在发送文件 …
widget-file-kept = 文件未发送：连接中断。文件仍处于选中状态，请重新发送。
widget-file-large = 此文件超过 {$limit} MB。请选择较小的文件。
