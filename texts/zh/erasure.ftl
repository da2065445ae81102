erasure-asked = 您要求删除此对话。由于其中含有举报内容，须先由工作人员确认（请求{ $case }）。在此之前，对话仍保留在服务台。您可以立即将它从本设备移除：请开始新的对话，或选择“立即离开”。

console-erasure = 访客要求删除
console-erasure-asked = 访客于{ $when }要求删除此对话。请确认提出要求的确实是举报人本人：设备可能在他人手中。
console-erasure-sure = 我已确认这是举报人本人的意愿
console-erase = 永久删除此对话
