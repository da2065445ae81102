# 结束时询问访客是否满意.

satisfaction-ask = 我们是否回答了您的问题？
satisfaction-yes = 是
satisfaction-partly = 部分回答
satisfaction-no = 否
satisfaction-thanks = 感谢您的反馈。
